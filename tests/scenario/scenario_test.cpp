#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>

#include "guatu/campaign/campaign_files.hpp"
#include "guatu/leagues/league_table.hpp"
#include "guatu/ledger/ledger.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"

#include "tests/support/paths.hpp"
#include "tests/support/program.hpp"

// A campaign computed by hand, as a table that an officer can check: tests/scenario/hand_computed/campaign.scenario.
namespace guatu::test {
namespace {

using ledger::DatedFact;

struct ExpectedDay {
  Date day;
  std::vector<std::pair<std::string, std::string>> lines;  ///< key, value
};

struct Scenario {
  campaign::Campaign campaign;
  ledger::Ledger ledger;
  std::vector<ExpectedDay> days;
};

Date day_of(const std::string& month_and_day) {
  return parse_iso_date("2022-" + month_and_day).value();
}

std::optional<Authority> authority_of(char letter) {
  switch (letter) {
    case 'c':
      return Authority::County;
    case 't':
      return Authority::City;
    case 'r':
      return Authority::Region;
    case 's':
      return Authority::State;
    default:
      return std::nullopt;
  }
}

ledger::PartFacts facts_of(std::string cell, Date campaign_start) {
  ledger::PartFacts facts;
  if (cell == "N") {
    facts.not_applicable = ledger::NotApplicable{campaign_start, ledger::NotApplicableReason::NotInvolved, {}, {}};
    return facts;
  }
  facts.authority = authority_of(cell.front());
  cell.erase(0, 1);
  while (!cell.empty()) {
    const char mark = cell.front();
    cell.erase(0, 1);
    if (mark == 'U') continue;
    const auto day = day_of(cell.substr(0, 5));
    cell.erase(0, 5);
    const bool assumed = cell.starts_with('?');
    if (assumed) cell.erase(0, 1);
    if (mark == 'F') {
      facts.finished = DatedFact{day, assumed};
      facts.document_number = "某字〔2022〕1号";
    }
    if (mark == 'R') facts.accepted = {{day, false}};
    if (mark == 'H') facts.handed_up = DatedFact{day, false};
    if (mark == '!') facts.revoked = ledger::Revocation{day, false, "复核"};
    if (mark == 'p') facts.planned = exact_day(day);
  }
  return facts;
}

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;)
    words.push_back(word);
  return words;
}

ledger::ProjectHistory project_of(const std::vector<std::string>& words, Date start) {
  ledger::ProjectHistory history;
  history.record.id = ProjectId{words[0]};
  history.record.name = words[0];
  history.record.responsible = UnitCode{words[1]};
  history.life = {{ledger::LifeAction::Join, start, {}, {}, {}, {}, {}, true}};
  for (std::size_t kind = 0; kind < 3; ++kind)
    history.parts.push_back(
        {KindCode{std::string(1, static_cast<char>('a' + kind))}, {}, facts_of(words[2 + kind], start)});
  for (std::size_t i = 5; i < words.size(); ++i) {
    const auto at = words[i].find('@');
    const auto colon = words[i].find(':');
    ledger::LifeEvent event;
    event.action = ledger::find_life_action(words[i].substr(0, std::min(at, colon))).value();
    event.on = day_of(words[i].substr(at + 1));
    if (colon != std::string::npos) event.to_unit = UnitCode{words[i].substr(colon + 1, at - colon - 1)};
    history.life = ledger::with_event(std::move(history.life), event);
  }
  return history;
}

Scenario read_scenario(const std::string& folder) {
  campaign::CampaignFiles files;
  for (const std::string name : {"campaign.toml", "catalogue.toml", "units.toml"})
    files[name] = read_text(folder + "/" + name);
  auto loaded = campaign::parse_campaign(files);
  EXPECT_TRUE(loaded.has_value()) << (loaded.has_value() ? "" : loaded.error().reasons.front().en);
  Scenario scenario{std::move(loaded->campaign), {}, {}};
  std::istringstream text(read_text(folder + "/campaign.scenario"));
  std::string section;
  for (std::string line; std::getline(text, line);) {
    line = line.substr(0, line.find('#'));
    const auto words = words_of(line);
    if (words.empty()) continue;
    if (words[0].starts_with('[')) {
      section = words[0];
      if (section == "[day") scenario.days.push_back({parse_iso_date(words[1].substr(0, 10)).value(), {}});
    } else if (section == "[projects]") {
      scenario.ledger.projects.push_back(project_of(words, scenario.campaign.starts_on));
    } else if (section == "[returns]") {
      scenario.ledger.returns.push_back({UnitCode{words[0]}, parse_dekad(words[1]).value(), {}, 1});
    } else {
      const auto equals = line.find(" =");
      std::string value;
      for (const auto& word : words_of(line.substr(equals + 2)))
        value += (value.empty() ? "" : " ") + word;
      scenario.days.back().lines.emplace_back(line.substr(0, equals), value);
    }
  }
  return scenario;
}

std::string ratio_text(const counting::Rate& rate) {
  return std::to_string(rate.ratio.numerator) + "/" + std::to_string(rate.ratio.denominator) + " " + rate.text();
}

std::string league_text(const leagues::LeagueTable& table) {
  std::string text;
  for (const auto& row : table.rows)
    text += (text.empty() ? "" : " | ") + std::to_string(row.rank) + " " + row.unit.text() + " " +
            ratio_text(row.rate) + (row.bottom ? " bottom" : "");
  return text;
}

/// Every number of the day under the names that the scenario uses.
std::multimap<std::string, std::string> numbers_of(const counting::Figures& figures, const leagues::Leagues& leagues,
                                                   const std::vector<UnitCode>& carried) {
  const auto& projects = figures.projects;
  const auto& procedures = figures.procedures;
  std::multimap<std::string, std::string> numbers{{"counted", std::to_string(projects.counted)},
                                                  {"finished", std::to_string(projects.finished)},
                                                  {"meets", std::to_string(projects.meets)},
                                                  {"gained", std::to_string(projects.gained)},
                                                  {"finished_rate", projects.finished_rate.text()},
                                                  {"finished_change", projects.finished_rate.change.value_or("null")},
                                                  {"meets_rate", projects.meets_rate.text()},
                                                  {"meets_change", projects.meets_rate.change.value_or("null")},
                                                  {"strict", ratio_text(procedures.strict)},
                                                  {"strict_change", procedures.strict.change.value_or("null")},
                                                  {"regional", ratio_text(procedures.regional)},
                                                  {"overdue", std::to_string(procedures.overdue)},
                                                  {"held_above", std::to_string(procedures.held_above)},
                                                  {"unverified", std::to_string(procedures.unverified)},
                                                  {"not_submitted", std::to_string(procedures.not_submitted)},
                                                  {"in_work", std::to_string(procedures.in_work)}};
  for (const auto& target : figures.targets)
    numbers.emplace("target " + target.id, std::to_string(target.rate.ratio.numerator) + "/" +
                                               std::to_string(target.rate.ratio.denominator) + " " +
                                               (target.met ? (*target.met ? "true" : "false") : "null"));
  for (const auto& fault : figures.faults)
    if (fault.code != "no_plan_date") numbers.emplace("fault", fault.project.text() + " " + fault.code);
  std::string units;
  for (const auto& unit : carried)
    units += (units.empty() ? "" : " ") + unit.text();
  numbers.emplace("carried", units);
  for (const auto& table : leagues.leagues) {
    numbers.emplace("league " + table.id, league_text(table));
    std::string named;
    for (const auto& unit : table.candidates)
      named += (named.empty() ? "" : " ") + unit.text();
    numbers.emplace("candidates " + table.id, named);
  }
  return numbers;
}

TEST(HandComputed, EveryNumberOfTheTable) {
  const auto scenario = read_scenario(std::string(GUATU_SOURCE_DIR) + "/tests/scenario/hand_computed");
  ASSERT_EQ(scenario.ledger.projects.size(), 12U);
  ASSERT_EQ(scenario.days.size(), 2U);
  std::optional<counting::Figures> before;
  std::optional<leagues::Leagues> leagues_before;
  for (const auto& expected : scenario.days) {
    const auto tally = usecases::tally_from_ledger(scenario.ledger, scenario.campaign, expected.day);
    const std::vector<const counting::TallyInput*> ahead(scenario.campaign.targets.size(), nullptr);
    const auto figures =
        counting::count_figures({scenario.campaign, tally, before ? &*before : nullptr, std::nullopt, ahead});
    const auto leagues =
        leagues::rank_leagues(scenario.campaign, tally, leagues_before ? &*leagues_before : nullptr, figures.targets);
    const auto numbers = numbers_of(
        figures, leagues, ledger::carried_units(scenario.ledger, expected.day, scenario.campaign.first_dekad));
    for (const auto& [key, value] : expected.lines) {
      const auto [first, last] = numbers.equal_range(key);
      ASSERT_NE(first, last) << "nothing is called " << key;
      const bool found = std::any_of(first, last, [&](const auto& number) { return number.second == value; });
      EXPECT_TRUE(found) << format_iso(expected.day) << " " << key << ": expected " << value << ", counted "
                         << first->second;
    }
    const auto faults = std::ranges::count(expected.lines, "fault", &std::pair<std::string, std::string>::first);
    EXPECT_EQ(static_cast<std::size_t>(faults), numbers.count("fault")) << format_iso(expected.day);
    before = figures;
    leagues_before = leagues;
  }
}

TEST(HandComputed, TheRowsBehindARateAgreeWithIt) {
  const auto scenario = read_scenario(std::string(GUATU_SOURCE_DIR) + "/tests/scenario/hand_computed");
  for (const auto& expected : scenario.days) {
    const auto tally = usecases::tally_from_ledger(scenario.ledger, scenario.campaign, expected.day);
    const std::vector<const counting::TallyInput*> ahead(scenario.campaign.targets.size(), nullptr);
    const auto figures = counting::count_figures({scenario.campaign, tally, nullptr, std::nullopt, ahead});
    const auto leagues = leagues::rank_leagues(scenario.campaign, tally, nullptr, figures.targets);
    for (std::size_t i = 0; i < leagues.leagues.size(); ++i)
      for (const auto& row : leagues.leagues[i].rows) {
        const auto rows = leagues::explain(scenario.campaign, tally, scenario.campaign.leagues[i], row.unit);
        EXPECT_EQ(std::ranges::count(rows, true, &leagues::ExplainRow::counts), row.rate.ratio.denominator)
            << row.unit.text();
        EXPECT_EQ(std::ranges::count(rows, true, &leagues::ExplainRow::done), row.rate.ratio.numerator)
            << row.unit.text();
      }
  }
}

}  // namespace
}  // namespace guatu::test
