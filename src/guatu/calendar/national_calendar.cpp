#include <array>

#include "guatu/calendar/working_calendar.hpp"

/// 国务院办公厅关于2022年、2023年、2024年、2025年、2026年部分节假日安排的通知, as ranges. A new year is a new block of lines.
/// The New Year holiday of 2023 begins on 2022-12-31, so that day belongs to the notice of 2023.
namespace guatu {
namespace {

struct Day {
  int year;
  unsigned month;
  unsigned day;
};

struct Range {
  Day first;
  Day last;
  bool working;
  const char* source;
};

constexpr Range off(Day first, Day last, const char* source) {
  return {first, last, false, source};
}
constexpr Range made_up(Day day, const char* source) {
  return {day, day, true, source};
}

constexpr std::array kRanges = {
    off({2022, 1, 1}, {2022, 1, 3}, "元旦放假"),
    off({2022, 1, 31}, {2022, 2, 6}, "春节放假"),
    made_up({2022, 1, 29}, "春节调休上班"),
    made_up({2022, 1, 30}, "春节调休上班"),
    off({2022, 4, 3}, {2022, 4, 5}, "清明节放假"),
    made_up({2022, 4, 2}, "清明节调休上班"),
    off({2022, 4, 30}, {2022, 5, 4}, "劳动节放假"),
    made_up({2022, 4, 24}, "劳动节调休上班"),
    made_up({2022, 5, 7}, "劳动节调休上班"),
    off({2022, 6, 3}, {2022, 6, 5}, "端午节放假"),
    off({2022, 9, 10}, {2022, 9, 12}, "中秋节放假"),
    off({2022, 10, 1}, {2022, 10, 7}, "国庆节放假"),
    made_up({2022, 10, 8}, "国庆节调休上班"),
    made_up({2022, 10, 9}, "国庆节调休上班"),

    off({2022, 12, 31}, {2023, 1, 2}, "元旦放假"),
    off({2023, 1, 21}, {2023, 1, 27}, "春节放假"),
    made_up({2023, 1, 28}, "春节调休上班"),
    made_up({2023, 1, 29}, "春节调休上班"),
    off({2023, 4, 5}, {2023, 4, 5}, "清明节放假"),
    off({2023, 4, 29}, {2023, 5, 3}, "劳动节放假"),
    made_up({2023, 4, 23}, "劳动节调休上班"),
    made_up({2023, 5, 6}, "劳动节调休上班"),
    off({2023, 6, 22}, {2023, 6, 24}, "端午节放假"),
    made_up({2023, 6, 25}, "端午节调休上班"),
    off({2023, 9, 29}, {2023, 10, 6}, "中秋节、国庆节放假"),
    made_up({2023, 10, 7}, "中秋节、国庆节调休上班"),
    made_up({2023, 10, 8}, "中秋节、国庆节调休上班"),

    off({2024, 1, 1}, {2024, 1, 1}, "元旦放假"),
    off({2024, 2, 10}, {2024, 2, 17}, "春节放假"),
    made_up({2024, 2, 4}, "春节调休上班"),
    made_up({2024, 2, 18}, "春节调休上班"),
    off({2024, 4, 4}, {2024, 4, 6}, "清明节放假"),
    made_up({2024, 4, 7}, "清明节调休上班"),
    off({2024, 5, 1}, {2024, 5, 5}, "劳动节放假"),
    made_up({2024, 4, 28}, "劳动节调休上班"),
    made_up({2024, 5, 11}, "劳动节调休上班"),
    off({2024, 6, 10}, {2024, 6, 10}, "端午节放假"),
    off({2024, 9, 15}, {2024, 9, 17}, "中秋节放假"),
    made_up({2024, 9, 14}, "中秋节调休上班"),
    off({2024, 10, 1}, {2024, 10, 7}, "国庆节放假"),
    made_up({2024, 9, 29}, "国庆节调休上班"),
    made_up({2024, 10, 12}, "国庆节调休上班"),

    off({2025, 1, 1}, {2025, 1, 1}, "元旦放假"),
    off({2025, 1, 28}, {2025, 2, 4}, "春节放假"),
    made_up({2025, 1, 26}, "春节调休上班"),
    made_up({2025, 2, 8}, "春节调休上班"),
    off({2025, 4, 4}, {2025, 4, 6}, "清明节放假"),
    off({2025, 5, 1}, {2025, 5, 5}, "劳动节放假"),
    made_up({2025, 4, 27}, "劳动节调休上班"),
    off({2025, 5, 31}, {2025, 6, 2}, "端午节放假"),
    off({2025, 10, 1}, {2025, 10, 8}, "国庆节、中秋节放假"),
    made_up({2025, 9, 28}, "国庆节、中秋节调休上班"),
    made_up({2025, 10, 11}, "国庆节、中秋节调休上班"),

    off({2026, 1, 1}, {2026, 1, 3}, "元旦放假"),
    made_up({2026, 1, 4}, "元旦调休上班"),
    off({2026, 2, 15}, {2026, 2, 23}, "春节放假"),
    made_up({2026, 2, 14}, "春节调休上班"),
    made_up({2026, 2, 28}, "春节调休上班"),
    off({2026, 4, 4}, {2026, 4, 6}, "清明节放假"),
    off({2026, 5, 1}, {2026, 5, 5}, "劳动节放假"),
    made_up({2026, 5, 9}, "劳动节调休上班"),
    off({2026, 6, 19}, {2026, 6, 21}, "端午节放假"),
    off({2026, 9, 25}, {2026, 9, 27}, "中秋节放假"),
    off({2026, 10, 1}, {2026, 10, 7}, "国庆节放假"),
    made_up({2026, 9, 20}, "国庆节调休上班"),
    made_up({2026, 10, 10}, "国庆节调休上班"),
};

Date date_of(const Day& day) {
  return Date::of(day.year, day.month, day.day);
}

std::vector<CalendarException> expanded() {
  std::vector<CalendarException> days;
  for (const Range& range : kRanges) {
    for (Date day = date_of(range.first); day <= date_of(range.last); day = day + 1) {
      days.push_back({day, range.working, range.source});
    }
  }
  return days;
}

}  // namespace

const std::vector<CalendarException>& national_exceptions() {
  static const std::vector<CalendarException> kExceptions = expanded();
  return kExceptions;
}

const std::set<int>& national_years() {
  static const std::set<int> kYears = {2022, 2023, 2024, 2025, 2026};
  return kYears;
}

}  // namespace guatu
