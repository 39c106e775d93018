#include "guatu/usecases/editing/undo.hpp"

#include <algorithm>
#include <set>

#include "guatu/json/edit_records.hpp"
#include "guatu/usecases/access/permission.hpp"
#include "guatu/usecases/editing/part_values.hpp"
#include "guatu/usecases/editing/repeated_request.hpp"
#include "guatu/usecases/editing/row_revision.hpp"
#include "guatu/usecases/editing/take_back.hpp"
#include "guatu/usecases/evidence/evidence_rows.hpp"
#include "guatu/usecases/until_written.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::usecases {
namespace {

struct Edit {
  std::int64_t seq = 0;
  json::EditRecord record;
};

/// Writes of one writer, or of everybody, oldest first.
Result<std::vector<Edit>> load_edits(ports::Store& store, std::int64_t head, const std::optional<std::string>& writer) {
  GUATU_TRY(const auto records, store.load_history(std::string(json::kEditRecord), head, writer));
  std::vector<Edit> edits;
  for (const auto& record : records) {
    GUATU_TRY(auto edit, json::decode_edit(record.body));
    edits.push_back({record.seq, std::move(edit)});
  }
  return edits;
}

bool is_undone(const std::vector<Edit>& edits, std::int64_t seq) {
  return std::ranges::any_of(edits, [seq](const Edit& each) { return each.record.undoes == seq; });
}

Result<bool> is_written_again(ports::Store& store, const Edit& edit, std::int64_t head) {
  for (const auto& subject : edit.record.subjects) {
    GUATU_TRY(const auto revision, load_revision(store, subject, head));
    if (revision != edit.seq) return true;
  }
  for (const auto& other : edit.record.others) {
    GUATU_TRY(const auto newest, load_newest_number(store, other, head));
    if (newest != edit.seq) return true;
  }
  return false;
}

bool writes_everywhere(const ActingSession& session) {
  return session.acting == nullptr ||
         access::reach_of(access::Right::EditProcedures, session.acting->post.role) == access::Reach::All;
}

/// The write that is meant: one's own, or anybody's for the office.
Result<Edit> find_edit(const ActingSession& session, std::int64_t head, std::int64_t seq) {
  const auto writer = writes_everywhere(session) ? std::nullopt : std::optional(session.actor);
  GUATU_TRY(const auto edits, load_edits(session.store, head, writer));
  const auto found = std::ranges::find(edits, seq, &Edit::seq);
  const auto subject = std::to_string(seq);
  if (found == edits.end())
    return make_error(ErrorKind::NotFound, subject, "第 " + subject + " 号提交不是您可以撤销的填报",
                      "commit " + subject + " is no write that you can take back");
  if (is_undone(edits, seq))
    return make_error(ErrorKind::Refused, subject, "第 " + subject + " 号提交已经撤销过", "it was taken back already");
  return *found;
}

/// The facts of a part before the commit; empty ones when it was the first. None when another commit came after it.
Result<std::optional<ledger::PartFacts>> facts_before(ports::Store& store, const Known& known,
                                                      const std::string& subject, std::int64_t seq) {
  GUATU_TRY(const auto history,
            store.load_history(std::string(json::kPartRecord), known.head.seq, std::optional(subject)));
  if (history.empty() || history.back().seq != seq) return std::optional<ledger::PartFacts>{};
  const auto before = std::ranges::find_if(history.rbegin(), history.rend(),
                                           [seq](const ports::StoredRecord& each) { return each.seq < seq; });
  if (before == history.rend()) return std::optional(ledger::PartFacts{});
  GUATU_TRY(auto facts, json::decode_part(before->body, known.vault));
  return std::optional(std::move(facts));
}

/// One row of the commit, taken back or refused.
Result<void> take_back(const ActingSession& session, Known& known, const Edit& edit, const std::string& subject,
                       ports::Commit& commit, EditAnswer& answer) {
  const auto key = json::parse_part_subject(subject);
  const auto project = std::ranges::find(known.ledger.projects, key.project,
                                         [](const auto& each) -> const auto& { return each.record.id; });
  GUATU_REQUIRE(project != known.ledger.projects.end());
  const auto today = shanghai_day(session.clock.now());
  auto whose = row_of(known, {key.project, key.kind, key.part}, today);
  whose.closed = closed_dekad(known, today);
  const auto right = access::find_right(edit.record.right).value_or(access::Right::EditProcedures);
  GUATU_CHECK(check_row(session, known.campaign(), right, whose, subject));
  GUATU_TRY(const auto before, facts_before(session.store, known, subject, edit.seq));
  if (!before) {
    answer.faults.push_back(stopped_by_later_write(subject));
    return {};
  }
  EditedRow row{key.project, key.kind, key.part, known.head.seq + 1, {}};
  const auto* now = project->find_part(key.kind, key.part);
  GUATU_REQUIRE(now != nullptr);
  const auto was = values_of(*now, key.project, key.kind, key.part, today);
  const auto is = values_of(*before, key.project, key.kind, key.part, today);
  for (const auto& [field, value] : was)
    if (const auto found = is.find(field); found == is.end() || found->second != value) row.fields.push_back(field);
  for (const auto& [field, value] : is)
    if (!was.contains(field)) row.fields.push_back(field);
  answer.rows.push_back(std::move(row));
  commit.records.push_back({std::string(json::kPartRecord), subject, json::encode_part(*before, known.vault)});
  return {};
}

Result<EditAnswer> attempt(const ActingSession& session, std::int64_t seq, const RequestKey& key) {
  GUATU_TRY(auto known, load_newest(session));
  GUATU_TRY(auto repeated, find_repeated(session, key, known.head.seq));
  if (repeated) return *std::move(repeated);
  GUATU_TRY(const auto edit, find_edit(session, known.head.seq, seq));
  EditAnswer answer;
  answer.seq = known.head.seq;
  auto commit = session.begin_commit(known.campaign(), "undo", std::to_string(seq));
  for (const auto& subject : edit.record.subjects)
    GUATU_CHECK(take_back(session, known, edit, subject, commit, answer));
  for (const auto& other : edit.record.others)
    GUATU_CHECK(take_back_other(session, known, {edit.seq, other}, commit, answer));
  if (!answer.faults.empty()) {
    answer.end = EditEnd::Refused;
    answer.rows.clear();
    return answer;
  }
  const json::EditRecord record{edit.record.subjects, seq, edit.record.others, edit.record.right};
  commit.records.push_back({std::string(json::kEditRecord), session.actor, json::encode_edit(record)});
  remember_request(commit, session, key, answer.rows);
  commit.personal = known.vault.take_new();
  GUATU_TRY(const auto head, session.store.append(commit, known.head.seq));
  answer.seq = head.seq;
  return answer;
}

}  // namespace

Result<std::vector<UndoEntry>> load_undo_list(const ActingSession& session, std::size_t most) {
  GUATU_CHECK(check_right(session, access::Right::SeeLedger));
  GUATU_TRY(const auto head, session.store.find_head());
  GUATU_TRY(const auto edits, load_edits(session.store, head.seq, session.actor));
  std::vector<UndoEntry> list;
  for (auto each = edits.rbegin(); each != edits.rend() && list.size() < most; ++each) {
    GUATU_TRY(auto commits, session.store.load_commits(each->seq, each->seq));
    if (commits.empty()) continue;
    GUATU_TRY(const auto written_again, is_written_again(session.store, *each, head.seq));
    auto subjects = each->record.subjects;
    for (const auto& other : each->record.others)
      subjects.push_back(other.subject);
    list.push_back({std::move(commits.front()), std::move(subjects), is_undone(edits, each->seq), written_again});
  }
  return list;
}

Result<EditAnswer> undo_edit(const ActingSession& session, std::int64_t seq, const RequestKey& key) {
  GUATU_CHECK(check_right(session, access::Right::SeeLedger));
  return until_written(session.store, [&] { return attempt(session, seq, key); });
}

}  // namespace guatu::usecases
