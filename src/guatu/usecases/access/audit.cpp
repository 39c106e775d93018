#include "guatu/usecases/access/audit.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "guatu/base/text.hpp"
#include "guatu/usecases/access/permission.hpp"

namespace guatu::usecases {
namespace {

AuditRow row_of(const ports::CommitInfo& commit) {
  return {commit.head.recorded_at, true,          commit.head.seq, commit.actor, commit.unit, {},
          commit.action,           commit.source, "done",          commit.reason};
}

AuditRow row_of(const ports::AccessEvent& event) {
  return {event.at,
          false,
          event.id,
          event.account.empty() ? "" : "user:" + event.account,
          {},
          event.address,
          event.action,
          event.detail,
          event.outcome,
          {}};
}

bool passes(const AuditRow& row, const AuditFilter& filter) {
  return (!filter.from || *filter.from <= row.at) && (!filter.to || row.at <= *filter.to) &&
         (filter.actor.empty() || contains(row.actor, filter.actor)) && row.action.starts_with(filter.action) &&
         (filter.unit.empty() || row.unit == filter.unit);
}

}  // namespace

Result<std::vector<AuditRow>> load_audit(const ActingSession& session, ports::SessionDesk* desk,
                                         const AuditFilter& filter) {
  GUATU_CHECK(check_right(session, access::Right::SeeAudit));
  std::vector<AuditRow> rows;
  GUATU_TRY(const auto head, session.store.find_head());
  GUATU_TRY(const auto commits, session.store.load_commits(1, head.seq));
  for (const auto& commit : commits)
    if (auto row = row_of(commit); passes(row, filter)) rows.push_back(std::move(row));
  if (desk != nullptr) {
    GUATU_TRY(const auto events,
              desk->load_events(filter.from.value_or(std::numeric_limits<ports::EpochSeconds>::min()),
                                filter.to.value_or(std::numeric_limits<ports::EpochSeconds>::max())));
    for (const auto& event : events)
      if (auto row = row_of(event); passes(row, filter)) rows.push_back(std::move(row));
  }
  const auto order = [](const AuditRow& row) { return std::tuple(row.at, row.from_ledger, row.id); };
  std::ranges::sort(rows, [&](const AuditRow& a, const AuditRow& b) { return order(b) < order(a); });
  return rows;
}

}  // namespace guatu::usecases
