#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/intake/date_reading.hpp"
#include "guatu/intake/grid.hpp"
#include "guatu/intake/table_layout.hpp"

/// The cells about one procedure part in one row. Source: contract 4; domain 1.2–1.4.
namespace guatu::intake {

/// Days read already: one text of one sheet always means the same. By the text's index and what it is read for.
using DateMemo = std::unordered_map<std::uint64_t, DateReading>;

struct ReadingContext {
  const Grid& grid;
  const campaign::Campaign& campaign;
  Date report_day;              ///< Last day of the dekad reported.
  std::uint32_t first_row = 0;  ///< Cells merged down from rows above it have been read already.
  DateMemo* dates = nullptr;    ///< Of this sheet.
};

struct PartReading {
  ReadPart part;
  std::vector<Message> messages;

  [[nodiscard]] bool has_errors() const;
};

/// What `columns` of `row` say about `kind`; nothing when all of them are blank.
[[nodiscard]] std::optional<PartReading> read_part(const ReadingContext& context, std::uint32_t row,
                                                   const KindCode& kind, const std::vector<const Column*>& columns);

/// Whether the report says anything that could change a fact.
[[nodiscard]] bool says_something(const ledger::ReportedPart& part);

/// An error value in a cell, whatever its kind: #REF!, #N/A …
[[nodiscard]] bool is_formula_error(const Sheet& sheet, const Cell& cell);

/// Takes over what `cell` says where `part` is blank. A contradiction is a message at `place` that names the other cell.
void merge_state_cell(PartReading& reading, const ledger::ReportedPart& said, const Place& place,
                      ledger::Severity weight);

}  // namespace guatu::intake
