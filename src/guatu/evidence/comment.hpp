#pragma once

#include <cstdint>
#include <string>

#include "guatu/evidence/document.hpp"

/// What somebody remarks on a project or a procedure, for those who work on it. It changes no figure.
namespace guatu::evidence {

struct Comment {
  std::string id;  ///< "C57": the number of the commit that brought it.
  Place about;
  std::string text;        ///< Personal: it may name people, and can be erased.
  std::string by, unit;    ///< Actor, and on whose behalf.
  std::int64_t at = 0;     ///< Seconds since the epoch.
  bool withdrawn = false;  ///< Its text is not shown any more.

  friend bool operator==(const Comment&, const Comment&) = default;
};

}  // namespace guatu::evidence
