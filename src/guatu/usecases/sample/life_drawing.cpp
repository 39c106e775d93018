#include "guatu/usecases/sample/life_drawing.hpp"

#include <algorithm>

namespace guatu::usecases {
namespace {

using campaign::Campaign;
using campaign::Capacity;
using ledger::LifeAction;
using ledger::LifeEvent;
using ledger::ProjectHistory;

class LifeDrawing {
 public:
  LifeDrawing(const Campaign& campaign, const DrawParts& draw_new_parts, Simulation& simulation)
      : campaign_(campaign), draw_new_parts_(draw_new_parts), simulation_(simulation) {
    for (std::size_t i = 0; i < simulation.truth.projects.size(); ++i) {
      const auto& project = simulation.truth.projects[i];
      if (!project.record.code.empty() && project.life.front().on == campaign.starts_on) candidates_.push_back(i);
    }
    // Every third at most, spread over the list.
    step_ = std::max<std::size_t>(3, candidates_.size() / 11);
  }

  void run(bool wants_split) {
    if (const auto i = next(); i && wants_split) split(*i);
    if (const auto i = next()) rename(*i);
    if (const auto i = next()) move(*i);
    if (const auto i = next()) {
      record(*i, LifeAction::Suspend, 30, "资金未落实");
      record(*i, LifeAction::Resume, 62, "资金已落实");
    }
    if (const auto i = next()) record(*i, LifeAction::Withdraw, 40, "建设条件变化");
    if (const auto i = next()) merge(*i);
    if (const auto i = next()) record(*i, LifeAction::End, 70, "企业放弃建设");
    if (const auto i = next()) {
      record(*i, LifeAction::Withdraw, 25, "选址调整");
      record(*i, LifeAction::Join, 58, "重新选址后再次入库");
    }
    std::ranges::stable_sort(simulation_.life_events, {}, [](const auto& entry) { return entry.second.on; });
  }

 private:
  /// The next project that something happens to.
  std::optional<std::size_t> next() {
    next_ += step_;
    return next_ < candidates_.size() ? std::optional(candidates_[next_]) : std::nullopt;
  }

  ProjectHistory& project(std::size_t index) { return simulation_.truth.projects.edit(index); }

  LifeEvent event(LifeAction action, int percent, std::string reason) const {
    const auto first = campaign_.first_dekad.last_day() + 1;
    LifeEvent event;
    event.action = action;
    event.on = first + std::max(0, campaign_.ends_on - first) * percent / 100;
    event.reason = std::move(reason);
    event.approval = "样例批示〔" + std::to_string(event.on.year()) + "〕" +
                     std::to_string(simulation_.life_events.size() + 1) + "号";
    return event;
  }

  void record(std::size_t index, const LifeEvent& event) {
    project(index).life = ledger::with_event(project(index).life, event);
    simulation_.life_events.emplace_back(project(index).record.id, event);
  }
  void record(std::size_t index, LifeAction action, int percent, std::string reason) {
    record(index, event(action, percent, std::move(reason)));
  }

  void rename(std::size_t index) {
    auto renamed = event(LifeAction::Rename, 45, "以批复名称为准");
    renamed.name = project(index).record.name + "（重新命名）";
    record(index, renamed);
  }

  void move(std::size_t index) {
    const auto& from = project(index).record.responsible;
    const auto to = std::ranges::find_if(
        campaign_.units, [&](const campaign::Unit& unit) { return unit.has(Capacity::District) && unit.code != from; });
    if (to == campaign_.units.end()) return;
    auto moved = event(LifeAction::Move, 50, "属地管理调整");
    moved.to_unit = to->code;
    record(index, moved);
  }

  /// Into another project of the same unit, or the nearest one.
  void merge(std::size_t index) {
    const auto target = next();
    if (!target) return;
    auto merged = event(LifeAction::Merge, 66, "同一业主同址建设");
    merged.to_project = project(*target).record.id;
    record(index, merged);
  }

  void split(std::size_t index) {
    auto parted = event(LifeAction::Split, 54, "分期单独报批");
    ProjectHistory created;
    created.record = project(index).record;
    created.record.id = ledger::next_project_id(simulation_.truth.projects);
    created.record.name += "（二期）";
    created.record.code.clear();
    created.record.responsible = project(index).responsible_on(parted.on);
    LifeEvent joined;
    joined.on = parted.on;
    joined.reason = parted.reason;
    joined.approval = parted.approval;
    created.life = {joined};
    created.parts = draw_new_parts_(*created.record.track);
    parted.to_project = created.record.id;
    parted.name = created.record.name;
    record(index, parted);
    simulation_.truth.projects.push_back(std::move(created));
  }

  const Campaign& campaign_;
  const DrawParts& draw_new_parts_;
  Simulation& simulation_;
  std::vector<std::size_t> candidates_;
  std::size_t step_ = 1, next_ = 0;
};

}  // namespace

void add_life_events(const Campaign& campaign, bool with_split, const DrawParts& draw_new_parts,
                     Simulation& simulation) {
  LifeDrawing(campaign, draw_new_parts, simulation).run(with_split);
}

}  // namespace guatu::usecases
