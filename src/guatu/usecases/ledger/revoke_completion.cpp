#include "guatu/usecases/ledger/revoke_completion.hpp"

#include "guatu/ledger/revoke.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"
#include "guatu/usecases/ledger/named_project.hpp"
#include "guatu/usecases/until_written.hpp"

namespace guatu::usecases {
namespace {

Error unknown_procedure(const std::string& subject) {
  return make_error(ErrorKind::NotFound, subject, "台账中没有手续 " + subject + "，请核对审批事项和子项",
                    "the ledger holds no procedure " + subject + "; check its kind and part");
}

Result<RevokeAnswer> attempt(const Session& session, const RevokeRequest& request) {
  GUATU_TRY(auto known, load_newest(session));
  const auto* project = find_named_project(known.ledger, request.project);
  if (project == nullptr) return unknown_project(request.project);
  const auto subject = json::part_subject({project->record.id, request.kind, request.part});
  const auto* facts = project->find_part(request.kind, request.part);
  if (facts == nullptr) return unknown_procedure(subject);
  auto objections = ledger::revocation_objections(*facts, request.revocation);
  if (!objections.empty())
    return Error{ErrorKind::Refused,
                 {"手续 " + subject + " 的办结不能撤销", "the completion of " + subject + " cannot be taken back"},
                 subject,
                 std::move(objections)};
  auto commit = session.begin_commit(known.campaign(), "revoke", subject, request.revocation.reason);
  const auto revised = ledger::with_revocation(*facts, request.revocation);
  commit.records.push_back({std::string(json::kPartRecord), subject, json::encode_part(revised, known.vault)});
  commit.personal = known.vault.take_new();
  GUATU_TRY(const auto head, session.store.append(commit, known.head.seq));
  return RevokeAnswer{project->record.id, head.seq};
}

}  // namespace

Result<RevokeAnswer> revoke_completion(const Session& session, const RevokeRequest& request) {
  return until_written(session.store, [&] { return attempt(session, request); });
}

}  // namespace guatu::usecases
