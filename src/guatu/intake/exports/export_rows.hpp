#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "guatu/intake/exports/export_adapter.hpp"
#include "guatu/intake/form_reading.hpp"

/// The rows of a platform's export as its adapter reads them, not yet compared with anything.
namespace guatu::intake {

struct ExportRow {
  std::string code;  ///< As in the ledger when it is a project code, otherwise as written.
  KindCode kind;
  std::string part;                     ///< Empty: the platform knows no parts, or this is the only one.
  std::optional<ProcedureState> state;  ///< On the day of the comparison.
  std::optional<Date> submitted_on, accepted_on, finished_on;
  std::string document_number;
  std::optional<Authority> authority;
  std::map<ExportColumn, Place> places;  ///< Of cells that say something.
  Place row;                             ///< The cell with the project code.
};

struct ReadExport {
  std::vector<ExportRow> rows;  ///< In the file's order.
  std::map<std::string, std::int64_t>
      other_kinds;           ///< Procedures that the campaign does not ask about, with their rows.
  std::int64_t skipped = 0;  ///< Rows in a state that the adapter skips.
  std::int64_t refused = 0;  ///< Rows with a cell that cannot be understood; they are not in `rows`.
  std::vector<Message> messages;
};

/// `day`: the day of the comparison; what happened later is not known yet and said as a warning.
/// Errors: InvalidInput when no sheet has the adapter's columns, naming those that were looked for.
[[nodiscard]] Result<ReadExport> read_export(const Workbook& workbook, const ExportAdapter& adapter,
                                             const campaign::Campaign& campaign, Date day);

}  // namespace guatu::intake
