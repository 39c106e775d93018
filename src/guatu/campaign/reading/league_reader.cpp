#include "guatu/campaign/reading/file_readers.hpp"

/// The [[league]] and [[exemption]] tables of campaign.toml. Source: Plan 2.4; rules 5.
namespace guatu::campaign {
namespace {

constexpr Words<Capacity, 3> kRanked{
    {{"district", Capacity::District}, {"sponsor", Capacity::Sponsor}, {"approver", Capacity::Approver}}};
constexpr Words<LeagueUnit, 2> kCounts{{{"project", LeagueUnit::Project}, {"procedure", LeagueUnit::ProcedurePart}}};
constexpr Words<SponsorCounts, 2> kSponsorCounts{{{"own", SponsorCounts::Own}, {"line", SponsorCounts::Line}}};
constexpr Words<ApproverScope, 2> kApproverScopes{
    {{"line", ApproverScope::Line}, {"city_only", ApproverScope::CityOnly}}};
constexpr Words<Guard, 2> kGuards{{{"none", Guard::None}, {"target_missed", Guard::TargetMissed}}};

LeagueRule read_league(TableReader& row, Reading& reading) {
  LeagueRule league;
  league.id = reading.places.read_code(row, "id", "league", reading.faults);
  league.name = read_bilingual(row, "name");
  league.ranked = row.choice("ranked", kRanked);
  for (auto& unit : row.placed_texts("only")) {
    reading.places.note("league only " + league.id, unit.text, unit.place);
    league.only.emplace_back(std::move(unit.text));
  }
  league.counts = row.choice("counts", kCounts);
  league.bottom = static_cast<int>(row.number("bottom", {0, 1000}));
  league.sponsor_counts = row.choice_or("sponsor_counts", kSponsorCounts, SponsorCounts::Own);
  league.approver_scope = row.choice_or("approver_scope", kApproverScopes, ApproverScope::Line);
  league.guard = row.choice_or("guard", kGuards, Guard::None);
  league.guard_target = row.text_or("guard_target", "");
  league.minimum_size = static_cast<int>(row.number_or("minimum_size", 1, {1, 100000}));
  league.clause = row.text_or("clause", "");
  if (league.guard == Guard::None && row.has("guard_target"))
    row.fault("guard_target", "只在 guard = \"target_missed\" 时才有意义",
              "means something only with guard = \"target_missed\"");
  reading.places.note("league guard", league.id, row.place_of(row.has("guard_target") ? "guard_target" : "guard"));
  for (const auto* key : {"ranked", "bottom"})
    reading.places.note(std::string("league ") + key, league.id, row.place_of(key));
  row.finish();
  return league;
}

/// What the exemption at this position in the file names, for messages.
std::string position(const Campaign& campaign) {
  return std::to_string(campaign.exemptions.size());
}

}  // namespace

void read_leagues(TableReader& document, Reading& reading) {
  auto& campaign = reading.campaign;
  for (auto& row : document.tables("league"))
    campaign.leagues.push_back(read_league(row, reading));
  for (auto& row : document.tables("exemption")) {
    Exemption exemption;
    exemption.league = row.text("league");
    exemption.unit = UnitCode{row.text("unit")};
    exemption.cut = row.day("cut");
    exemption.reason = row.text("reason");
    exemption.approval = row.text("approval");
    for (const auto* key : {"league", "unit", "cut"})
      reading.places.note(std::string("exemption ") + key, position(campaign), row.place_of(key));
    row.finish();
    campaign.exemptions.push_back(std::move(exemption));
  }
}

}  // namespace guatu::campaign
