#include "guatu/usecases/ledger/explain_unit.hpp"

#include <algorithm>

#include "guatu/usecases/ledger/tally_from_ledger.hpp"

namespace guatu::usecases {
namespace {

/// The leagues whose rows hold the unit, then those that name it as unranked; the asked one alone when given.
std::vector<const campaign::LeagueRule*> leagues_of(const campaign::Campaign& campaign, const leagues::Leagues& leagues,
                                                    const UnitCode& unit, const std::string& asked) {
  std::vector<const campaign::LeagueRule*> ranked;
  std::vector<const campaign::LeagueRule*> unranked;
  for (const auto& rule : campaign.leagues) {
    if (!asked.empty() && rule.id != asked) continue;
    for (const auto& table : leagues.leagues) {
      if (table.id != rule.id) continue;
      if (std::ranges::find(table.rows, unit, &leagues::LeagueRow::unit) != table.rows.end()) ranked.push_back(&rule);
      if (std::ranges::find(table.unranked, unit) != table.unranked.end()) unranked.push_back(&rule);
    }
  }
  ranked.insert(ranked.end(), unranked.begin(), unranked.end());
  return ranked;
}

}  // namespace

Result<UnitExplanation> explain_unit(const Known& known, Date as_of, const leagues::Leagues& leagues,
                                     const UnitCode& unit, const std::string& league) {
  const auto& campaign = known.campaign();
  const auto rules = leagues_of(campaign, leagues, unit, league);
  if (rules.empty())
    return make_error(ErrorKind::NotFound, unit.text(), "单位“" + unit.text() + "”不在任何排名中",
                      "unit \"" + unit.text() + "\" is in no league");
  UnitExplanation explanation{rules.front(), {}, {}};
  for (const auto* other : rules)
    if (other != rules.front()) explanation.also.push_back(other->id);
  explanation.rows = leagues::explain(campaign, tally_from_ledger(known.ledger, campaign, as_of), *rules.front(), unit);
  return explanation;
}

}  // namespace guatu::usecases
