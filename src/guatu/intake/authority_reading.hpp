#pragma once

#include <optional>
#include <string_view>

#include "guatu/campaign/campaign.hpp"

/// 审批层级 in the campaign's own words. Source: contract 4; domain 1.2.
namespace guatu::intake {

enum class AuthorityFault { None, Blank, Unknown, Ambiguous };

struct AuthorityReading {
  AuthorityFault fault = AuthorityFault::None;
  std::optional<Authority> authority;
};

/// Drop-down words, then aliases, each with or without 级; the campaign's ambiguous words must be asked.
[[nodiscard]] AuthorityReading read_authority(std::string_view text, const campaign::FormWords& form);

}  // namespace guatu::intake
