#include "guatu/usecases/editing/take_back.hpp"

#include <algorithm>

#include "guatu/intake/field_change.hpp"
#include "guatu/json/evidence_records.hpp"
#include "guatu/usecases/access/permission.hpp"
#include "guatu/usecases/evidence/evidence_rows.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::usecases {
namespace {

using History = std::vector<ports::StoredRecord>;

Result<void> check(const ActingSession& session, const Known& known, access::Right right,
                   const evidence::Place& place) {
  const auto today = shanghai_day(session.clock.now());
  auto row = row_of(known, place, today);
  row.closed = closed_dekad(known, today);
  return check_row(session, known.campaign(), right, row, place.project.text());
}

/// What stood before the commit; the end when it was the first.
auto find_before(const History& history, std::int64_t seq) {
  return std::ranges::find_if(history.rbegin(), history.rend(),
                              [seq](const ports::StoredRecord& each) { return each.seq < seq; });
}

Result<void> take_back_project(const ActingSession& session, Known& known, const WrittenRecord& written,
                               const History& history, ports::Commit& commit, EditAnswer& answer) {
  const auto& subject = written.record.subject;
  GUATU_CHECK(check(session, known, access::Right::EditProjects, {ProjectId{subject}, {}, {}}));
  const auto before = find_before(history, written.seq);
  GUATU_REQUIRE(before != history.rend());  // A project's data is only written where there is some.
  GUATU_TRY(const auto is, json::decode_project(before->body, known.vault));
  GUATU_TRY(const auto was, json::decode_project(history.back().body, known.vault));
  EditedRow row{ProjectId{subject}, {}, {}, known.head.seq + 1, {}};
  for (auto& change : intake::project_field_changes({}, was, is))
    row.fields.push_back(std::move(change.field));
  answer.rows.push_back(std::move(row));
  commit.records.push_back({written.record.type, subject, json::encode_project(is, known.vault)});
  return {};
}

/// A paper that was not there before is taken out; its files stay in the history.
Result<void> take_back_document(const ActingSession& session, Known& known, const WrittenRecord& written,
                                const History& history, ports::Commit& commit, EditAnswer& answer) {
  GUATU_TRY(const auto was, json::decode_document(history.back().body, known.vault));
  auto is = was;
  is.removed = true;
  if (const auto before = find_before(history, written.seq); before != history.rend()) {
    GUATU_TRY(is, json::decode_document(before->body, known.vault));
  }
  for (const auto& about : {was.about, is.about})
    for (const auto& place : about)
      GUATU_CHECK(check(session, known, access::Right::KeepDocuments, place));
  const auto& first = is.about.front();
  answer.rows.push_back({first.project, first.kind, first.part, known.head.seq + 1, {"document." + is.id}});
  commit.records.push_back({written.record.type, is.id, json::encode_document(is, known.vault)});
  return {};
}

}  // namespace

EditFault stopped_by_later_write(const std::string& subject) {
  return {"written_again",
          "",
          {subject + " 之后又有人改过，没有撤销", subject + " was written again since, and nothing was taken back"},
          {"请先查看该格的历次修改", "look at the history of the cell first"}};
}

Result<std::int64_t> load_newest_number(ports::Store& store, const json::EditedRecord& record, std::int64_t head) {
  GUATU_TRY(const auto records, store.load_history(record.type, head, std::optional(record.subject)));
  return records.empty() ? 0 : records.back().seq;
}

Result<void> take_back_other(const ActingSession& session, Known& known, const WrittenRecord& written,
                             ports::Commit& commit, EditAnswer& answer) {
  const auto& [type, subject] = written.record;
  GUATU_TRY(const auto history, session.store.load_history(type, known.head.seq, std::optional(subject)));
  if (history.empty() || history.back().seq != written.seq) {
    answer.faults.push_back(stopped_by_later_write(subject));
    return {};
  }
  if (type == json::kDocumentRecord) return take_back_document(session, known, written, history, commit, answer);
  GUATU_REQUIRE(type == json::kProjectRecord);
  return take_back_project(session, known, written, history, commit, answer);
}

}  // namespace guatu::usecases
