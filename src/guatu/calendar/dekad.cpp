#include "guatu/calendar/dekad.hpp"

#include <fmt/format.h>

namespace guatu {
namespace {

constexpr unsigned kLastPart = 3;

std::string_view part_name_zh(unsigned part) {
  return part == 1 ? "上旬" : part == 2 ? "中旬" : "下旬";
}

Error not_a_dekad(std::string_view text) {
  return make_error(ErrorKind::InvalidInput, std::string(text),
                    "旬应写成 2022-12-D1 的样式（D1 上旬、D2 中旬、D3 下旬），请改正。",
                    "A dekad is written like 2022-12-D1 (D1, D2 or D3); correct it.");
}

}  // namespace

Date Dekad::first_day() const {
  return Date::of(year, month, 10 * (part - 1) + 1);
}

Date Dekad::last_day() const {
  return part == kLastPart ? end_of_month(first_day()) : Date::of(year, month, 10 * part);
}

Dekad Dekad::next() const {
  return dekad_of(last_day() + 1);
}

Dekad Dekad::previous() const {
  return dekad_of(first_day() - 1);
}

Dekad dekad_of(Date day) {
  const unsigned number = day.day();
  return {day.year(), day.month(), number <= 10 ? 1U : number <= 20 ? 2U : kLastPart};
}

Dekad last_ended_before(Date day) {
  return dekad_of(day).previous();
}

Result<Dekad> parse_dekad(std::string_view text) {
  if (text.size() != 10 || text[7] != '-' || text[8] != 'D' || text[9] < '1' || text[9] > '3') return not_a_dekad(text);
  const auto month = parse_iso_date(std::string(text.substr(0, 7)) + "-01");
  if (!month) return not_a_dekad(text);
  return Dekad{month->year(), month->month(), static_cast<unsigned>(text[9] - '0')};
}

std::string format_dekad(const Dekad& dekad) {
  return fmt::format("{:04}-{:02}-D{}", dekad.year, dekad.month, dekad.part);
}

std::string dekad_name_zh(const Dekad& dekad) {
  return fmt::format("{}年{}月{}", dekad.year, dekad.month, part_name_zh(dekad.part));
}

std::string dekad_name_en(const Dekad& dekad) {
  return fmt::format("{}–{}", dekad.first_day().day(), format_english(dekad.last_day()));
}

}  // namespace guatu
