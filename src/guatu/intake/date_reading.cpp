#include "guatu/intake/date_reading.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "guatu/base/text.hpp"
#include "guatu/intake/characters.hpp"
#include "guatu/intake/chinese_number.hpp"

namespace guatu::intake {
namespace {

// A fact written without its year may be this far ahead of the report before last year is meant, a plan this far behind.
constexpr int kFactAhead = 90;
constexpr int kPlanBehind = 120;
constexpr int kOldestYear = 1900;
constexpr int kSearchDays = 400;

DateReading fault(DateFault what) {
  return {what, std::nullopt};
}

DateReading found(Date first, Date last, DatePrecision precision, std::string_view written) {
  return {DateFault::None,
          VagueDate{first, last, precision, precision == DatePrecision::Day ? std::string() : trim(written)}};
}

/// Numbers and what stands between them: "2022年11月下旬" → {2022, 11}, seps {年, 月}, tail 下旬.
struct Scanned {
  struct Number {
    int value = 0;
    std::string digits;
    std::string separator;  ///< That follows it; empty at the end.
  };
  std::vector<Number> numbers;
  std::string_view tail;

  [[nodiscard]] std::size_t size() const { return numbers.size(); }
  [[nodiscard]] int at(std::size_t i) const { return numbers[i].value; }
  [[nodiscard]] bool marked(std::size_t i, std::string_view separator) const {
    return numbers[i].separator == separator;
  }
};

Scanned scan(std::string_view text) {
  Scanned scanned;
  while (scanned.size() < 3 && !text.empty()) {
    const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
    if (end == 0 || end > 8) break;
    auto& number = scanned.numbers.emplace_back();
    number.digits = text.substr(0, end);
    number.value = std::stoi(number.digits);
    text.remove_prefix(end);
    for (const std::string_view separator : {".", "-", "/", "年", "月", "日", "号"}) {
      if (!strip_prefix(text, separator)) continue;
      number.separator = separator;
      break;
    }
    if (number.separator.empty() || number.separator == "日" || number.separator == "号") break;
  }
  scanned.tail = text;
  return scanned;
}

int full_year(int year) {
  return year < 100 ? 2000 + year : year;
}

bool fits(Date day, const DateContext& context) {
  return context.use == DateUse::Fact ? day <= context.report_day + kFactAhead
                                      : day >= context.report_day - kPlanBehind;
}

/// The year that month and day most likely mean; none when the day exists in no year near.
std::optional<Date> day_near(unsigned month, unsigned day, const DateContext& context) {
  const int year = context.report_day.year();
  const bool fact = context.use == DateUse::Fact;
  for (const int step : {0, 1, 2}) {
    const auto candidate = make_date(fact ? year + 1 - step : year - 1 + step, month, day);
    if (candidate && fits(*candidate, context)) return *candidate;
  }
  return std::nullopt;
}

DateReading exact(int year, int month, int day) {
  if (month < 1 || day < 1 || month > 99 || day > 99) return fault(DateFault::Impossible);
  const auto date = make_date(full_year(year), static_cast<unsigned>(month), static_cast<unsigned>(day));
  return date ? found(*date, *date, DatePrecision::Day, {}) : fault(DateFault::Impossible);
}

/// A third of a month, or the whole of it.
DateReading in_month(Date first_of_month, std::string_view tail, std::string_view written) {
  const Date last = end_of_month(first_of_month);
  if (tail.empty() || tail == "份" || tail == "内" || tail == "份内")
    return found(first_of_month, last, DatePrecision::Month, written);
  strip_prefix(tail, "份");
  if (tail == "初" || tail == "上旬") return found(first_of_month, first_of_month + 9, DatePrecision::Dekad, written);
  if (tail == "中" || tail == "中旬")
    return found(first_of_month + 10, first_of_month + 19, DatePrecision::Dekad, written);
  if (tail == "中下旬") return found(first_of_month + 10, last, DatePrecision::Month, written);
  if (tail == "底" || tail == "末" || tail == "下旬")
    return found(first_of_month + 20, last, DatePrecision::Dekad, written);
  return fault(DateFault::NotADate);
}

DateReading month_of_year(int year, int month, std::string_view tail, std::string_view written) {
  if (month < 1 || month > 12) return fault(DateFault::Impossible);
  const auto first = make_date(full_year(year), static_cast<unsigned>(month), 1);
  return first ? in_month(*first, tail, written) : fault(DateFault::Impossible);
}

DateReading quarter_of_year(int year, int quarter, std::string_view written) {
  if (quarter < 1 || quarter > 4 || !make_date(year, 12, 31)) return fault(DateFault::Impossible);
  const auto last_month = Date::of(year, static_cast<unsigned>(quarter) * 3, 1);
  return found(Date::of(year, static_cast<unsigned>(quarter) * 3 - 2, 1), end_of_month(last_month),
               DatePrecision::Quarter, written);
}

DateReading in_year(int year, std::string_view tail, std::string_view written) {
  if (year < kOldestYear || year > 2200) return fault(DateFault::NotADate);
  if (tail.empty() || tail == "内")
    return found(Date::of(year, 1, 1), Date::of(year, 12, 31), DatePrecision::Year, written);
  if (tail == "底" || tail == "末")
    return found(Date::of(year, 12, 1), Date::of(year, 12, 31), DatePrecision::Month, written);
  if (tail == "初") return found(Date::of(year, 1, 1), Date::of(year, 1, 31), DatePrecision::Month, written);
  if (tail == "上半年") return found(Date::of(year, 1, 1), Date::of(year, 6, 30), DatePrecision::Year, written);
  if (tail == "下半年") return found(Date::of(year, 7, 1), Date::of(year, 12, 31), DatePrecision::Year, written);
  if (tail.size() > 1 && tail.front() >= '1' && tail.front() <= '4' && tail.substr(1) == "季度")
    return quarter_of_year(year, tail.front() - '0', written);
  return fault(DateFault::NotADate);
}

/// The day before the first day of the next spring festival that the calendar knows.
DateReading before_spring_festival(const DateContext& context, std::string_view written) {
  if (context.calendar == nullptr) return fault(DateFault::NoDay);
  for (int ahead = 0; ahead < kSearchDays; ++ahead) {
    const Date day = context.report_day + ahead;
    const auto source = context.calendar->find_source(day);
    if (source && contains(*source, "春节") && !context.calendar->is_working(day))
      return found(day - 10, day - 1, DatePrecision::Dekad, written);
  }
  return fault(DateFault::NoDay);
}

DateReading words_only(std::string_view text, const DateContext& context, std::string_view written) {
  const Date now = context.report_day;
  for (const std::string_view word : {"待定", "未定", "另定", "待确定", "近期", "长期", "尽快", "视情况", "不确定"})
    if (text == word) return fault(DateFault::NoDay);
  std::string_view rest = text;
  if (strip_prefix(rest, "本月") || strip_prefix(rest, "当月") || strip_prefix(rest, "月"))
    if (!rest.empty()) return in_month(Date::of(now.year(), now.month(), 1), rest, written);
  rest = text;
  if (strip_prefix(rest, "明年")) return in_year(now.year() + 1, rest, written);
  if (strip_prefix(rest, "今年") || strip_prefix(rest, "本年") || strip_prefix(rest, "年"))
    return in_year(now.year(), rest, written);
  if (text == "上半年" || text == "下半年") return in_year(now.year(), text, written);
  if (text == "春节") return before_spring_festival(context, written);
  return fault(DateFault::NotADate);
}

DateReading digits_only(const std::string& digits, std::string_view written) {
  if (digits.size() == 8)
    return exact(std::stoi(digits.substr(0, 4)), std::stoi(digits.substr(4, 2)), std::stoi(digits.substr(6)));
  if (digits.size() == 6 && (digits.starts_with("19") || digits.starts_with("20")))
    return month_of_year(std::stoi(digits.substr(0, 4)), std::stoi(digits.substr(4)), {}, written);
  if (digits.size() == 5)
    if (const auto day = find_serial_day(std::stod(digits))) return found(*day, *day, DatePrecision::Day, {});
  return fault(DateFault::NotADate);
}

DateReading one_number(const Scanned& scanned, const DateContext& context, std::string_view written) {
  if (scanned.marked(0, "年")) return in_year(full_year(scanned.at(0)), scanned.tail, written);
  if (scanned.marked(0, "月")) {
    if (scanned.at(0) < 1 || scanned.at(0) > 12) return fault(DateFault::Impossible);
    const auto month = static_cast<unsigned>(scanned.at(0));
    const auto first = day_near(month, context.use == DateUse::Fact ? 1 : 28, context);
    return first ? in_month(Date::of(first->year(), month, 1), scanned.tail, written) : fault(DateFault::NotADate);
  }
  if (scanned.marked(0, "") && scanned.tail == "季度") {
    const auto year = day_near(static_cast<unsigned>(std::clamp(scanned.at(0), 1, 4)) * 3, 28, context);
    return year ? quarter_of_year(year->year(), scanned.at(0), written) : fault(DateFault::NotADate);
  }
  if (scanned.marked(0, "") && scanned.tail.empty()) return digits_only(scanned.numbers[0].digits, written);
  return fault(DateFault::NotADate);
}

DateReading two_numbers(const Scanned& scanned, const DateContext& context, std::string_view written) {
  const int first = scanned.at(0);
  const int second = scanned.at(1);
  if (scanned.marked(0, "年") && scanned.marked(1, "") && scanned.tail == "季度")
    return quarter_of_year(full_year(first), second, written);
  const bool year_first =
      first >= kOldestYear || scanned.marked(0, "年") || (first > 12 && first < 100 && !scanned.marked(0, "月"));
  if (!year_first) {
    if (scanned.marked(1, "月") || !scanned.tail.empty()) return fault(DateFault::NotADate);
    if (first < 1 || first > 12 || second < 1 || second > 31) return fault(DateFault::Impossible);
    const auto day = day_near(static_cast<unsigned>(first), static_cast<unsigned>(second), context);
    return day ? found(*day, *day, DatePrecision::Day, {}) : fault(DateFault::Impossible);
  }
  const bool lost_zero =
      scanned.marked(0, ".") && scanned.marked(1, "") && scanned.numbers[1].digits == "1" && scanned.tail.empty();
  if (lost_zero) return fault(DateFault::Ambiguous);
  return month_of_year(first, second, scanned.tail, written);
}

/// One spelling for every separator, no white space, no time of day.
std::string simplified(std::string_view text) {
  std::string plain = normalise(text);
  if (const auto colon = plain.find(':'); colon != std::string::npos && colon >= 2) {
    const auto cut = plain.find_last_of(" T", colon);
    if (cut != std::string::npos) plain.resize(cut);
  }
  plain = with_arabic_digits(without_characters(plain, " \t\r\n\xE3\x80\x80"));
  for (const auto& [from, to] :
       {std::pair{"。", "."}, {"·", "."}, {"、", "."}, {"—", "-"}, {"–", "-"}, {"\\", "/"}, {"第", ""}})
    plain = replace_all(std::move(plain), from, to);
  if (const auto q = plain.find_first_of("Qq"); q != std::string::npos && q + 2 == plain.size())
    plain = plain.substr(0, q) + plain.substr(q + 1) + "季度";
  return plain;
}

/// "预计12月31日前完成" is a plan for 12月31日.
std::string_view without_plan_words(std::string_view text) {
  for (const std::string_view word : {"预计", "计划", "力争", "争取", "确保", "拟", "约", "于", "在", "到"})
    strip_prefix(text, word);
  for (const std::string_view word : {"办理完毕", "办结", "完成", "取得", "左右", "以前", "之前", "前"})
    strip_suffix(text, word);
  return text;
}

}  // namespace

std::optional<Date> DateReading::day() const {
  if (!date || date->precision != DatePrecision::Day) return std::nullopt;
  return date->first;
}

std::optional<Date> find_serial_day(double serial) {
  constexpr double kFirst = 36526;  // 2000-01-01
  constexpr double kLast = 73050;   // 2099-12-31
  if (!(serial >= kFirst && serial <= kLast + 1)) return std::nullopt;
  return Date::from_number(-25569) + static_cast<int>(std::floor(serial));
}

DateReading read_date(std::string_view written, const DateContext& context) {
  const std::string plain = simplified(written);
  if (plain.empty() || is_dash(plain) || plain == "无") return fault(DateFault::Blank);
  const std::string_view text = context.use == DateUse::Plan ? without_plan_words(plain) : std::string_view(plain);
  const Scanned scanned = scan(text);
  switch (scanned.size()) {
    case 0:
      return words_only(text, context, written);
    case 1:
      return one_number(scanned, context, written);
    case 2:
      return two_numbers(scanned, context, written);
    default:
      if (!scanned.tail.empty()) return fault(DateFault::NotADate);
      if (scanned.at(0) >= 100 && scanned.at(0) < kOldestYear) return fault(DateFault::NotADate);
      return exact(scanned.at(0), scanned.at(1), scanned.at(2));
  }
}

DateReading read_date_cell(const Sheet& sheet, const Cell& cell, const DateContext& context) {
  if (cell.kind == CellKind::Empty) return fault(DateFault::Blank);
  if (cell.kind == CellKind::Text) return read_date(sheet.text_of(cell), context);
  if (cell.kind != CellKind::Number && cell.kind != CellKind::Date) return fault(DateFault::NotADate);
  constexpr double kDaysBetweenSystems = 1462;
  const bool shifted = cell.kind == CellKind::Number && sheet.date1904;
  if (const auto day = find_serial_day(cell.number + (shifted ? kDaysBetweenSystems : 0)))
    return found(*day, *day, DatePrecision::Day, {});
  if (cell.kind == CellKind::Date) return fault(DateFault::NotADate);
  auto reading = read_date(sheet.text_of(cell), context);
  // 12.1 as a number may have been 12.10; 11.15 cannot have lost anything.
  const std::string text = sheet.text_of(cell);
  const auto point = text.find('.');
  const bool may_have_lost_zero =
      point != std::string::npos && point + 2 == text.size() && text.back() >= '1' && text.back() <= '3';
  if (reading.fault == DateFault::None && reading.day() && may_have_lost_zero) return fault(DateFault::Ambiguous);
  return reading;
}

}  // namespace guatu::intake
