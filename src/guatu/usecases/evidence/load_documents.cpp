#include "guatu/usecases/evidence/load_documents.hpp"

#include <algorithm>

#include "guatu/json/evidence_records.hpp"
#include "guatu/usecases/access/permission.hpp"
#include "guatu/usecases/evidence/evidence_rows.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::usecases {
namespace {

using access::Right;
using evidence::Document;

bool may(const ActingSession& session, const Known& known, Right right, const evidence::Place& place) {
  const auto today = shanghai_day(session.clock.now());
  return access::objections(acting_post(session, known.campaign()), right, row_of(known, place, today)).empty();
}

bool may_see(const ActingSession& session, const Known& known, const Document& document) {
  return std::ranges::any_of(document.about,
                             [&](const auto& place) { return may(session, known, Right::SeeEvidence, place); });
}

bool may_change(const ActingSession& session, const Known& known, const Document& document) {
  return std::ranges::all_of(document.about,
                             [&](const auto& place) { return may(session, known, Right::KeepDocuments, place); });
}

Error unknown_file(const std::string& document) {
  return make_error(ErrorKind::NotFound, document, "没有这份文件，或已移除",
                    "there is no such file, or it was removed");
}

}  // namespace

Result<std::vector<StoredDocument>> load_all_documents(ports::Store& store, const Known& known) {
  GUATU_TRY(const auto records, store.load_newest(std::string(json::kDocumentRecord), known.head.seq));
  std::vector<StoredDocument> documents;
  for (const auto& record : records) {
    GUATU_TRY(auto document, json::decode_document(record.body, known.vault));
    documents.push_back({std::move(document), record.seq});
  }
  std::ranges::stable_sort(documents, {}, [](const StoredDocument& each) { return each.document.id.size(); });
  return documents;
}

Result<std::vector<SeenDocument>> load_documents(const ActingSession& session, const Known& known,
                                                 const std::string& project) {
  GUATU_TRY(auto all, load_all_documents(session.store, known));
  std::vector<SeenDocument> seen;
  for (auto& each : all) {
    const auto& document = each.document;
    const bool wanted = project.empty() || std::ranges::any_of(document.about, [&](const evidence::Place& place) {
                          return place.project.text() == project;
                        });
    if (document.removed || !wanted) continue;
    const bool see = may_see(session, known, document);
    const bool change = may_change(session, known, document);
    seen.push_back({std::move(each), see, change});
  }
  return seen;
}

Result<evidence::File> find_evidence(const ActingSession& session, const Known& known, const std::string& document,
                                     const std::string& digest) {
  GUATU_TRY(const auto all, load_all_documents(session.store, known));
  const auto found = std::ranges::find(all, document, [](const auto& each) -> const auto& { return each.document.id; });
  if (found == all.end() || found->document.removed) return unknown_file(document);
  const auto& files = found->document.files;
  const auto file = std::ranges::find(files, digest, &evidence::File::digest);
  if (!may_see(session, known, found->document)) {
    const auto today = shanghai_day(session.clock.now());
    return access::forbidden(document, access::objections(acting_post(session, known.campaign()), Right::SeeEvidence,
                                                          row_of(known, found->document.about.front(), today)));
  }
  if (file == files.end()) return unknown_file(document);
  return *file;
}

}  // namespace guatu::usecases
