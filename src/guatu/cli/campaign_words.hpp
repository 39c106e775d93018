#pragma once

#include <string>

#include "guatu/campaign/campaign.hpp"

/// What codes of the campaign are called, for people who read a terminal.
namespace guatu::cli {

/// The code itself where the campaign has no such kind.
[[nodiscard]] Bilingual kind_words(const campaign::Campaign& campaign, const std::string& code);

/// As the unit is called on `day`; the code itself where the campaign has no such unit.
[[nodiscard]] Bilingual unit_words(const campaign::Campaign& campaign, const std::string& code, Date day);

}  // namespace guatu::cli
