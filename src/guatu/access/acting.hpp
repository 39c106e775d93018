#pragma once

#include <string>

#include "guatu/access/account.hpp"

namespace guatu::access {

/// The account that acts, in the post that it has chosen.
struct Acting {
  std::string account;
  Post post;
};

}  // namespace guatu::access
