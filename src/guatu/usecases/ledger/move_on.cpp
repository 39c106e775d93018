#include "guatu/usecases/ledger/move_on.hpp"

#include <algorithm>
#include <array>

namespace guatu::usecases {
namespace {

using ledger::ProjectHistory;
using Row = ports::Growth::Row;

/// Records of which there are few: all of them are read again when one is added.
constexpr std::array kReports = {json::kReturnRecord,  json::kUpperProblemsRecord, json::kAnswersRecord,
                                 json::kDisputeRecord, json::kDekadRecord,         json::kPublicationRecord};

class Move {
 public:
  Move(Known& known, const ports::Growth& growth) : known_(known), growth_(growth) {}

  Result<void> run() {
    for (const auto& row : growth_.rows) {
      if (row.record.type == json::kProjectRecord) GUATU_CHECK(put_project(row));
      if (row.record.type == json::kLifeRecord) GUATU_CHECK(put_life(row));
      if (row.record.type == json::kPartRecord) GUATU_CHECK(put_part(row));
    }
    return {};
  }

 private:
  /// The place of the project; where it would stand when it is new.
  [[nodiscard]] std::size_t place_of(const ProjectId& id) const {
    const auto& projects = known_.ledger.projects;
    const auto found = std::ranges::lower_bound(projects, id, ledger::stands_before,
                                                [](const ProjectHistory& each) { return each.record.id; });
    return static_cast<std::size_t>(found - projects.begin());
  }

  Result<ProjectHistory*> edit(const std::string& subject, const ProjectId& id) {
    const auto place = place_of(id);
    auto& projects = known_.ledger.projects;
    if (place == projects.size() || projects[place].record.id != id) return orphan(subject);
    return &projects.edit(place);
  }

  Result<void> put_project(const Row& row) {
    GUATU_TRY(auto record, json::decode_project(row.record.body, known_.vault));
    auto& projects = known_.ledger.projects;
    const auto place = place_of(record.id);
    if (place == projects.size() || projects[place].record.id != record.id) {
      projects.insert(place, {std::move(record), {}, {}, row.seq});
      return {};
    }
    auto& project = projects.edit(place);
    project.record = std::move(record);
    project.revision = row.seq;
    return {};
  }

  Result<void> put_life(const Row& row) {
    GUATU_TRY(auto* project, edit(row.record.subject, ProjectId{row.record.subject}));
    GUATU_TRY(const auto event, json::decode_life_event(row.record.body));
    project->life = ledger::with_event(std::move(project->life), event);
    return {};
  }

  Result<void> put_part(const Row& row) {
    auto key = json::parse_part_subject(row.record.subject);
    GUATU_TRY(auto* project, edit(row.record.subject, key.project));
    GUATU_TRY(auto facts, json::decode_part(row.record.body, known_.vault));
    auto& parts = project->parts;
    const auto known = std::ranges::find_if(
        parts, [&](const ledger::PartHistory& each) { return each.kind == key.kind && each.part == key.part; });
    if (known != parts.end()) {
      known->facts = std::move(facts);
      known->revision = row.seq;
      return {};
    }
    parts.push_back({std::move(key.kind), std::move(key.part), std::move(facts), row.seq});
    sort_parts(parts, known_.campaign());
    return {};
  }

  Known& known_;
  const ports::Growth& growth_;
};

bool brings(const ports::Growth& growth, std::string_view type) {
  return std::ranges::any_of(growth.rows, [&](const Row& row) { return row.record.type == type; });
}

}  // namespace

Result<Known> move_on(ports::Store& store, const Known& before, const ports::CommitHead& head) {
  GUATU_TRY(const auto growth, store.load_growth(before.head.seq + 1, head.seq));
  // Another catalogue sorts parts otherwise, and an erased value may stand anywhere.
  if (brings(growth, json::kCampaignRecord) || growth.erased_personal != before.erased_personal)
    return load_known(store, head);
  auto known = before;
  known.head = head;
  known.ledger.seq = head.seq;
  known.vault.learn(growth.personal);
  GUATU_CHECK(Move(known, growth).run());
  const auto has_reports = std::ranges::any_of(kReports, [&](std::string_view type) { return brings(growth, type); });
  if (has_reports) GUATU_CHECK(load_reports(store, known));
  return known;
}

}  // namespace guatu::usecases
