#pragma once

#include <string_view>
#include <vector>

#include "guatu/base/bilingual.hpp"

namespace guatu::access {

/// Every reason why `password` is not good enough for the account: at least 10 characters of three kinds (small and capital
/// letters, digits, other marks) or 16 of any, without the account's name, not one of the few that everybody tries first.
/// Source: domain 6.1, 身份鉴别.
[[nodiscard]] std::vector<Bilingual> password_objections(std::string_view password, std::string_view account);

}  // namespace guatu::access
