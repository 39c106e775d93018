#include "guatu/intake/change_set.hpp"

#include <algorithm>
#include <set>

#include "guatu/intake/message_codes.hpp"
#include "guatu/intake/project_changes.hpp"
#include "guatu/intake/project_matcher.hpp"
#include "guatu/ledger/state_on_day.hpp"

namespace guatu::intake {
namespace {

using ledger::ProjectHistory;

const ledger::PartFacts kNothingKnown;

/// Wrong whatever the part's unread cell should have said.
bool holds_in_any_case(const ledger::RevisionIssue& issue) {
  return issue.code == "date_after_report" || issue.code == "state_contradiction";
}

template <typename T>
void append(std::vector<T>& all, std::vector<T> more) {
  std::ranges::move(more, std::back_inserter(all));
}

/// Reading's messages come first, in the order of the sheet; comparison's follow.
class Comparison {
 public:
  Comparison(const ReadForm& form, const ChangeContext& context, ListedRows& listed)
      : form_(form),
        context_(context),
        matcher_(context, listed, set_.messages, set_.settled),
        next_id_(ledger::next_project_id(context.ledger.projects)) {
    set_.file = form.file;
    set_.sheet = form.sheet;
    set_.form = form.form;
    set_.unit = context.unit;
    set_.dekad = context.dekad;
    set_.messages = form.messages;
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

  void compare_row(const ReadProject& row) {
    const auto [known, refused] = row.fields.name.empty() ? MeantProject{} : matcher_.find(row);
    if (known != nullptr) reported_.insert(known->record.id);
    if (refused || row.refused) {
      ++set_.refused;
      say_more_faults(row, known, refused ? Severity::Error : Severity::Note);
      return;
    }
    if (known != nullptr) {
      note_blanks(row, *known);
      revise_known(row, *known);
    } else {
      create(row);
    }
  }

  /// What is wrong with the parts of a row that is refused already: everything is said at once.
  /// Of a row whose project is not known, only what is wrong in any case.
  void say_more_faults(const ReadProject& row, const ProjectHistory* known, Severity least) {
    std::vector<RevisedPart> unused;
    std::vector<FieldChange> unused_changes;
    const auto before = static_cast<std::ptrdiff_t>(set_.messages.size());
    static_cast<void>(revise_parts(row, {}, known, unused, unused_changes));
    const auto lighter = std::remove_if(set_.messages.begin() + before, set_.messages.end(),
                                        [&](const Message& message) { return message.severity > least; });
    set_.messages.erase(lighter, set_.messages.end());
  }

  void revise_known(const ReadProject& row, const ProjectHistory& known) {
    if (!known.in_campaign_on(context_.dekad.last_day())) say("not_in_campaign", row.row);
    warn_about_name(row, known);
    warn_about_amounts(row, known.record);
    const auto record = merged_record(known.record, row.fields);
    std::vector<RevisedPart> parts;
    auto changes = project_field_changes(row, known.record, record);
    if (!revise_parts(row, known.record.id, &known, parts, changes)) {
      ++set_.refused;
      return;
    }
    append(set_.changes, std::move(changes));
    const bool changed = record != known.record || !parts.empty();
    ++(changed ? set_.changed : set_.unchanged);
    if (record != known.record) set_.projects.push_back(record);
    std::ranges::move(parts, std::back_inserter(set_.parts));
  }

  /// Procedures whose state is known and that the row leaves blank: unchanged, with a question. Source: rules 2.
  void note_blanks(const ReadProject& row, const ProjectHistory& known) {
    Bilingual names;
    for (const auto& part : known.parts) {
      const auto same = [&](const ReadPart& said) { return said.kind == part.kind && said.part == part.part; };
      if (!form_.kinds.contains(part.kind) || std::ranges::any_of(row.parts, same)) continue;
      const auto state = ledger::state_on_day(part.facts, context_.dekad.last_day(), campaign::Completion::Claimed);
      if (state == ProcedureState::Unknown || state == ProcedureState::NotApplicable) continue;
      const auto* kind = context_.campaign.find_kind(part.kind);
      if (kind == nullptr) continue;
      const auto suffix = part.part.empty() ? std::string() : "/" + part.part;
      names.zh += (names.zh.empty() ? "" : "、") + kind->name.zh + suffix;
      names.en += (names.en.empty() ? "" : ", ") + kind->name.en + suffix;
    }
    if (!names.zh.empty()) say("blank_kept", place_of(row, "name"), {names.zh, names.en, {}});
  }

  void warn_about_name(const ReadProject& row, const ProjectHistory& known) {
    if (!known.ever_named(name_key(row.fields.name)) && !matcher_.find_answer(row.fields.name))
      say("name_differs", place_of(row, "name"), {known.name_on(context_.dekad.last_day()), {}, {}});
  }

  void warn_about_amounts(const ReadProject& row, const ledger::ProjectRecord& known) {
    const auto warn = [&](const char* field, const Bilingual& name, const auto& was, const auto& is) {
      if (!was || !is || *was == *is) return;
      say("amount_changed", place_of(row, field), {name.zh, name.en, format_hundred_million(*was) + " 亿元"});
    };
    const auto& said = row.fields;
    warn("total_investment", {"总投资", "total investment"}, known.total_investment, said.total_investment);
    warn("year_plan", {"年度计划完成投资", "the year's plan"}, known.year_plan, said.year_plan);
  }

  void create(const ReadProject& row) {
    auto record = merged_record({}, row.fields);
    record.id = next_id_;
    record.name = row.fields.name;
    record.responsible = context_.unit;
    std::vector<RevisedPart> parts;
    auto changes = project_field_changes(row, {}, record);
    if (!revise_parts(row, record.id, nullptr, parts, changes)) {
      ++set_.refused;
      return;
    }
    append(set_.changes, std::move(changes));
    next_id_ = ledger::project_id_after(next_id_);
    ledger::LifeEvent join;
    join.action = ledger::LifeAction::Join;
    join.on = context_.additions_from_dekad ? context_.dekad.first_day() : context_.campaign.starts_on;
    join.assumed = true;
    set_.joins.emplace_back(record.id, join);
    set_.projects.push_back(std::move(record));
    std::ranges::move(parts, std::back_inserter(set_.parts));
    ++set_.created;
  }

  [[nodiscard]] std::vector<FieldChange> changes_of(const ReadProject& row, const ReadPart& part,
                                                    const ProjectId& project, const ledger::PartFacts& before,
                                                    const ledger::PartFacts& after) const {
    auto changes = part_field_changes(row, part, project, before, after, context_.dekad.last_day());
    const auto* kind = context_.campaign.find_kind(part.kind);
    for (auto& change : changes)
      change.label = kind == nullptr ? part.kind.text() : kind->name.zh;
    return changes;
  }

  /// False when a part is refused: then the project contributes nothing.
  bool revise_parts(const ReadProject& row, const ProjectId& project, const ProjectHistory* known,
                    std::vector<RevisedPart>& revised, std::vector<FieldChange>& changes) {
    const ledger::RevisionContext revision{context_.dekad.last_day(), context_.campaign.starts_on,
                                           context_.published_through, context_.unit.text()};
    bool good = true;
    for (const auto& part : row.parts) {
      const auto* before = known == nullptr ? nullptr : known->find_part(part.kind, part.part);
      const auto& facts = before == nullptr ? kNothingKnown : *before;
      const auto result = ledger::revise(facts, part.reported, revision);
      if (result.changed) append(changes, changes_of(row, part, project, facts, result.facts));
      for (const auto& issue : result.issues)
        if (!part.refused || holds_in_any_case(issue)) set_.messages.push_back(issue_message(part, issue));
      good = good && !result.refused && !part.refused;
      // A part that is only named exists, unknown: it is a procedure of its own in every count.
      const bool only_named = before == nullptr && !part.part.empty();
      if (result.changed || only_named) revised.push_back({project, part.kind, part.part, result.facts});
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
    const auto taken = static_cast<std::int64_t>(form_.upper_problems.size());
    set_.refused = form_.refused_problems;
    set_.rows = taken + set_.refused;
    ledger::UpperProblemList list{context_.unit, context_.dekad, form_.upper_problems};
    for (auto& problem : list.problems) {
      if (problem.raised_by.empty()) problem.raised_by = context_.unit;
      const auto* project = matcher_.identities().find_anywhere(problem.project_name);
      if (project != nullptr) problem.project = project->record.id;
      if (project == nullptr) say("unknown_project", {form_.sheet, {}, "项目名称", problem.project_name});
    }
    const auto before =
        std::ranges::find(context_.ledger.upper_problems, context_.unit, &ledger::UpperProblemList::unit);
    const bool same = before != context_.ledger.upper_problems.end() && before->problems == list.problems;
    (same ? set_.unchanged : (before == context_.ledger.upper_problems.end() ? set_.created : set_.changed)) = taken;
    if (!same || before->dekad != list.dekad) set_.upper_problems = std::move(list);
    return std::move(set_);
  }

  const ReadForm& form_;
  const ChangeContext& context_;
  ChangeSet set_;
  ProjectMatcher matcher_;
  std::set<ProjectId> reported_;
  ProjectId next_id_;
};

}  // namespace

bool ChangeSet::has_errors() const {
  return std::ranges::any_of(messages, [](const Message& message) { return message.severity == Severity::Error; });
}

ChangeSet compare_with_ledger(const ReadForm& form, const ChangeContext& context, ListedRows& listed) {
  return Comparison(form, context, listed).run();
}

void apply_changes(const ChangeSet& changes, ledger::Ledger& ledger) {
  std::map<ProjectId, std::size_t> places;
  for (std::size_t i = 0; i < ledger.projects.size(); ++i)
    places.emplace(ledger.projects[i].record.id, i);
  for (const auto& record : changes.projects) {
    const auto [place, fresh] = places.emplace(record.id, ledger.projects.size());
    if (fresh) ledger.projects.push_back({});
    ledger.projects.edit(place->second).record = record;
  }
  for (const auto& [project, event] : changes.joins) {
    auto& life = ledger.projects.edit(places.at(project)).life;
    life = ledger::with_event(std::move(life), event);
  }
  for (const auto& part : changes.parts) {
    auto& parts = ledger.projects.edit(places.at(part.project)).parts;
    const auto known = std::ranges::find_if(
        parts, [&](const ledger::PartHistory& other) { return other.kind == part.kind && other.part == part.part; });
    if (known == parts.end())
      parts.push_back({part.kind, part.part, part.facts, 0});
    else
      known->facts = part.facts;
  }
  if (changes.upper_problems) {
    const auto& list = *changes.upper_problems;
    std::erase_if(ledger.upper_problems, [&](const auto& other) { return other.unit == list.unit; });
    ledger.upper_problems.push_back(list);
  }
}

}  // namespace guatu::intake
