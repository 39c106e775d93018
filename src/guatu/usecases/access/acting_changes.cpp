#include "guatu/usecases/access/acting_changes.hpp"

#include "guatu/usecases/access/permission.hpp"

namespace guatu::usecases {
namespace {

Result<ImportRequest> within_rights(const ActingSession& session, ImportRequest request) {
  GUATU_CHECK(check_right(session, access::Right::ImportReturns));
  if (session.acting == nullptr) return request;
  const auto& post = session.acting->post;
  if (access::reach_of(access::Right::ImportReturns, post.role) == access::Reach::All) return request;
  const auto unit = request.unit.value_or(post.unit);
  GUATU_TRY(const auto head, session.store.find_head());
  GUATU_TRY(const auto version, load_campaign(session.store, head.seq));
  GUATU_CHECK(check_row(session, version.campaign, access::Right::ImportReturns, {unit, {}, {}, false}, unit.text()));
  request.unit = post.unit;
  request.reason.clear();
  return request;
}

}  // namespace

Result<ImportAnswer> import_as(const ActingSession& session, const ImportFile& file, const ImportRequest& request) {
  GUATU_TRY(const auto allowed, within_rights(session, request));
  return import_form(session, file, allowed);
}

Result<LifeAnswer> change_life_as(const ActingSession& session, const LifeRequest& request) {
  GUATU_CHECK(check_right(session, access::Right::ChangeLife));
  return change_life(session, request);
}

}  // namespace guatu::usecases
