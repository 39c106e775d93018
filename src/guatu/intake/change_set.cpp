#include "guatu/intake/change_set.hpp"

#include <algorithm>
#include <set>

#include "guatu/intake/identity.hpp"
#include "guatu/intake/message_codes.hpp"
#include "guatu/intake/project_changes.hpp"

namespace guatu::intake {
namespace {

using ledger::ProjectHistory;

/// Messages by sheet, row and column would need the numbers back: reading goes in that order already, so a stable sort by
/// severity is not wanted either. Comparison's messages follow.
class Comparison {
 public:
  Comparison(const ReadForm& form, const ChangeContext& context)
      : form_(form), context_(context), identities_(context.ledger, context.dekad.last_day()) {
    set_.file = form.file;
    set_.sheet = form.sheet;
    set_.form = form.form;
    set_.unit = context.unit;
    set_.dekad = context.dekad;
    set_.messages = form.messages;
    for (const auto& project : context.ledger.projects)
      known_ids_.push_back(project);
  }

  ChangeSet run() {
    if (form_.form == FormKind::Table3) return upper_problems();
    set_.rows = static_cast<std::int64_t>(form_.projects.size());
    for (const auto& row : form_.projects)
      compare_row(row);
    note_missing_rows();
    return std::move(set_);
  }

 private:
  void say(std::string_view code, const Place& place, const MessageWords& words = {}) {
    set_.messages.push_back(make_message(code, place, words));
  }

  [[nodiscard]] const Place& place_of(const ReadProject& row, const char* field) const {
    const auto found = row.places.find(field);
    return found == row.places.end() ? row.row : found->second;
  }

  [[nodiscard]] std::string unit_name(const UnitCode& code) const {
    const auto* unit = context_.campaign.find_unit(code);
    return unit == nullptr ? code.text() : unit->name_on(context_.dekad.last_day()).name.zh;
  }

  /// The project meant by the row; a message and true in `refused` when that cannot be said.
  const ProjectHistory* identify(const ReadProject& row, bool& refused) {
    const auto& fields = row.fields;
    const auto key = identity_key(fields);
    const auto [earlier, fresh] = seen_.emplace(key, cell_reference(row.row));
    if (!fresh) {
      say("duplicate_row", row.row, {{}, {}, earlier->second});
      refused = true;
      return nullptr;
    }
    if (!fields.responsible.empty() && fields.responsible != context_.unit) {
      say("project_of_other_unit", place_of(row, "responsible"), {unit_name(fields.responsible), {}, {}});
      refused = true;
      return nullptr;
    }
    if (const auto* by_code = fields.code.empty() ? nullptr : identities_.find_by_code(fields.code)) {
      const auto owner = by_code->responsible_on(context_.dekad.last_day());
      if (owner == context_.unit) return by_code;
      say("project_of_other_unit", place_of(row, "code"), {unit_name(owner), {}, {}});
      refused = true;
      return nullptr;
    }
    const auto* by_name = identities_.find_by_name(context_.unit, fields.name);
    // Another code under the same name is another project; no code yet, or none given, is the same one.
    if (by_name != nullptr && (by_name->record.code.empty() || fields.code.empty())) return by_name;
    if (by_name != nullptr) {
      say("identity_conflict", place_of(row, "code"), {by_name->record.code, {}, fields.code});
      refused = true;
      return nullptr;
    }
    if (const auto* near = identities_.find_near(context_.unit, fields.name); near != nullptr && fields.code.empty()) {
      say("near_match", place_of(row, "name"), {near->name_on(context_.dekad.last_day()), {}, {}});
      refused = true;
      return nullptr;
    }
    if (const auto* elsewhere = identities_.find_elsewhere(context_.unit, fields.name))
      say("same_name_elsewhere", place_of(row, "name"),
          {unit_name(elsewhere->responsible_on(context_.dekad.last_day())), {}, {}});
    return nullptr;
  }

  void compare_row(const ReadProject& row) {
    bool refused = row.refused;
    const auto* known = row.fields.name.empty() ? nullptr : identify(row, refused);
    if (known != nullptr) reported_.insert(known->record.id);
    if (refused) {
      ++set_.refused;
      return;
    }
    if (known != nullptr) {
      revise_known(row, *known);
    } else {
      create(row);
    }
  }

  void revise_known(const ReadProject& row, const ProjectHistory& known) {
    if (!known.in_campaign_on(context_.dekad.last_day())) say("not_in_campaign", row.row);
    warn_about_name(row, known);
    const auto record = merged_record(known.record, row.fields);
    std::vector<RevisedPart> parts;
    if (!revise_parts(row, known.record.id, &known, parts)) {
      ++set_.refused;
      return;
    }
    const bool changed = record != known.record || !parts.empty();
    ++(changed ? set_.changed : set_.unchanged);
    if (record != known.record) set_.projects.push_back(record);
    std::ranges::move(parts, std::back_inserter(set_.parts));
  }

  void warn_about_name(const ReadProject& row, const ProjectHistory& known) {
    if (!known.ever_named(name_key(row.fields.name)))
      say("name_differs", place_of(row, "name"), {known.name_on(context_.dekad.last_day()), {}, {}});
  }

  void create(const ReadProject& row) {
    auto record = merged_record({}, row.fields);
    record.id = ledger::next_project_id(known_ids_);
    record.name = row.fields.name;
    record.responsible = context_.unit;
    std::vector<RevisedPart> parts;
    if (!revise_parts(row, record.id, nullptr, parts)) {
      ++set_.refused;
      return;
    }
    known_ids_.push_back({record, {}, {}});
    ledger::LifeEvent join;
    join.action = ledger::LifeAction::Join;
    join.on = context_.additions_from_dekad ? context_.dekad.first_day() : context_.campaign.starts_on;
    join.assumed = true;
    set_.joins.emplace_back(record.id, join);
    set_.projects.push_back(std::move(record));
    std::ranges::move(parts, std::back_inserter(set_.parts));
    ++set_.created;
  }

  /// False when a part is refused: then the project contributes nothing.
  bool revise_parts(const ReadProject& row, const ProjectId& project, const ProjectHistory* known,
                    std::vector<RevisedPart>& revised) {
    const ledger::RevisionContext revision{context_.dekad.last_day(), context_.campaign.starts_on,
                                           context_.published_through, context_.unit.text()};
    bool good = true;
    for (const auto& part : row.parts) {
      const auto* before = known == nullptr ? nullptr : known->find_part(part.kind, part.part);
      const auto result = ledger::revise(before == nullptr ? ledger::PartFacts{} : *before, part.reported, revision);
      for (const auto& issue : result.issues)
        set_.messages.push_back(issue_message(part, issue));
      good = good && !result.refused;
      if (result.changed) revised.push_back({project, part.kind, part.part, result.facts});
    }
    return good;
  }

  /// A project that the unit did not list keeps its facts; a missing row is never a removal. Source: rules 3.
  void note_missing_rows() {
    const auto day = context_.dekad.last_day();
    for (const auto& project : context_.ledger.projects) {
      if (!project.in_campaign_on(day) || project.responsible_on(day) != context_.unit ||
          reported_.contains(project.record.id))
        continue;
      say("row_missing", {form_.sheet, {}, {}, project.name_on(day)});
    }
  }

  ChangeSet upper_problems() {
    set_.rows = static_cast<std::int64_t>(form_.upper_problems.size());
    ledger::UpperProblemList list{context_.unit, context_.dekad, form_.upper_problems};
    for (auto& problem : list.problems) {
      if (problem.raised_by.empty()) problem.raised_by = context_.unit;
      const auto* project = identities_.find_anywhere(problem.project_name);
      if (project != nullptr) problem.project = project->record.id;
      if (project == nullptr) say("unknown_project", {form_.sheet, {}, "项目名称", problem.project_name});
    }
    if (set_.has_errors()) {
      set_.refused = set_.rows;
      return std::move(set_);
    }
    const auto before =
        std::ranges::find(context_.ledger.upper_problems, context_.unit, &ledger::UpperProblemList::unit);
    const bool same = before != context_.ledger.upper_problems.end() && before->problems == list.problems;
    (same ? set_.unchanged : (before == context_.ledger.upper_problems.end() ? set_.created : set_.changed)) =
        set_.rows;
    if (!same || before->dekad != list.dekad) set_.upper_problems = std::move(list);
    return std::move(set_);
  }

  const ReadForm& form_;
  const ChangeContext& context_;
  Identities identities_;
  ChangeSet set_;
  std::map<std::string, std::string> seen_;  ///< Identity → the cell that had it first.
  std::set<ProjectId> reported_;
  std::vector<ProjectHistory> known_ids_;  ///< Also those created here.
};

}  // namespace

bool ChangeSet::has_errors() const {
  return std::ranges::any_of(messages, [](const Message& message) { return message.severity == Severity::Error; });
}

ChangeSet compare_with_ledger(const ReadForm& form, const ChangeContext& context) {
  return Comparison(form, context).run();
}

}  // namespace guatu::intake
