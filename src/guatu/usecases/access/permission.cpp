#include "guatu/usecases/access/permission.hpp"

#include <algorithm>

namespace guatu::usecases {
access::Post office_post(const campaign::Campaign& campaign) {
  const auto office = std::ranges::find_if(
      campaign.units, [](const campaign::Unit& unit) { return unit.has(campaign::Capacity::Office); });
  return {access::Role::Office, office == campaign.units.end() ? UnitCode{} : office->code, {}, {}};
}

access::Post acting_post(const ActingSession& session, const campaign::Campaign& campaign) {
  return session.acting != nullptr ? session.acting->post : office_post(campaign);
}

Result<void> check_right(const ActingSession& session, access::Right right) {
  if (session.acting == nullptr) return {};
  if (auto objection = access::objection(session.acting->post, right))
    return access::forbidden(session.acting->account, {*std::move(objection)});
  return {};
}

Result<void> check_row(const ActingSession& session, const campaign::Campaign& campaign, access::Right right,
                       const access::WrittenRow& row, const std::string& subject) {
  auto objections = access::objections(acting_post(session, campaign), right, row);
  if (objections.empty()) return {};
  return access::forbidden(subject, std::move(objections));
}

std::optional<Dekad> closed_dekad(const Known& known, Date today) {
  const auto running = dekad_of(today);
  const auto* now = known.find_dekad(running);
  if (now != nullptr && now->state != reporting::DekadState::Open) return running;
  std::optional<Dekad> locked;
  for (const auto& record : known.dekads)
    if (record.state == reporting::DekadState::Locked && record.dekad < running) locked = record.dekad;
  return locked;
}

}  // namespace guatu::usecases
