#include "guatu/intake/caption_reading.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/intake/amount_reading.hpp"
#include "guatu/intake/characters.hpp"
#include "guatu/intake/chinese_number.hpp"
#include "guatu/intake/date_reading.hpp"

namespace guatu::intake {
namespace {

/// A slip of the pen such as 4022年 names no dekad.
bool is_near_year(int year) {
  return year >= 2000 && year <= 2099;
}

/// 2022-12-d1 anywhere in the key.
std::optional<Dekad> find_dekad_code(std::string_view key) {
  constexpr std::size_t kLength = 10;
  for (auto at = key.find("-d"); at != std::string_view::npos; at = key.find("-d", at + 1)) {
    if (at < 7 || at - 7 + kLength > key.size()) continue;
    std::string code(key.substr(at - 7, kLength));
    code[8] = 'D';
    if (const auto dekad = parse_dekad(code); dekad && is_near_year(dekad->year)) return *dekad;
  }
  return std::nullopt;
}

/// The number that `text` ends with, cut off.
std::optional<int> take_last_number(std::string_view& text) {
  const auto digits = text.size() - std::min(text.find_last_not_of("0123456789") + 1, text.size());
  if (digits == 0 || digits > 4) return std::nullopt;
  const auto number = std::stoi(std::string(text.substr(text.size() - digits)));
  text.remove_suffix(digits);
  return number;
}

/// 2022年12月上旬 or 12月上旬 anywhere in the key; without a year the first one that the campaign has.
std::optional<Dekad> find_dekad_words(std::string_view key, Date campaign_starts_on) {
  unsigned part = 0;
  for (const std::string_view word : {"上旬", "中旬", "下旬"}) {
    ++part;
    std::string_view before = key.substr(0, key.find(word));
    if (before.size() == key.size() || !strip_suffix(before, "月")) continue;
    const auto month = take_last_number(before);
    if (!month || *month < 1 || *month > 12) continue;
    Dekad dekad{campaign_starts_on.year(), static_cast<unsigned>(*month), part};
    if (strip_suffix(before, "年")) {
      const auto year = take_last_number(before);
      if (!year || !is_near_year(*year)) continue;
      dekad.year = *year;
    } else if (dekad.last_day() < campaign_starts_on) {
      ++dekad.year;
    }
    return dekad;
  }
  return std::nullopt;
}

std::optional<Date> find_day_after(std::string_view key, std::string_view label, Date campaign_starts_on) {
  const auto at = key.find(label);
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view rest = key.substr(at + label.size());
  for (const std::string_view between : {":", "到", "日期", "时间", ":"})
    strip_prefix(rest, between);
  const auto end = rest.find_first_of(",;)(");
  rest = rest.substr(0, end);
  for (const std::string_view after : {"止", "底"})
    strip_suffix(rest, after);
  return read_date(rest, {campaign_starts_on, DateUse::Plan, nullptr}).day();
}

/// The text after 填报单位 and its remarks, up to the next label in the same cell; empty when it stands in the next cell.
std::optional<std::string> find_unit_text(const std::string& text) {
  const std::string key = match_key(text);
  for (const std::string_view label :
       {"填报单位", "报送单位", "填报地区", "填报部门", "填表单位", "责任单位", "单位名称"}) {
    const auto at = key.find(label);  // npos when it is not there, which is beyond any place.
    if (at > 6) continue;
    std::string_view rest = std::string_view(key).substr(at + label.size());
    for (const std::string_view remark : {"(盖章)", "(公章)", "(章)", "(签章)", "盖章"})
      strip_prefix(rest, remark);
    strip_prefix(rest, ":");
    for (const std::string_view next :
         {"填报时间", "填报日期", "报送时间", "单位:", "旬别", "报送旬", "截至", "填报人", "联系电话"})
      rest = rest.substr(0, rest.find(next));
    for (const std::string_view remark : {"(盖章)", "(公章)", "(章)", "(签章)"})
      strip_suffix(rest, remark);
    return without_characters(rest, "_:");
  }
  return std::nullopt;
}

/// 填报时间：…, 截至…, 联系电话：: what stands beside an empty 填报单位： and is no unit.
bool is_caption_label(std::string_view key) {
  return contains(key, ":") || key.starts_with("截至") || key.starts_with("截止");
}

void read_unit(Caption& caption, const Grid& grid, const Cell& cell, const std::string& text,
               const campaign::Campaign& campaign) {
  auto name = find_unit_text(text);
  if (!name || caption.unit) return;
  Place place = grid.place(cell.row, cell.column, "填报单位");
  for (std::uint32_t column = cell.column + 1U; name->empty() && column < grid.column_count(); ++column) {
    const Cell* next = grid.find_own(cell.row, column);
    if (next == nullptr || next->kind == CellKind::Empty) continue;
    name = grid.text(cell.row, column);
    place = grid.place(cell.row, column, "填报单位");
    if (is_caption_label(match_key(*name))) return;
  }
  if (name->empty()) return;
  place.value = trim(*name);
  if (const auto* unit = campaign.find_unit_by_name(*name)) {
    caption.unit = unit->code;
    caption.unit_place = place;
  } else if (!caption.unknown_unit) {
    caption.unknown_unit = place;
  }
}

}  // namespace

std::optional<Dekad> find_dekad_in(std::string_view text, Date campaign_starts_on) {
  const std::string key = with_arabic_digits(match_key(text));
  if (const auto dekad = find_dekad_code(key)) return dekad;
  if (const auto dekad = find_dekad_words(key, campaign_starts_on)) return dekad;
  for (const std::string_view label : {"截至", "截止", "数据截至"})
    if (const auto day = find_day_after(key, label, campaign_starts_on)) return dekad_of(*day);
  for (const std::string_view label : {"填报时间", "填报日期", "报送时间", "报送日期"})
    if (const auto day = find_day_after(key, label, campaign_starts_on); day && dekad_of(*day).last_day() == *day)
      return dekad_of(*day);
  return std::nullopt;
}

Caption read_caption(const Grid& grid, std::uint32_t header_row, const campaign::Campaign& campaign) {
  Caption caption;
  for (std::uint32_t row = 0; row < header_row; ++row) {
    std::string line;
    for (const Cell* cell : grid.own_cells(row)) {
      const std::string text = grid.text(row, cell->column);
      read_unit(caption, grid, *cell, text, campaign);
      // 旬别： and its value may stand in two cells.
      line += text + " ";
      if (!caption.dekad) {
        caption.dekad = find_dekad_in(text, campaign.starts_on);
        caption.dekad_place = grid.place(row, cell->column, "旬别");
      }
      if (!caption.amount_unit && contains(match_key(text), "单位:")) caption.amount_unit = find_amount_unit(text);
    }
    if (!caption.dekad) caption.dekad = find_dekad_in(line, campaign.starts_on);
  }
  if (caption.unit) caption.unknown_unit.reset();
  return caption;
}

}  // namespace guatu::intake
