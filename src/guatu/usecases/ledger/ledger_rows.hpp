#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/usecases/ledger/load_ledger.hpp"

/// The ledger in long form: one row a procedure part of every project in the campaign on a day. Shape: contract 2, `ledger`.
namespace guatu::usecases {

inline constexpr std::array<std::string_view, 25> kLedgerColumns{"project",
                                                                 "code",
                                                                 "name",
                                                                 "responsible_unit",
                                                                 "districts",
                                                                 "sponsor",
                                                                 "kind",
                                                                 "part",
                                                                 "authority",
                                                                 "line",
                                                                 "approver",
                                                                 "variant",
                                                                 "state",
                                                                 "not_applicable_reason",
                                                                 "planned_on",
                                                                 "baseline_on",
                                                                 "submitted_on",
                                                                 "accepted_on",
                                                                 "handed_up_on",
                                                                 "finished_on",
                                                                 "finished_assumed",
                                                                 "document_number",
                                                                 "responsible_person",
                                                                 "light",
                                                                 "carried"};

using LedgerRow = std::array<std::string, kLedgerColumns.size()>;

/// By project, catalogue order, part. Dates ISO, empty where nothing is known; flags "true" or "false".
[[nodiscard]] std::vector<LedgerRow> ledger_rows(const Known& known, Date as_of);

}  // namespace guatu::usecases
