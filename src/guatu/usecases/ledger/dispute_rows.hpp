#pragma once

#include <optional>
#include <vector>

#include "guatu/json/match_codec.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

namespace guatu::usecases {

/// Disputes with what people need beside them, on the day: the project's name, whether they are open and overdue.
[[nodiscard]] std::vector<json::DisputeRow> dispute_rows(const ledger::Ledger& ledger,
                                                         const std::vector<ledger::SourceDispute>& disputes,
                                                         Date as_of);

struct DisputeFilter {
  Date as_of;
  bool only_open = false;
  std::optional<UnitCode> unit;  ///< The owner.
};

/// Those that had been opened by the day: open before closed, then by due day, then by what they are about.
[[nodiscard]] std::vector<json::DisputeRow> list_disputes(const ledger::Ledger& ledger, const DisputeFilter& filter);

}  // namespace guatu::usecases
