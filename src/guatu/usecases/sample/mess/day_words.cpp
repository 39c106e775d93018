#include "guatu/usecases/sample/mess/day_words.hpp"

#include <cstdlib>
#include <fmt/format.h>

namespace guatu::usecases::mess {
namespace {

constexpr int kNear = 100;            ///< Days from the report within which a year may be left out.
constexpr int kSerialOf1970 = 25569;  ///< In the 1900 system.
constexpr int kBetweenSystems = 1462;

std::string chinese_digit(unsigned digit) {
  static const std::vector<std::string> kDigits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  return kDigits[digit];
}

std::string chinese_number(unsigned number) {
  if (number < 10) return chinese_digit(number);
  std::string text = number < 20 ? "" : chinese_digit(number / 10);
  text += "十";
  if (number % 10 != 0) text += chinese_digit(number % 10);
  return text;
}

std::string chinese_numerals(Date day) {
  std::string year;
  for (const char c : std::to_string(day.year()))
    year += chinese_digit(static_cast<unsigned>(c - '0'));
  return year + "年" + chinese_number(day.month()) + "月" + chinese_number(day.day()) + "日";
}

std::string full_width(std::string_view text) {
  std::string wide;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      wide += "\xEF\xBC";
      wide += static_cast<char>(0x90 + (c - '0'));
    } else {
      wide += c == '.' ? std::string("．") : std::string(1, c);
    }
  }
  return wide;
}

std::string in_form(const char* form, Date day) {
  return fmt::format(fmt::runtime(form), day.year(), day.month(), day.day());
}

int serial(Date day, const Hand& hand) {
  return day.number() + kSerialOf1970 - (hand.style.date1904 ? kBetweenSystems : 0);
}

Written real(Date day, const char* format, const Hand& hand, const char* fraction = "") {
  auto written = write_number(std::to_string(serial(day, hand)) + fraction,
                              hand.style.date1904 ? "date: real, 1904" : "date: real");
  written.cell.format = format;
  return written;
}

bool is_near(Date day, const Hand& hand) {
  return std::abs(day - hand.report_day) <= kNear;
}

Written without_year(Date day, const Hand& hand) {
  if (!is_near(day, hand)) return write_text(dotted(day), "date: dots");
  // 11.30 as text loses nothing; 11.3 might be either.
  if (day.day() > 10 && day.day() % 10 != 0 && hand.random.chance(30))
    return write_text(in_form("{1}.{2}", day), "date: without year, dots");
  return write_text(in_form("{1}月{2}日", day), "date: without year");
}

/// As hurried people type: other points, a day without 日, 号 for 日.
const std::vector<const char*> kSloppy{"{0}年{1}月{2}号",      "{0}年{1:02}月{2:02}日", "{0}.{1:02}.{2:02}",
                                       "{0}-{1}-{2}",          "{0}年{1}月{2}",         "{0}·{1}·{2}",
                                       "{0}、{1}、{2}",        "{0}/{1:02}/{2:02}",     "{0}。{1}。{2}",
                                       "{0} 年 {1} 月 {2} 日", "{0}年{1}.{2}"};

Written written_as(Date day, DayStyle style, const Hand& hand) {
  switch (style) {
    case DayStyle::RealIso:
      return real(day, "yyyy-mm-dd", hand);
    case DayStyle::RealSlash:
      return real(day, "yyyy/m/d;@", hand);
    case DayStyle::RealDots:
      return real(day, "yyyy.mm.dd", hand);
    case DayStyle::RealChinese:
      return real(day, "[$-804]yyyy\"年\"m\"月\"d\"日\";@", hand);
    case DayStyle::RealBuiltIn:
      return real(day, hand.style.words % 2 == 0 ? "14" : "31", hand);
    case DayStyle::RealMonthDay:
      return real(day, "m\"月\"d\"日\"", hand);
    case DayStyle::RealWithTime:
      return real(day, "yyyy-mm-dd hh:mm", hand, ".375");
    case DayStyle::Dashes:
      return write_text(in_form("{0}-{1:02}-{2:02}", day), "date: dashes");
    case DayStyle::Slashes:
      return write_text(in_form("{0}/{1}/{2}", day), "date: slashes");
    case DayStyle::Dots:
      return write_text(dotted(day), "date: dots");
    case DayStyle::FullWidthDots:
      return write_text(in_form("{0}．{1}．{2}", day), "date: full width");
    case DayStyle::FullWidthDigits:
      return write_text(full_width(dotted(day)), "date: full width");
    case DayStyle::Compact:
      return write_text(in_form("{0}{1:02}{2:02}", day), "date: eight digits");
    case DayStyle::CompactNumber:
      return write_number(in_form("{0}{1:02}{2:02}", day), "date: eight digits, number");
    case DayStyle::Chinese:
      return write_text(in_form("{0}年{1}月{2}日", day), "date: 年月日");
    case DayStyle::ChineseNumerals:
      return write_text(chinese_numerals(day), "date: Chinese numerals");
    case DayStyle::ShortYear:
      return write_text(fmt::format("{:02}.{}.{}", day.year() % 100, day.month(), day.day()), "date: short year");
    case DayStyle::MonthDay:
      return without_year(day, hand);
    case DayStyle::SerialText:
      if (hand.style.date1904) return write_text(dotted(day), "date: dots");
      return write_text(std::to_string(serial(day, hand)), "date: serial as text");
    case DayStyle::SerialNumber:
      if (hand.style.date1904) return write_text(dotted(day), "date: dots");
      return write_number(std::to_string(serial(day, hand)), "date: serial number");
    case DayStyle::Sloppy:
      return write_text(in_form(hand.usual(kSloppy, hand.style.words), day), "date: sloppy");
    case DayStyle::WithTime:
      return write_text(in_form("{0}-{1:02}-{2:02} 00:00:00", day), "date: with time");
  }
  return write_text(dotted(day), "date: dots");
}

unsigned quarter_of(Date day) {
  return (day.month() - 1) / 3 + 1;
}

/// The last day before the next spring festival after the report, when `day` lies shortly before it.
std::optional<Date> eve_of_festival(Date day, const Hand& hand) {
  if (!hand.campaign.calendar.is_working(day)) return std::nullopt;
  for (int ahead = 1; ahead < 25; ++ahead) {
    const auto festival = day + ahead;
    const auto source = hand.campaign.calendar.find_source(festival);
    const bool holiday = source && source->find("春节") != std::string::npos;
    if (holiday && !hand.campaign.calendar.is_working(festival))
      return day > hand.report_day ? std::optional(festival - 1) : std::nullopt;
  }
  return std::nullopt;
}

void add_near_phrases(std::vector<Phrase>& phrases, Date day, const Hand& hand) {
  const auto last = end_of_month(day);
  const auto month = std::to_string(day.month()) + "月";
  const auto dekad = dekad_of(day);
  phrases.push_back({month + "份", last, "plan: month"});
  if (dekad.part == 3)
    for (const char* word : {"底", "末", "底前", "下旬"})
      phrases.push_back({month + word, last, "plan: dekad"});
  if (dekad.part == 1)
    for (const char* word : {"初", "上旬"})
      phrases.push_back({month + word, dekad.last_day(), "plan: dekad"});
  if (dekad.part == 2) phrases.push_back({month + "中旬", dekad.last_day(), "plan: dekad"});
  if (dekad.part == 3 && hand.report_day.year() == day.year() && hand.report_day.month() == day.month())
    phrases.push_back({"月底前", last, "plan: dekad"});
  if (const auto eve = eve_of_festival(day, hand)) phrases.push_back({"春节前", *eve, "plan: festival"});
  if (day.year() == hand.report_day.year() && day.month() == 12)
    for (const char* word : {"年内", "年底", "年底前"})
      phrases.push_back({word, Date::of(day.year(), 12, 31), "plan: year"});
}

}  // namespace

std::string dotted(Date day) {
  return in_form("{0}.{1}.{2}", day);
}

Written write_day(Date day, DayStyle style, const std::string& field, const Hand& hand) {
  if (hand.spells() && hand.off_habit()) style = static_cast<DayStyle>(hand.random.below(kDayStyles));
  auto written = written_as(day, style, hand);
  written.meanings = {{field, format_iso(day)}};
  return written;
}

Phrase period_phrase(Date day, const Hand& hand) {
  const auto last = end_of_month(day);
  const auto quarter = quarter_of(day);
  const auto end_of_quarter = end_of_month(Date::of(day.year(), quarter * 3, 1));
  const auto year = std::to_string(day.year());
  std::vector<Phrase> phrases{{in_form("{0}年{1}月", day), last, "plan: month"},
                              {in_form("{0}-{1:02}", day), last, "plan: month"},
                              {in_form("{0}.{1:02}", day), last, "plan: month"},
                              {year + "年" + chinese_number(quarter) + "季度", end_of_quarter, "plan: quarter"},
                              {year + "年Q" + std::to_string(quarter), end_of_quarter, "plan: quarter"}};
  if (day.month() == 12) phrases.push_back({year + "年底", last, "plan: year"});
  if (std::abs(day - hand.report_day) <= 80) {
    phrases.push_back({chinese_number(quarter) + "季度", end_of_quarter, "plan: quarter"});
    add_near_phrases(phrases, day, hand);
  }
  return hand.random.one_of(phrases);
}

Written write_period(Date day, const std::string& field, const Hand& hand) {
  const auto phrase = period_phrase(day, hand);
  auto written = write_text(phrase.text, phrase.spelling);
  written.meanings = {{field, format_iso(phrase.last)}};
  return written;
}

Phrase day_phrase(Date day, const Hand& hand) {
  const std::vector<const char*> forms{"{0}.{1}.{2}", "{0}-{1:02}-{2:02}", "{0}年{1}月{2}日", "{1}月{2}日"};
  auto choice =
      hand.spells() ? static_cast<std::size_t>(hand.usual(std::vector<int>{0, 1, 2, 3}, hand.style.words)) : 0;
  if (choice == 3 && !is_near(day, hand)) choice = 2;
  return {in_form(forms[choice], day), day, choice == 3 ? "without year" : "day"};
}

}  // namespace guatu::usecases::mess
