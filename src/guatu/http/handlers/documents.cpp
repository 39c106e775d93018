#include <algorithm>

#include "guatu/base/percent.hpp"
#include "guatu/http/answers/body_problem.hpp"
#include "guatu/http/answers/edit_response.hpp"
#include "guatu/http/door/guards.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/http/query/row_query.hpp"
#include "guatu/json/document_codec.hpp"
#include "guatu/usecases/evidence/evidence_files.hpp"
#include "guatu/usecases/evidence/keep_documents.hpp"
#include "guatu/usecases/evidence/load_documents.hpp"

namespace guatu::http {
namespace {

/// The files that the request names, held as long as this is.
struct Brought {
  std::vector<std::shared_ptr<const Upload>> held;
  std::vector<usecases::SentEvidence> files;
};

/// What is not there (any more) is told by the use case: a repeated request needs no files.
Brought bring(Context& context, const Call& call, const std::vector<std::string>& ids) {
  Brought brought;
  for (const auto& id : ids) {
    const auto pointer = "/uploads/" + std::to_string(brought.files.size());
    brought.held.push_back(context.uploads.find_whole(id, call.who.actor));
    const auto& upload = brought.held.back();
    if (upload == nullptr)
      brought.files.push_back({id, std::nullopt, pointer});
    else
      brought.files.push_back({upload->name, upload->bytes, pointer});
  }
  return brought;
}

/// Writes, and forgets the uploads once they are kept.
template <typename Write>
Answer write_documents(Context& context, const Call& call, const std::vector<std::string>& uploads, Write write) {
  bool kept = false;
  auto answer = write_and_tell(context, call, [&](const usecases::ActingSession& session) {
    auto written = write(session);
    kept = written && written->end == usecases::EditEnd::Done;
    return written;
  });
  if (kept) context.uploads.drop(uploads, call.who.actor);
  return answer;
}

std::vector<json::ListedDocument> page_of_documents(std::vector<usecases::SeenDocument>& all, const Paging& paging) {
  std::vector<json::ListedDocument> page;
  for (auto i = paging.first; i < all.size() && page.size() < paging.limit; ++i)
    page.push_back({std::move(all[i].stored.document), all[i].stored.revision, all[i].may_see, all[i].may_change});
  return page;
}

/// Never a page of ours: whatever the bytes are, they run nothing, and a browser keeps them rather than showing them.
Response file_response(const evidence::File& file, std::string bytes, std::shared_ptr<void> room) {
  const auto& kind = evidence::kind_of_file(file.kind);
  Response response;
  auto held = std::make_shared<std::pair<std::string, std::shared_ptr<void>>>(std::move(bytes), std::move(room));
  response.body = {held, &held->first};
  response.with("Content-Type", std::string(kind.media_type))
      .with("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(file.name))
      .with("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'")
      .with("ETag", "\"" + file.digest + "\"")
      .with("Cache-Control", "private, no-store");
  return response;
}

}  // namespace

Answer answer_documents(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto project = query.text("project");
  const auto paging = read_paging(query);
  if (const auto problem = query.finish()) return *problem;
  const auto text = context.stores.read([&](telemetry::WatchedStore& store) -> Result<std::string> {
    GUATU_TRY(const auto head, store.find_head());
    GUATU_CHECK(check_cursor(paging, head.seq));
    GUATU_TRY(const auto known, context.ledgers.load(store, head));
    GUATU_TRY(auto all, usecases::load_documents(session_for(context, store, call), *known, project));
    const auto total = static_cast<std::int64_t>(all.size());
    json::DocumentPage page{head.seq, total, static_cast<std::int64_t>(paging.limit),
                            next_cursor(paging, all.size(), head.seq), page_of_documents(all, paging)};
    return json::encode_documents(page);
  });
  if (!text) return text.error();
  auto response = make_response(200, kJsonType, *text + "\n");
  return Answer(std::move(response.with("Cache-Control", "no-store")));
}

Answer add_document(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  auto [key, key_problem] = read_request_key(call);
  if (key_problem) return *key_problem;
  json::BodyFaults faults;
  const auto wish = json::decode_document_wish(call.request.body, faults);
  if (!wish) return body_problem(faults);
  evidence::Document document;
  document.about = wish->about.value_or(std::vector<evidence::Place>{});
  document.paper = wish->paper.value_or(evidence::Paper::Approval);
  document.number = wish->number.value_or("");
  document.issuer = wish->issuer.value_or("");
  document.note = wish->note.value_or("");
  document.issued_on = wish->issued_on;
  const auto brought = bring(context, call, wish->uploads);
  const usecases::NewDocument request{std::move(document), brought.files, wish->reason, std::move(key)};
  return write_documents(context, call, wish->uploads, [&](const usecases::ActingSession& session) {
    return usecases::add_document(session, request);
  });
}

Answer change_document(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  auto [key, key_problem] = read_request_key(call);
  if (key_problem) return *key_problem;
  const auto match = read_if_match(call.request);
  if (match.problem) return *match.problem;
  json::BodyFaults faults;
  auto wish = json::decode_document_wish(call.request.body, faults);
  if (!wish) return body_problem(faults);
  const auto brought = bring(context, call, wish->uploads);
  const usecases::DocumentChange change{call.holes[0], match.revision, wish->about,     wish->paper,   wish->number,
                                        wish->issuer,  wish->note,     wish->issued_on, wish->no_day,  brought.files,
                                        wish->dropped, false,          wish->reason,    std::move(key)};
  return write_documents(context, call, wish->uploads, [&](const usecases::ActingSession& session) {
    return usecases::change_document(session, change);
  });
}

Answer remove_document(Context& context, const Call& call) {
  QueryReader query(call.target);
  usecases::DocumentChange change;
  change.id = call.holes[0];
  change.remove = true;
  change.reason = query.text("reason");
  if (const auto problem = query.finish()) return *problem;
  auto reading = read_request_key(call);
  if (reading.problem) return *reading.problem;
  change.key = std::move(reading.key);
  const auto match = read_if_match(call.request);
  if (match.problem) return *match.problem;
  change.revision = match.revision;
  return write_and_tell(context, call, [&](const usecases::ActingSession& session) {
    return usecases::change_document(session, change);
  });
}

Answer answer_document_file(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  evidence::File file;
  std::shared_ptr<void> room;
  auto bytes = context.stores.read([&](telemetry::WatchedStore& store) -> Result<std::string> {
    GUATU_TRY(const auto head, store.find_head());
    GUATU_TRY(const auto known, context.ledgers.load(store, head));
    GUATU_TRY(file, usecases::find_evidence(session_for(context, store, call), *known, call.holes[0], call.holes[1]));
    room = context.file_bytes.reserve(static_cast<std::size_t>(file.size));
    if (room == nullptr) return std::string{};
    return usecases::load_file_bytes(store, file);
  });
  if (!bytes) return bytes.error();
  if (room == nullptr) return busy_problem();
  return Answer(file_response(file, *std::move(bytes), std::move(room)));
}

}  // namespace guatu::http
