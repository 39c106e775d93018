#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/ports/session_desk.hpp"
#include "guatu/usecases/access/acting_session.hpp"

/// Who did what: commits of the journal and what happened at the door, in one list. Source: domain 6.1, 安全审计.
namespace guatu::usecases {

struct AuditRow {
  ports::EpochSeconds at = 0;
  bool from_ledger = false;  ///< A commit, whose number `id` is; otherwise an event at the door.
  std::int64_t id = 0;
  std::string actor, unit, address, action, subject, outcome, reason;
};

struct AuditFilter {
  std::optional<ports::EpochSeconds> from, to;
  std::string actor;   ///< Part of the actor's name.
  std::string action;  ///< What the action begins with.
  std::string unit;
};

/// Newest first, all that the filter lets through. Errors: `access::forbidden`; StoreFailed.
[[nodiscard]] Result<std::vector<AuditRow>> load_audit(const ActingSession& session, ports::SessionDesk* desk,
                                                       const AuditFilter& filter);

}  // namespace guatu::usecases
