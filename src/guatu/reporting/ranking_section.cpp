#include <algorithm>

#include "guatu/reporting/bulletin_text.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/league_wording.hpp"
#include "guatu/reporting/wording.hpp"

/// Section 排名情况.
namespace guatu::reporting {

void write_rankings(BulletinText& text, const BulletinInput& input) {
  text.heading("排名情况");
  if (input.leagues.assessment)
    text.body(format_chinese(input.as_of) + "为考核节点，排名得分不计入已报未核的办结手续（共" +
              number(input.figures.procedures.unverified) + "项）。");
  text.body("排名规则和逐行测算见附件4。");
  const auto name_of = [&](const UnitCode& unit) { return unit_name(input.campaign, unit, input.as_of); };
  for (const auto& table : input.leagues.leagues) {
    const auto rule = std::ranges::find(input.campaign.leagues, table.id, &campaign::LeagueRule::id);
    if (rule == input.campaign.leagues.end()) continue;
    text.subheading(table.name.zh);
    text.body(league_sentence(table, *rule, name_of));
    text.body(summons_sentence(table, input.leagues.assessment, name_of));
  }
}

}  // namespace guatu::reporting
