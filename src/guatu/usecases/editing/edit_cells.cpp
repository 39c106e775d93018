#include "guatu/usecases/editing/edit_cells.hpp"

#include <algorithm>
#include <map>

#include "guatu/access/rights.hpp"
#include "guatu/base/text.hpp"
#include "guatu/json/edit_records.hpp"
#include "guatu/usecases/access/permission.hpp"
#include "guatu/usecases/editing/part_values.hpp"
#include "guatu/usecases/editing/repeated_request.hpp"
#include "guatu/usecases/ledger/named_project.hpp"
#include "guatu/usecases/until_written.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::usecases {
namespace {

/// The cells of one part, in the order of the request.
struct Row {
  const ledger::ProjectHistory* project = nullptr;
  const campaign::ProcedureKind* kind = nullptr;
  std::string part, subject;
  std::vector<const CellEdit*> cells;

  [[nodiscard]] const CellEdit* cell_of(std::string_view field) const {
    const auto found = std::ranges::find(cells, field, &CellEdit::field);
    return found == cells.end() ? nullptr : *found;
  }
  [[nodiscard]] std::int64_t revision() const { return project->revision_of(kind->code, part); }
};

EditFault fault(const CellEdit& cell, std::string code, Bilingual text, Bilingual remedy = {}) {
  return {std::move(code), cell.pointer, std::move(text), std::move(remedy)};
}

/// One decision about all cells of a request.
class Decision {
 public:
  Decision(const ActingSession& session, const EditRequest& request, Known& known)
      : session_(session),
        request_(request),
        known_(known),
        today_(shanghai_day(session.clock.now())),
        closed_(closed_dekad(known, today_)) {}

  EditAnswer decide(ports::Commit& commit) {
    for (const auto& cell : request_.cells)
      place(cell);
    for (const auto& row : rows_)
      if (may_write(row) && is_current(row)) revise(row, commit);
    answer_.end = !forbidden_.empty()          ? EditEnd::Forbidden
                  : !answer_.faults.empty()    ? EditEnd::Refused
                  : !answer_.conflicts.empty() ? EditEnd::Conflict
                                               : EditEnd::Done;
    if (answer_.end == EditEnd::Forbidden) answer_.faults = std::move(forbidden_);
    if (answer_.end != EditEnd::Done) answer_.rows.clear();
    return std::move(answer_);
  }

 private:
  [[nodiscard]] const campaign::Campaign& campaign() const { return known_.campaign(); }

  /// Puts the cell into its row, or says why it has none.
  void place(const CellEdit& cell) {
    const auto* project = find_named_project(known_.ledger, cell.project);
    const auto* kind = campaign().find_kind(cell.kind);
    if (project == nullptr)
      answer_.faults.push_back(fault(cell, "unknown_project", unknown_project(cell.project).message));
    if (kind == nullptr || !kind->in_force(today_))
      answer_.faults.push_back(
          fault(cell, "unknown_kind",
                {"没有审批事项“" + cell.kind.text() + "”", "there is no kind \"" + cell.kind.text() + "\""}));
    if (!is_field(cell.field))
      answer_.faults.push_back(fault(cell, "unknown_field",
                                     {"没有“" + cell.field + "”这一栏", "there is no field \"" + cell.field + "\""},
                                     {"可填的栏见权限表", "the table of rights lists the fields"}));
    if (project == nullptr || kind == nullptr || !kind->in_force(today_) || !is_field(cell.field)) return;
    auto subject = json::part_subject({project->record.id, cell.kind, cell.part});
    auto found = std::ranges::find(rows_, subject, &Row::subject);
    if (found == rows_.end()) {
      rows_.push_back({project, kind, cell.part, std::move(subject), {}});
      found = std::prev(rows_.end());
    }
    if (found->cell_of(cell.field) != nullptr)
      answer_.faults.push_back(fault(cell, "duplicate_cell", {"同一格写了两次", "the same cell is written twice"},
                                     {"请只留一个值", "leave one value"}));
    found->cells.push_back(&cell);
  }

  [[nodiscard]] static bool is_field(std::string_view field) {
    return std::ranges::any_of(access::field_rights(), [&](const access::FieldRight& each) {
      return each.field == field && each.right == access::Right::EditProcedures;
    });
  }

  bool may_write(const Row& row) {
    const auto* facts = row.project->find_part(row.kind->code, row.part);
    const auto line = facts != nullptr && !facts->line.empty() ? facts->line : row.kind->line;
    const access::WrittenRow written{row.project->responsible_on(today_), line, closed_, !request_.reason.empty()};
    const auto objections =
        access::objections(acting_post(session_, campaign()), access::Right::EditProcedures, written);
    for (const auto& objection : objections)
      forbidden_.push_back(fault(*row.cells.front(), "forbidden", objection));
    if (objections.empty() && !row.project->in_campaign_on(today_)) {
      const auto& id = row.project->record.id.text();
      answer_.faults.push_back(
          fault(*row.cells.front(), "not_in_campaign",
                {"项目 " + id + " 今天不在库", "project " + id + " is not in the campaign today"}));
      return false;
    }
    return objections.empty();
  }

  /// Whether the row is still the one that the writer saw; otherwise both values of each of his cells.
  bool is_current(const Row& row) {
    const auto revision = row.revision();
    bool current = true;
    for (const auto* cell : row.cells) {
      if (!cell->revision || *cell->revision == revision) continue;
      current = false;
      conflict(row, *cell);
    }
    return current;
  }

  void conflict(const Row& row, const CellEdit& cell) {
    const auto values = values_now(row);
    const auto theirs = values.find(cell.field);
    answer_.conflicts.push_back({cell.pointer, row.project->record.id, row.kind->code, row.part, cell.field, cell.value,
                                 theirs == values.end() ? std::string{} : theirs->second, row.revision()});
  }

  /// Who saw an empty cell writes over nothing that stands there now.
  void guard_unseen(const Row& row, const EditedRow& edited, const PartValues& was) {
    for (const auto* cell : row.cells)
      if (!cell->revision && !cell->over_anything && was.contains(cell->field) &&
          std::ranges::find(edited.fields, cell->field) != edited.fields.end())
        conflict(row, *cell);
  }

  [[nodiscard]] ledger::PartFacts facts_now(const Row& row) const {
    const auto* facts = row.project->find_part(row.kind->code, row.part);
    return facts == nullptr ? ledger::PartFacts{} : *facts;
  }

  [[nodiscard]] PartValues values_now(const Row& row) const {
    return values_of(facts_now(row), row.project->record.id, row.kind->code, row.part, today_);
  }

  /// What the cells say, as a return would have said it.
  ledger::ReportedPart reported(const Row& row) {
    ledger::ReportedPart part;
    for (const auto* cell : row.cells) {
      if (trim(cell->value).empty()) {
        answer_.notes.push_back(
            fault(*cell, "blank_unchanged", {"空白不改变已填的内容", "a blank changes nothing"},
                  {"要退回，请改状态或撤销原来的修改", "change the state, or undo the earlier write"}));
        continue;
      }
      auto wrong = read_value(part, cell->field, trim(cell->value), campaign(), *row.kind, today_);
      if (wrong) answer_.faults.push_back(fault(*cell, "bad_value", std::move(wrong->text), std::move(wrong->remedy)));
    }
    return part;
  }

  void revise(const Row& row, ports::Commit& commit) {
    const auto before = facts_now(row);
    const auto said = reported(row);
    const auto post = acting_post(session_, campaign());
    const auto revision =
        ledger::revise(before, said, {today_, campaign().starts_on, known_.published_through(), post.unit.text()});
    for (const auto& issue : revision.issues)
      tell(row, issue);
    if (!revision.changed) return;
    const auto& id = row.project->record.id;
    EditedRow edited{id, row.kind->code, row.part, known_.head.seq + 1, {}};
    const auto was = values_of(before, id, row.kind->code, row.part, today_);
    const auto is = values_of(revision.facts, id, row.kind->code, row.part, today_);
    for (const auto& each : access::field_rights()) {
      const auto old_value = was.find(each.field);
      const auto new_value = is.find(each.field);
      const bool same = (old_value == was.end()) == (new_value == is.end()) &&
                        (old_value == was.end() || old_value->second == new_value->second);
      if (same) continue;
      edited.fields.emplace_back(each.field);
      answer_.changes.push_back({id, row.kind->code, row.part, std::string(each.field),
                                 old_value == was.end() ? std::string{} : old_value->second,
                                 new_value == is.end() ? std::string{} : new_value->second});
    }
    guard_unseen(row, edited, was);
    answer_.rows.push_back(std::move(edited));
    commit.records.push_back(
        {std::string(json::kPartRecord), row.subject, json::encode_part(revision.facts, known_.vault)});
  }

  /// An issue stands at the cell that it is about, otherwise at the row's first.
  void tell(const Row& row, const ledger::RevisionIssue& issue) {
    const auto* cell = row.cell_of(field_of(issue.field));
    if (cell == nullptr && issue.other) cell = row.cell_of(field_of(*issue.other));
    if (cell == nullptr) cell = row.cells.front();
    auto& list = issue.severity == ledger::Severity::Error ? answer_.faults : answer_.notes;
    list.push_back(fault(*cell, issue.code, issue.text, issue.remedy));
  }

  const ActingSession& session_;
  const EditRequest& request_;
  Known& known_;
  Date today_;
  std::optional<Dekad> closed_;
  std::vector<Row> rows_;
  std::vector<EditFault> forbidden_;
  EditAnswer answer_;
};

/// The same decision, of which nothing is written.
Result<EditAnswer> preview(const ActingSession& session, const EditRequest& request) {
  GUATU_TRY(auto known, load_newest(session));
  auto commit = session.begin_commit(known.campaign(), "edit", {}, request.reason);
  auto answer = Decision(session, request, known).decide(commit);
  answer.seq = known.head.seq;
  return answer;
}

Result<EditAnswer> attempt(const ActingSession& session, const EditRequest& request) {
  GUATU_TRY(auto known, load_newest(session));
  GUATU_TRY(auto repeated, find_repeated(session, request.key, known.head.seq));
  if (repeated) return *std::move(repeated);
  auto commit = session.begin_commit(known.campaign(), "edit", {}, request.reason);
  auto answer = Decision(session, request, known).decide(commit);
  answer.seq = known.head.seq;
  if (answer.end != EditEnd::Done || commit.records.empty()) return answer;
  json::EditRecord edit;
  for (const auto& record : commit.records)
    edit.subjects.push_back(record.subject);
  commit.source = edit.subjects.front();
  commit.records.push_back({std::string(json::kEditRecord), session.actor, json::encode_edit(edit)});
  remember_request(commit, session, request.key, answer.rows);
  commit.personal = known.vault.take_new();
  GUATU_TRY(const auto head, session.store.append(commit, known.head.seq));
  answer.seq = head.seq;
  return answer;
}

}  // namespace

Result<EditAnswer> edit_cells(const ActingSession& session, const EditRequest& request) {
  GUATU_CHECK(check_right(session, access::Right::EditProcedures));
  return until_written(session.store, [&] { return attempt(session, request); });
}

Result<EditAnswer> preview_cells(const ActingSession& session, const EditRequest& request) {
  GUATU_CHECK(check_right(session, access::Right::EditProcedures));
  return preview(session, request);
}

}  // namespace guatu::usecases
