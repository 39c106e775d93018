#include "guatu/usecases/evidence/keep_documents.hpp"

#include <algorithm>

#include "guatu/json/edit_records.hpp"
#include "guatu/json/evidence_records.hpp"
#include "guatu/usecases/access/permission.hpp"
#include "guatu/usecases/editing/repeated_request.hpp"
#include "guatu/usecases/evidence/evidence_files.hpp"
#include "guatu/usecases/evidence/evidence_rows.hpp"
#include "guatu/usecases/evidence/load_documents.hpp"
#include "guatu/usecases/ledger/named_project.hpp"
#include "guatu/usecases/until_written.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::usecases {
namespace {

using evidence::Document;
using evidence::Place;

EditFault fault(std::string pointer, Bilingual text) {
  return {"refused", std::move(pointer), std::move(text), {}};
}

/// One decision about a document, and the commit that comes of it.
class Desk {
 public:
  Desk(const ActingSession& session, Known& known, const std::string& action, const std::string& reason)
      : session_(session),
        known_(known),
        today_(shanghai_day(session.clock.now())),
        commit_(session.begin_commit(known.campaign(), action, {}, reason)) {}

  /// Every place as the ledger names it, or what is wrong with it.
  Result<void> settle(std::vector<Place>& about) {
    for (std::size_t i = 0; i < about.size(); ++i) {
      const auto pointer = "/about/" + std::to_string(i);
      auto& place = about[i];
      const auto* project = find_named_project(known_.ledger, place.project.text());
      if (project == nullptr) {
        object(pointer, unknown_project(place.project.text()).message);
        continue;
      }
      place.project = project->record.id;
      const auto* kind = known_.campaign().find_kind(place.kind);
      if (!place.kind.empty() && kind == nullptr)
        object(pointer, {"没有审批事项“" + place.kind.text() + "”", "there is no kind \"" + place.kind.text() + "\""});
      if (place.kind.empty() && !place.part.empty())
        object(pointer, {"写了子项，没有写审批事项", "a part is named without its kind"});
      GUATU_CHECK(check(place));
    }
    return {};
  }

  Result<void> check(const Place& place) {
    return check_row(session_, known_.campaign(), access::Right::KeepDocuments, row_of(known_, place, today_),
                     place.project.text());
  }

  /// Puts the files into document and commit, or says why they are not taken.
  void attach(Document& document, const std::vector<SentEvidence>& files) {
    for (const auto& sent : files) {
      if (!sent.bytes) {
        object(sent.pointer,
               {"文件没有传完，或已过期，请重新上传", "the file was not sent whole, or has expired; send it again"});
        continue;
      }
      auto judgement = evidence::judge_file(sent.name, *sent.bytes);
      for (auto& objection : judgement.objections)
        object(sent.pointer, {sent.name + "：" + objection.zh, sent.name + ": " + objection.en});
      if (!judgement.objections.empty()) continue;
      auto file = keep_file(commit_, sent.name, *judgement.kind, *sent.bytes);
      file.added_by = session_.actor;
      file.added_on = today_;
      const bool there =
          std::ranges::find(document.files, file.digest, &evidence::File::digest) != document.files.end();
      if (!there) document.files.push_back(std::move(file));
    }
  }

  void object(std::string pointer, Bilingual text) {
    answer_.faults.push_back(fault(std::move(pointer), std::move(text)));
  }

  /// The document into the journal, unless something was objected to.
  Result<EditAnswer> finish(const Document& document, const RequestKey& key) {
    answer_.seq = known_.head.seq;
    if (!document.removed)
      for (auto& objection : evidence::document_objections(document, today_))
        object("", std::move(objection));
    if (!answer_.faults.empty()) {
      answer_.end = EditEnd::Refused;
      return std::move(answer_);
    }
    const auto& first = document.about.front();
    answer_.rows.push_back({first.project, first.kind, first.part, known_.head.seq + 1, {"document." + document.id}});
    commit_.source = document.id;
    commit_.records.push_back(
        {std::string(json::kDocumentRecord), document.id, json::encode_document(document, known_.vault)});
    const json::EditRecord left{{}, {}, {{std::string(json::kDocumentRecord), document.id}}, "keep_documents"};
    commit_.records.push_back({std::string(json::kEditRecord), session_.actor, json::encode_edit(left)});
    remember_request(commit_, session_, key, answer_.rows);
    commit_.personal = known_.vault.take_new();
    GUATU_TRY(const auto head, session_.store.append(commit_, known_.head.seq));
    answer_.seq = head.seq;
    return std::move(answer_);
  }

 private:
  const ActingSession& session_;
  Known& known_;
  Date today_;
  ports::Commit commit_;
  EditAnswer answer_;
};

Result<EditAnswer> try_to_add(const ActingSession& session, const NewDocument& wish) {
  GUATU_TRY(auto known, load_newest(session));
  GUATU_TRY(auto repeated, find_repeated(session, wish.key, known.head.seq));
  if (repeated) return *std::move(repeated);
  GUATU_TRY(const auto all, load_all_documents(session.store, known));
  Desk desk(session, known, "document add", wish.reason);
  auto document = wish.document;
  document.id = evidence::document_id(all.size() + 1);
  GUATU_CHECK(desk.settle(document.about));
  desk.attach(document, wish.files);
  return desk.finish(document, wish.key);
}

/// What the writer wants otherwise, over what stands there.
Document changed(Document document, const DocumentChange& change) {
  if (change.about) document.about = *change.about;
  if (change.paper) document.paper = *change.paper;
  if (change.number) document.number = *change.number;
  if (change.issuer) document.issuer = *change.issuer;
  if (change.note) document.note = *change.note;
  if (change.issued_on || change.no_day) document.issued_on = change.issued_on;
  std::erase_if(document.files, [&](const evidence::File& file) {
    return std::ranges::find(change.dropped_files, file.digest) != change.dropped_files.end();
  });
  document.removed = change.remove;
  return document;
}

EditAnswer conflict(const Document& document, std::int64_t revision, std::int64_t seq) {
  EditAnswer answer;
  answer.end = EditEnd::Conflict;
  answer.seq = seq;
  const auto& first = document.about.front();
  answer.conflicts.push_back(
      {"", first.project, first.kind, first.part, "document." + document.id, {}, document.number, revision});
  return answer;
}

Result<EditAnswer> try_to_change(const ActingSession& session, const DocumentChange& change) {
  GUATU_TRY(auto known, load_newest(session));
  GUATU_TRY(auto repeated, find_repeated(session, change.key, known.head.seq));
  if (repeated) return *std::move(repeated);
  GUATU_TRY(const auto all, load_all_documents(session.store, known));
  const auto found =
      std::ranges::find(all, change.id, [](const auto& each) -> const auto& { return each.document.id; });
  if (found == all.end() || found->document.removed)
    return make_error(ErrorKind::NotFound, change.id, "没有这份文件，或已移除",
                      "there is no such paper, or it was removed");
  Desk desk(session, known, change.remove ? "document remove" : "document change", change.reason);
  for (const auto& place : found->document.about)
    GUATU_CHECK(desk.check(place));
  if (change.revision && *change.revision != found->revision)
    return conflict(found->document, found->revision, known.head.seq);
  auto document = changed(found->document, change);
  GUATU_CHECK(desk.settle(document.about));
  desk.attach(document, change.files);
  if (document == found->document) {
    EditAnswer answer;
    answer.seq = known.head.seq;
    return answer;
  }
  return desk.finish(document, change.key);
}

template <typename Attempt>
Result<EditAnswer> repeated(const ActingSession& session, Attempt attempt) {
  GUATU_CHECK(check_right(session, access::Right::KeepDocuments));
  return until_written(session.store, attempt);
}

}  // namespace

Result<EditAnswer> add_document(const ActingSession& session, const NewDocument& wish) {
  return repeated(session, [&] { return try_to_add(session, wish); });
}

Result<EditAnswer> change_document(const ActingSession& session, const DocumentChange& change) {
  return repeated(session, [&] { return try_to_change(session, change); });
}

}  // namespace guatu::usecases
