#pragma once

#include <string>
#include <string_view>

#include "guatu/calendar/working_calendar.hpp"
#include "guatu/campaign/campaign.hpp"
#include "guatu/ledger/revise.hpp"

/// A whole state cell: a word alone, or with its date and number, as in 办结 2022.12.05, 计划 2023.1.20,
/// 申报2022.11.25 受理2022.12.1. Source: contract 4; domain 1.3.
namespace guatu::intake {

struct StateCellContext {
  const campaign::FormWords& form;
  Date report_day;
  const WorkingCalendar* calendar = nullptr;
};

struct StateCell {
  ledger::ReportedPart said;  ///< State, reason, dates, plan date, document number: what the cell gives.
  std::string fault;  ///< Message code when the cell cannot be read, such as "unknown_state"; `said` is empty then.
  bool unused_date = false;  ///< A past date beside a state that has no date.

  [[nodiscard]] bool says_nothing() const;
};

/// Errors: `fault` is "unknown_state", "ambiguous_cell", "bad_date", "ambiguous_date" or "vague_date".
[[nodiscard]] StateCell read_state_cell(std::string_view text, bool symbol_font, const StateCellContext& context);

/// Puts `day` where the state keeps its date. False when it keeps none.
bool set_state_date(ledger::ReportedPart& part, ledger::ReportedState state, Date day);

}  // namespace guatu::intake
