#include "guatu/campaign/reading/file_readers.hpp"

namespace guatu::campaign {
namespace {

/// Longer than any holiday; a mistyped year must not switch off a year of work.
constexpr int kMostDays = 60;

void read_days(TableReader& row, std::vector<CalendarException>& exceptions) {
  const auto first = row.day("first");
  const auto last = row.find_day("last").value_or(first);
  if (!row.has("working")) row.fault("working", "必须填写 true 或 false", "is missing: true or false");
  const bool working = row.flag("working");
  const auto source = row.text("source");
  row.finish();
  if (last < first || last - first >= kMostDays) {
    row.fault("last", "应在 first 当日至其后 " + std::to_string(kMostDays) + " 天之内",
              "must lie on first or within " + std::to_string(kMostDays) + " days after it");
    return;
  }
  for (auto day = first; day <= last; day = day + 1)
    exceptions.push_back({day, working, source});
}

}  // namespace

void read_calendar_toml(const TomlNode* document, Reading& reading) {
  auto exceptions = national_exceptions();
  auto years = national_years();
  if (document != nullptr) {
    TableReader table(*document, "calendar.toml", reading.faults);
    for (const int year : table.numbers("covered_years", {1990, 2200}))
      years.insert(year);
    for (auto& row : table.tables("day"))
      read_days(row, exceptions);
    table.finish();
  }
  reading.campaign.calendar = WorkingCalendar(exceptions, std::move(years));
}

}  // namespace guatu::campaign
