#pragma once

#include <optional>
#include <string_view>

#include "guatu/calendar/working_calendar.hpp"
#include "guatu/intake/workbook.hpp"
#include "guatu/values/vague_date.hpp"

/// Dates as people write them into forms. Source: domain 1.4.
namespace guatu::intake {

enum class DateFault {
  None,
  Blank,       ///< Nothing, or a dash: the cell says nothing.
  NoDay,       ///< 待定, 近期, 长期: a plan without a day.
  NotADate,    ///< Cannot be read as a date.
  Impossible,  ///< 11月31日: reported, never coerced.
  Ambiguous,   ///< 2022.1 may have been 2022.10 before its zero was lost.
};

/// A fact lies in the past, a plan mostly ahead: that decides the year of "12月5日".
enum class DateUse { Fact, Plan };

struct DateContext {
  Date report_day;  ///< Last day of the dekad that the form reports.
  DateUse use = DateUse::Fact;
  const WorkingCalendar* calendar = nullptr;  ///< For 春节前; may be absent.
};

struct DateReading {
  DateFault fault = DateFault::None;
  std::optional<VagueDate>
      date;  ///< Present when `fault` is None. Its text is what was written, empty for a plain day.

  /// The day, when exactly one is meant.
  [[nodiscard]] std::optional<Date> day() const;
};

[[nodiscard]] DateReading read_date(std::string_view text, const DateContext& context);

/// The same for a cell: date cells and Excel serials are days, numbers like 2022.1 are doubted.
[[nodiscard]] DateReading read_date_cell(const Sheet& sheet, const Cell& cell, const DateContext& context);

/// Excel's day number (1900 system) from the years 2000–2099.
[[nodiscard]] std::optional<Date> find_serial_day(double serial);

}  // namespace guatu::intake
