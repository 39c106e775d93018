#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "guatu/campaign/campaign.hpp"
#include "guatu/ledger/project.hpp"
#include "guatu/ledger/revise.hpp"

/// Cells of a procedure part as people type them, and as they stand.
namespace guatu::usecases {

/// What is wrong with what was typed, and what to do.
struct ValueFault {
  Bilingual text, remedy;
};

/// Puts the typed value of a field ("state", "finished_on" …) where a return would have put it. Read as in a workbook: codes,
/// the words of the drop-downs, days as people write them. Contract: the field is one of the table of rights.
[[nodiscard]] std::optional<ValueFault> read_value(ledger::ReportedPart& reported, std::string_view field,
                                                   std::string_view value, const campaign::Campaign& campaign,
                                                   const campaign::ProcedureKind& kind, Date today);

/// The field that an issue of a revision is about.
[[nodiscard]] std::string_view field_of(ledger::ReportedField field);

using PartValues = std::map<std::string, std::string, std::less<>>;

/// What stands in the cells, by field: days ISO, codes as in JSON; a field without a value is absent.
[[nodiscard]] PartValues values_of(const ledger::PartFacts& facts, const ProjectId& project, const KindCode& kind,
                                   const std::string& part, Date today);

}  // namespace guatu::usecases
