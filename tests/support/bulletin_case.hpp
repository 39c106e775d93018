#pragma once

#include <memory>
#include <string>
#include <vector>

#include "guatu/leagues/league_table.hpp"
#include "guatu/reporting/bulletin_input.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"
#include "guatu/values/instant.hpp"

#include "tests/support/campaign_builder.hpp"

/// A hand-made campaign of nine projects in which every clause of a bulletin finds something to say: ties, a bottom group that
/// grows, an unverified and a disputed completion, one that is taken back, a procedure held above, life events, gaps.
namespace guatu::testing {

inline Date december(unsigned day) {
  return Date::of(2022, 12, day);
}

inline ledger::PartFacts decided_by(Authority authority) {
  ledger::PartFacts facts;
  facts.authority = authority;
  facts.planned = exact_day(Date::of(2023, 1, 20));
  return facts;
}

inline ledger::PartFacts finished_on(Date day, Authority authority = Authority::City) {
  auto facts = decided_by(authority);
  facts.finished = ledger::DatedFact{day};
  facts.document_number = "样文〔2022〕" + std::to_string(day.day()) + "号";
  return facts;
}

inline ledger::PartFacts finished_but_assumed(Date day) {
  auto facts = decided_by(Authority::City);
  facts.finished = ledger::DatedFact{day, true};
  return facts;
}

inline ledger::PartFacts handed_up_on(Date day) {
  auto facts = decided_by(Authority::Region);
  facts.handed_up = ledger::DatedFact{day};
  return facts;
}

inline ledger::PartFacts accepted_on(Date day, Date planned) {
  auto facts = decided_by(Authority::City);
  facts.accepted = {ledger::DatedFact{day}};
  facts.planned = exact_day(planned);
  return facts;
}

inline ledger::PartFacts preparing_on(Date day) {
  auto facts = decided_by(Authority::County);
  facts.preparing = ledger::DatedFact{day};
  return facts;
}

inline ledger::PartFacts not_involved() {
  ledger::PartFacts facts;
  facts.not_applicable = ledger::NotApplicable{december(1), {}, {}, {}};
  return facts;
}

struct PartOf {
  const char* kind;
  ledger::PartFacts facts;
};

inline ledger::ProjectHistory project(const std::string& id, const std::string& name, const std::string& unit,
                                      std::int64_t millions, std::vector<PartOf> parts) {
  ledger::ProjectHistory history;
  history.record.id = ProjectId{id};
  history.record.name = name;
  history.record.responsible = UnitCode{unit};
  history.record.districts = {UnitCode{"north"}};
  history.record.owner = name + "公司";
  history.record.total_investment = Amount{millions * 1'000'000};
  history.record.year_plan = Amount{millions * 400'000};
  history.record.contact = "联系人";
  history.record.phone = "13800000000";
  ledger::LifeEvent join;
  join.on = december(1);
  join.assumed = true;
  history.life = {join};
  for (auto& part : parts)
    history.parts.push_back({KindCode{part.kind}, {}, std::move(part.facts)});
  return history;
}

inline ledger::LifeEvent life(ledger::LifeAction action, Date on) {
  ledger::LifeEvent event;
  event.action = action;
  event.on = on;
  event.reason = "建设条件变化";
  event.approval = "样批〔2022〕1号";
  return event;
}

inline campaign::Campaign bulletin_campaign() {
  using campaign::AuthorityScope;
  using campaign::Capacity;
  using campaign::LeagueUnit;
  using campaign::Measure;
  auto campaign = small_campaign();
  campaign.title = {"某市重点项目集中攻坚", "Campaign of a city"};
  campaign.form.plan_year = 2023;
  campaign.form.authority_words = {{Authority::State, "国家级"},
                                   {Authority::Region, "省级"},
                                   {Authority::City, "市级"},
                                   {Authority::County, "县级"}};
  campaign.paper = {"某市指挥部办公室", "某市指挥部",      "某市指挥部办公室文件", "某攻坚办发", "某市", "县区",
                    "市直有关部门",     "市委、市政府领导"};
  campaign.targets = {
      make_target("t1", Measure::ProjectsFinished, AuthorityScope::All, {70, 100}, Date::of(2023, 2, 28)),
      make_target("t3", Measure::ProceduresHandedUp, AuthorityScope::RegionAndState, {1, 1}, december(20))};
  campaign.leagues = {make_league("district", Capacity::District, LeagueUnit::Project, 1),
                      make_league("sponsor", Capacity::Sponsor, LeagueUnit::Project, 1),
                      make_league("approver", Capacity::Approver, LeagueUnit::ProcedurePart, 2)};
  campaign.leagues[0].minimum_size = 2;
  campaign.kinds[2].predecessors = {{KindCode{"land"}, campaign::EdgeKind::Law, {}, 0, "law"}};
  campaign.index();
  return campaign;
}

inline ledger::Ledger bulletin_ledger() {
  using ledger::LifeAction;
  ledger::Ledger ledger;
  ledger.seq = 42;
  ledger.projects = {
      project("P0001", "北区污水处理厂", "north", 300,
              {{"approval", finished_on(december(5))},
               {"land", finished_on(december(6), Authority::Region)},
               {"works", finished_on(december(8))}}),
      project("P0002", "北区中学", "north", 120,
              {{"approval", finished_on(december(2))},
               {"land", not_involved()},
               {"works", accepted_on(december(7), december(9))}}),
      project("P0003", "南区公路", "south", 500,
              {{"approval", finished_on(december(3))},
               {"land", handed_up_on(december(4))},
               {"works", preparing_on(december(10))}}),
      project("P0004", "南区水库", "south", 250, {{"approval", finished_but_assumed(december(10))}}),
      project("P0005", "西旗风电", "west", 800, {}),
      project("P0006", "交通枢纽", "road", 900,
              {{"approval", finished_on(Date::of(2022, 10, 8))},
               {"land", not_involved()},
               {"works", finished_on(Date::of(2022, 11, 8))}}),
      project("P0007", "农业产业园", "farm", 60,
              {{"approval", accepted_on(december(8), Date::of(2023, 1, 10))},
               {"land", not_involved()},
               {"works", preparing_on(december(10))}}),
      project("P0008", "西旗绿化", "west", 10,
              {{"approval", not_involved()}, {"land", not_involved()}, {"works", not_involved()}}),
      project(
          "P0009", "西旗粮库", "west", 40,
          {{"approval", finished_on(december(26))}, {"land", not_involved()}, {"works", finished_on(december(29))}})};
  auto& projects = ledger.projects;
  projects.edit(8).life = {life(LifeAction::Join, december(24))};
  projects.edit(6).life.push_back(life(LifeAction::Withdraw, december(25)));
  projects.edit(3).life.push_back(life(LifeAction::Move, december(22)));
  projects.edit(3).life.back().to_unit = UnitCode{"north"};
  projects.edit(0).parts[2].facts.revoked = ledger::Revocation{december(30), false, "批复文件被撤回"};
  projects.edit(1).parts[0].facts.disputes = {
      ledger::Dispute{december(12), std::nullopt, std::nullopt, UnitCode{"plan"}, "文号不符"}};
  ledger.upper_problems = {{UnitCode{"south"},
                            {2022, 12, 2},
                            {{"南区公路", std::nullopt, Amount{500'000'000}, Amount{200'000'000}, "可研已批",
                              UnitCode{"south"}, "林地定额不足", "省林草局", "市林草局"}}}};
  return ledger;
}

/// Everything that an input refers to, kept together.
struct BulletinCase {
  campaign::Campaign campaign = bulletin_campaign();
  ledger::Ledger ledger = bulletin_ledger();
  counting::TallyInput tally, tally_before, at_deadline, without_life;
  std::unique_ptr<reporting::BulletinInput> input;
};

inline counting::Figures figures_of(const BulletinCase& made, const counting::TallyInput& tally,
                                    const counting::Figures* before, std::optional<counting::PreviousDekad> previous) {
  std::vector<const counting::TallyInput*> at_deadline;
  for (const auto& target : made.campaign.targets)
    at_deadline.push_back(target.deadline < tally.as_of ? &made.at_deadline : nullptr);
  return counting::count_figures({made.campaign, tally, before, previous, at_deadline});
}

/// As of `as_of`; compared with the dekad before when there is one, as published in revision 2.
inline std::unique_ptr<BulletinCase> bulletin_case(Date as_of, ledger::Ledger ledger = bulletin_ledger()) {
  auto made = std::make_unique<BulletinCase>();
  made->ledger = std::move(ledger);
  const auto tally_on = [&](Date day) { return usecases::tally_from_ledger(made->ledger, made->campaign, day); };
  made->tally = tally_on(as_of);
  made->at_deadline = tally_on(december(20));
  const auto before_dekad = last_ended_before(as_of);
  std::optional<counting::Figures> before;
  std::optional<leagues::Leagues> leagues_before;
  if (before_dekad.last_day() >= made->campaign.starts_on) {
    made->tally_before = tally_on(before_dekad.last_day());
    before = figures_of(*made, made->tally_before, nullptr, std::nullopt);
    leagues_before = leagues::rank_leagues(made->campaign, made->tally_before, nullptr, before->targets);
  }
  const auto previous = before ? std::optional(counting::PreviousDekad{before_dekad, 2}) : std::nullopt;
  auto figures = figures_of(*made, made->tally, before ? &*before : nullptr, previous);
  auto leagues =
      leagues::rank_leagues(made->campaign, made->tally, leagues_before ? &*leagues_before : nullptr, figures.targets);
  made->input = std::make_unique<reporting::BulletinInput>(reporting::BulletinInput{made->campaign,
                                                                                    made->ledger,
                                                                                    made->tally,
                                                                                    dekad_of(as_of),
                                                                                    as_of,
                                                                                    1,
                                                                                    false,
                                                                                    {},
                                                                                    std::move(figures),
                                                                                    std::move(leagues),
                                                                                    {},
                                                                                    before,
                                                                                    std::nullopt,
                                                                                    42,
                                                                                    std::string(64, 'a'),
                                                                                    last_second_of(as_of + 2),
                                                                                    std::string(64, 'b'),
                                                                                    {},
                                                                                    {}});
  if (before) {
    auto still = made->ledger;
    for (std::size_t i = 0; i < still.projects.size(); ++i)
      std::erase_if(still.projects.edit(i).life, [&](const auto& event) { return event.on > before_dekad.last_day(); });
    made->without_life = usecases::tally_from_ledger(still, made->campaign, as_of);
    made->input->finished_rate_without_life_events =
        figures_of(*made, made->without_life, nullptr, std::nullopt).projects.finished_rate;
  }
  return made;
}

}  // namespace guatu::testing
