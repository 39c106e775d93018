#pragma once

#include <vector>

#include "guatu/campaign/campaign.hpp"

/// A campaign's choices by the words that stand in JSON, and in sentences.
namespace guatu::json {

[[nodiscard]] const char* measure_name(campaign::Measure measure);     ///< "projects_finished", …
[[nodiscard]] const char* scope_name(campaign::AuthorityScope scope);  ///< "all", "city_and_county", "region_and_state"
[[nodiscard]] const char* counts_name(campaign::LeagueUnit unit);      ///< "project", "procedure"

/// What the sources leave open and the campaign chose.
struct PolicyChoice {
  std::string id;
  std::string value;
  Bilingual text;
};
[[nodiscard]] std::vector<PolicyChoice> policy_choices(const campaign::Campaign& campaign);

}  // namespace guatu::json
