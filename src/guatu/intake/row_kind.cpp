#include "guatu/intake/row_kind.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/intake/characters.hpp"
#include "guatu/intake/chinese_number.hpp"

namespace guatu::intake {
namespace {

bool is_example(const RowTexts& row) {
  const std::string serial = match_key(row.serial);
  if (serial.starts_with("如") || serial.starts_with("例") || serial.starts_with("示例") ||
      serial.starts_with("样例") || serial == "(示例)")
    return true;
  const std::string name = match_key(row.name);
  for (const std::string_view word : {"例如", "示例", "样例", "(示例)", "(例)", "例:", "如:"})
    if (name.starts_with(word)) return true;
  return false;
}

bool is_sum_word(std::string_view text) {
  const std::string key = match_key(text);
  std::string_view rest = key;
  for (const std::string_view word : {"小计", "合计", "总计", "共计", "累计"}) {
    if (!strip_prefix(rest, word)) continue;
    return rest.empty() || rest.front() == '(' || rest.front() == ':' || (rest.front() >= '0' && rest.front() <= '9') ||
           rest.starts_with("共");
  }
  return false;
}

bool is_footer(std::string_view text) {
  const std::string key = match_key(text);
  for (const std::string_view word :
       {"注:", "备注:", "说明:", "填表说明", "填报说明", "填报人", "填表人", "审核人", "制表人", "分管领导签字",
        "主要领导签字", "负责人签字", "单位负责人", "联系人:", "联系电话:", "填报时间:", "填报日期:", "填报单位:"})
    if (key.starts_with(word)) return true;
  return false;
}

/// 一、…, （二）…, 红山区（12个）, 市直（共3个）
bool is_section_text(std::string_view text) {
  const std::string key = with_arabic_digits(match_key(text));
  const auto digits = key.find_first_not_of("0123456789");
  if (digits != std::string::npos && digits > 0 && std::string_view(key).substr(digits).starts_with("、")) return true;
  if (key.starts_with("(") && key.size() > 2 && is_digits(std::string_view(key).substr(1, 1)) &&
      contains(key.substr(0, 4), ")"))
    return true;
  for (const std::string_view ending : {"个)", "项)", "个项目)"}) {
    std::string_view rest = key;
    if (!strip_suffix(rest, ending)) continue;
    const auto open = rest.rfind('(');
    if (open == std::string_view::npos || open == 0) continue;
    std::string_view count = rest.substr(open + 1);
    strip_prefix(count, "共");
    if (is_digits(count)) return true;
  }
  return false;
}

/// 一, （二）, 三、: how sections are numbered, and projects are not.
bool is_section_number(std::string_view serial) {
  const std::string written = match_key(serial);
  const std::string number = with_arabic_digits(written);
  const auto plain = without_characters(number, "()、.");
  return number != written && is_digits(plain);
}

bool are_column_numbers(const std::vector<std::string>& written) {
  if (written.size() < 4) return false;
  int expected = 0;
  for (const auto& text : written) {
    const std::string key = match_key(text);
    if (key == "甲" || key == "乙" || key == "丙") continue;
    if (!is_digits(key) || key.size() > 3 || std::stoi(key) != ++expected) return false;
  }
  return expected >= 3;
}

}  // namespace

RowKind row_kind(const RowTexts& row, std::string_view name_header) {
  if (row.written.empty()) return RowKind::Blank;
  const std::string& first = row.written.front();
  const bool own_name = !row.name.empty() && !row.name_is_shown;
  if (row.repeats_header || (own_name && match_key(row.name) == match_key(name_header))) return RowKind::RepeatedHeader;
  if (are_column_numbers(row.written)) return RowKind::ColumnNumbers;
  if (is_example(row)) return RowKind::Example;
  if (is_sum_word(first) || is_sum_word(row.serial) || (own_name && is_sum_word(row.name))) return RowKind::Subtotal;
  if (is_footer(first)) return RowKind::Footer;
  const bool alone = std::ranges::all_of(row.written, [&](const auto& text) { return text == first; });
  if (alone && row.is_one_cell) return RowKind::Section;
  if (alone) {
    if (is_section_text(first)) return RowKind::Section;
    if (!own_name)
      return is_digits(match_key(first)) ? RowKind::Blank : row.name_is_shown ? RowKind::Data : RowKind::Section;
  }
  const bool numbered_title = row.written.size() == 2 && own_name && first == row.serial;
  if (numbered_title && is_section_number(row.serial)) return RowKind::Section;
  return RowKind::Data;
}

}  // namespace guatu::intake
