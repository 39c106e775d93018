#pragma once

#include <string>
#include <vector>

#include "guatu/base/bilingual.hpp"

namespace guatu::json {

/// Something wrong in the body of a request.
struct BodyFault {
  std::string pointer;  ///< "/cells/3/value", a JSON pointer; empty: the body as a whole.
  Bilingual text;
};
using BodyFaults = std::vector<BodyFault>;

}  // namespace guatu::json
