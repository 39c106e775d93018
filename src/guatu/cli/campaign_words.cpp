#include "guatu/cli/campaign_words.hpp"

namespace guatu::cli {

Bilingual kind_words(const campaign::Campaign& campaign, const std::string& code) {
  const auto* kind = campaign.find_kind(KindCode{code});
  return kind == nullptr ? Bilingual{code, code} : kind->name;
}

Bilingual unit_words(const campaign::Campaign& campaign, const std::string& code, Date day) {
  const auto* unit = campaign.find_unit(UnitCode{code});
  return unit == nullptr ? Bilingual{code, code} : unit->name_on(day).name;
}

}  // namespace guatu::cli
