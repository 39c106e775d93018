#include "guatu/usecases/sample/simulation.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <numeric>

#include "guatu/usecases/sample/completion_curve.hpp"
#include "guatu/usecases/sample/life_drawing.hpp"
#include "guatu/usecases/sample/part_timeline.hpp"
#include "guatu/usecases/sample/project_names.hpp"
#include "guatu/usecases/sample/random_source.hpp"
#include "guatu/usecases/sample/sample_codes.hpp"

namespace guatu::usecases {
namespace {

using campaign::Campaign;
using campaign::Capacity;
using ledger::ProjectHistory;

constexpr int kEnoughForSplit = 30;
constexpr int kLate = 25;  ///< Percent of the campaign's projects by which a late unit lies behind.

class Simulator {
 public:
  Simulator(const Campaign& campaign, std::uint64_t seed) : campaign_(campaign), curve_(campaign), random_(seed) {
    for (const auto& unit : campaign.units) {
      if (unit.has(Capacity::District)) districts_.push_back(unit.code);
      if (unit.has(Capacity::Sponsor)) sponsors_.push_back(unit.code);
      lateness_[unit.code] = random_.between(-12, 12);
    }
    // Two districts in thirteen, at least one.
    for (std::size_t i = 0; i <= districts_.size() / 10 && !districts_.empty(); ++i)
      lateness_[random_.one_of(districts_)] = kLate + static_cast<int>(i) * 10;
  }

  Simulation run(int projects) {
    // One of them comes of a split.
    const bool with_split = projects >= kEnoughForSplit;
    for (int i = 0; i < projects - (with_split ? 1 : 0); ++i)
      add_project(i, projects);
    const auto completions = draw_completions();
    for (std::size_t i = 0; i < completions.size(); ++i) {
      auto& project = simulation_.truth.projects.edit(i);
      project.parts = numbered(draw_parts(campaign_, *project.record.track, completions[i], random_));
    }
    add_life_events(
        campaign_, with_split,
        [this](Track track) { return numbered(draw_parts(campaign_, track, curve_.day_of(850), random_)); },
        simulation_);
    add_slips();
    add_missed_returns();
    return std::move(simulation_);
  }

 private:
  /// Districts come in falling size, a quarter of the projects belong to departments.
  UnitCode draw_responsible(int i) {
    if (districts_.empty() || (!sponsors_.empty() && i % 4 == 3)) return random_.one_of(sponsors_);
    const auto count = static_cast<int>(districts_.size());
    return districts_[static_cast<std::size_t>(std::min(random_.below(count), random_.below(count + 2)) % count)];
  }

  void add_project(int i, int projects) {
    ProjectHistory history;
    auto& record = history.record;
    record.id = ProjectId{fmt::format("P{:04}", i + 1)};
    record.responsible = draw_responsible(i);
    const auto* unit = campaign_.find_unit(record.responsible);
    if (unit->has(Capacity::District)) {
      record.districts = {record.responsible};
    } else if (!districts_.empty()) {
      record.districts = {random_.one_of(districts_)};
    }
    if (unit->has(Capacity::Sponsor)) {
      record.industry_department = record.responsible;
    } else if (!sponsors_.empty()) {
      record.industry_department = random_.one_of(sponsors_);
    }
    record.name = names_.next(random_);
    const auto* place = record.districts.empty() ? nullptr : campaign_.find_unit(record.districts.front());
    const auto region = place == nullptr ? std::string{} : place->region_code.value_or("");
    if (random_.chance(80)) record.code = sample_project_code(random_.chance(50) ? "2209" : "2210", region, i);
    record.owner = "样例建设有限公司" + std::to_string(i + 1);
    record.credit_code = sample_credit_code(region, i);
    record.field = draw_field(random_);
    record.track = random_.chance(25) ? Track::Approval : (random_.chance(10) ? Track::Sanction : Track::Filing);
    record.total_investment = Amount{random_.between(50, 3000) * 1'000'000LL};
    record.year_plan = Amount{record.total_investment->yuan * random_.between(20, 80) / 100};
    record.contact = "样例联系人" + std::to_string(i + 1);
    record.phone = "0000-" + std::to_string(1000000 + i);
    // The last few are added in the course of the campaign.
    const int span = campaign_.ends_on - campaign_.starts_on;
    const bool added = i >= projects - projects / 60;
    const auto joined = added ? campaign_.starts_on + span * random_.between(22, 45) / 100 : campaign_.starts_on;
    history.life = {{ledger::LifeAction::Join, joined, "", "", {}, {}, {}, true}};
    simulation_.truth.projects.push_back(std::move(history));
  }

  /// Places on the curve by luck and by the unit's pace, so that the whole keeps to the curve for any number of projects.
  std::vector<Date> draw_completions() {
    const auto& projects = simulation_.truth.projects;
    std::vector<int> score(projects.size());
    for (std::size_t i = 0; i < score.size(); ++i)
      score[i] = random_.below(10'000) + lateness_[projects[i].record.responsible] * 100;
    std::vector<std::size_t> order(projects.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return score[i]; });
    std::vector<Date> completions(projects.size());
    for (std::size_t place = 0; place < order.size(); ++place)
      completions[order[place]] = curve_.day_of(static_cast<int>((2 * place + 1) * 1000 / (2 * order.size())));
    return completions;
  }

  std::vector<ledger::PartHistory> numbered(std::vector<ledger::PartHistory> parts) {
    for (auto& part : parts)
      if (part.facts.finished && !random_.chance(3))
        part.facts.document_number =
            "样审字〔" + std::to_string(part.facts.finished->on.year()) + "〕" + std::to_string(++documents_) + "号";
    return parts;
  }

  /// A finish reported a day too early, a plan put off: both put right one return later or more.
  void add_slips() {
    for (std::size_t p = 0; p < simulation_.truth.projects.size(); ++p) {
      auto& project = simulation_.truth.projects[p];
      for (std::size_t k = 0; k < project.parts.size(); ++k) {
        const auto& facts = project.parts[k].facts;
        if (!facts.finished) continue;
        const auto finished = facts.finished->on;
        const bool roomy = facts.accepted.back().on < finished - 1 && !facts.handed_up;
        if (roomy && !facts.finished->assumed && finished > campaign_.starts_on && random_.chance(2))
          simulation_.slips.push_back({p, k, dekad_of(finished).next().last_day(), finished - 1, {}});
        if (facts.planned && random_.chance(5))
          simulation_.slips.push_back({p,
                                       k,
                                       campaign_.starts_on + random_.between(25, 80),
                                       {},
                                       exact_day(facts.planned->last - random_.between(5, 20))});
      }
    }
  }

  /// The slowest units miss one return in four, others now and then; nobody the first.
  void add_missed_returns() {
    for (auto dekad = campaign_.first_dekad.next(); dekad.last_day() <= campaign_.ends_on; dekad = dekad.next())
      for (const auto& unit : campaign_.units)
        if (random_.chance(lateness_[unit.code] >= kLate ? 25 : 2)) simulation_.missed.push_back({unit.code, dekad});
  }

  const Campaign& campaign_;
  CompletionCurve curve_;
  RandomSource random_;
  ProjectNames names_;
  Simulation simulation_;
  std::vector<UnitCode> districts_, sponsors_;
  std::map<UnitCode, int> lateness_;  ///< In percent of the campaign's projects.
  int documents_ = 0;
};

}  // namespace

bool Simulation::is_missed(const UnitCode& unit, const Dekad& dekad) const {
  return std::ranges::any_of(missed,
                             [&](const MissedReturn& miss) { return miss.unit == unit && miss.dekad == dekad; });
}

Simulation simulate(const Campaign& campaign, int projects, std::uint64_t seed) {
  return Simulator(campaign, seed).run(projects);
}

}  // namespace guatu::usecases
