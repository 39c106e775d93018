#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace guatu::json {

struct AuditEntry {
  std::int64_t at = 0;
  bool from_ledger = false;
  std::int64_t id = 0;
  std::string actor, unit, address, action, subject, outcome, reason;
};

/// {total, limit, next_cursor, rows:[{at, source:"ledger"|"access", id, actor, unit, address, action, subject, outcome, reason}]}
[[nodiscard]] std::string encode_audit(const std::vector<AuditEntry>& rows, std::size_t total, std::size_t limit,
                                       const std::string& next_cursor);

/// The same rows as a table for spreadsheets; what looks like a formula stays text.
[[nodiscard]] std::string encode_audit_csv(const std::vector<AuditEntry>& rows);

}  // namespace guatu::json
