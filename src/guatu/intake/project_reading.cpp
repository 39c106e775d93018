#include "guatu/intake/project_reading.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "guatu/base/text.hpp"
#include "guatu/intake/date_reading.hpp"
#include "guatu/intake/message_codes.hpp"
#include "guatu/values/codes.hpp"

namespace guatu::intake {
namespace {

constexpr std::string_view kSeparators = "、，,；;/ \n";

std::optional<Track> find_track_word(std::string_view key) {
  if (key.starts_with("审批")) return Track::Approval;
  if (key.starts_with("核准")) return Track::Sanction;
  if (key.starts_with("备案")) return Track::Filing;
  return std::nullopt;
}

/// As typed, so that papers show it in its own brackets; only line breaks, which a narrow cell brings, are taken out.
std::string one_line(const std::string& text) {
  std::string line;
  for (const char c : text)
    if (c != '\n' && c != '\r' && c != '\t') line += c;
  return trim(line);
}

class ProjectFieldReader {
 public:
  ProjectFieldReader(const ReadingContext& context, std::uint32_t row, AmountUnit fallback)
      : context_(context), row_(row), fallback_(fallback) {}

  ProjectReading read(const TableLayout& layout) {
    for (const auto& column : layout.columns)
      if (column.kinds.empty()) read_column(column);
    return std::move(reading_);
  }

 private:
  ledger::ProjectRecord& fields() { return reading_.project.fields; }

  void say(std::string_view code, const Place& place, const MessageWords& words = {}) {
    reading_.messages.push_back(make_message(code, place, words));
  }

  void read_column(const Column& column) {
    const Cell* cell = context_.grid.find_shown(row_, column.index);
    if (cell == nullptr || column.field == Field::Serial) return;
    const Place place = context_.grid.place(row_, column.index, column.header);
    if (cell->kind == CellKind::Empty) return cell->formula ? say("formula_error:no_value", place) : void();
    if (is_formula_error(context_.grid.sheet(), *cell)) return say("formula_error", place);
    const auto text = trim(place.value);
    if (text.empty()) return;
    read_field(column, *cell, place, text);
  }

  void keep(const char* field, const Place& place) { reading_.project.places[field] = place; }

  void keep_text(std::string& target, const char* field, const Place& place, const std::string& text) {
    target = text;
    keep(field, place);
  }

  void read_field(const Column& column, const Cell& cell, const Place& place, const std::string& text) {
    auto& record = fields();
    switch (column.field) {
      case Field::Name:
        record.name = one_line(text);
        reading_.project.row = place;
        keep("name", place);
        break;
      case Field::Code:
        read_code(place, text);
        break;
      case Field::District:
        read_districts(place, text);
        break;
      case Field::Responsible:
        read_responsible(place, text);
        break;
      case Field::Industry:
        read_industry(place, text);
        break;
      case Field::Owner:
        keep_text(record.owner, "owner", place, text);
        break;
      case Field::CreditCode:
        read_credit_code(place, text);
        break;
      case Field::Sector:
        keep_text(record.field, "field", place, text);
        break;
      case Field::TrackWord:
        read_track(place, text);
        break;
      case Field::Content:
        keep_text(record.content, "content", place, text);
        break;
      case Field::TotalInvestment:
        record.total_investment = read_money(column, place, AmountUse::TotalInvestment);
        keep("total_investment", place);
        break;
      case Field::YearPlan:
        record.year_plan = read_money(column, place, AmountUse::YearPlan);
        keep("year_plan", place);
        break;
      case Field::PlannedStart:
        read_planned_start(cell);
        keep("planned_start", place);
        break;
      case Field::Leader:
        keep_text(record.leader, "leader", place, text);
        break;
      case Field::Contact:
        keep_text(record.contact, "contact", place, text);
        break;
      case Field::Phone:
        keep_text(record.phone, "phone", place, text);
        break;
      case Field::ContactAndPhone:
        read_contact(text);
        keep("contact", place);
        keep("phone", place);
        break;
      case Field::Progress:
        keep_text(record.progress, "progress", place, text);
        break;
      case Field::Problems:
        keep_text(record.problems, "problems", place, text);
        break;
      case Field::Measures:
        keep_text(record.measures, "measures", place, text);
        break;
      case Field::Note:
        keep_text(record.note, "note", place, text);
        break;
      default:
        break;
    }
  }

  void read_code(const Place& place, const std::string& text) {
    const auto reading = read_project_code(text);
    keep("code", place);
    if (reading.check == CodeCheck::NotACode) return say("bad_project_code", place);
    if (reading.check == CodeCheck::WrongCheckDigit) say("code_check_digit", place);
    fields().code = reading.canonical;
  }

  void read_credit_code(const Place& place, const std::string& text) {
    keep("credit_code", place);
    if (check_credit_code(text) == CodeCheck::WrongCheckDigit) say("code_check_digit", place);
    fields().credit_code = normalise(text);
  }

  void read_districts(const Place& place, const std::string& text) {
    keep("districts", place);
    for (const auto& unit : find_units_in(text, context_.campaign)) {
      if (unit) fields().districts.push_back(*unit);
      if (!unit) reading_.messages.push_back(make_message("unknown_unit", Severity::Warning, place));
    }
  }

  void read_responsible(const Place& place, const std::string& text) {
    keep("responsible", place);
    const auto* unit = context_.campaign.find_unit_by_name(text);
    if (unit == nullptr) return say("unknown_unit", place);
    fields().responsible = unit->code;
  }

  void read_industry(const Place& place, const std::string& text) {
    keep("industry_department", place);
    const auto units = find_units_in(text, context_.campaign);
    if (!units.empty() && units.front()) {
      fields().industry_department = units.front();
    } else {
      reading_.messages.push_back(make_message("unknown_unit", Severity::Warning, place));
    }
  }

  void read_track(const Place& place, const std::string& text) {
    keep("track", place);
    fields().track = find_track_word(match_key(text));
    if (!fields().track) say("unknown_track", place);
  }

  std::optional<Amount> read_money(const Column& column, const Place& place, AmountUse use) {
    const auto reading = read_amount(place.value, column.unit.value_or(fallback_));
    if (reading.fault == AmountFault::NotAnAmount) say("bad_amount", place);
    if (reading.amount && looks_mis_scaled(*reading.amount, use))
      say("amount_scale", place, {format_hundred_million(*reading.amount), {}, {}});
    if (use == AmountUse::TotalInvestment && reading.second) {
      fields().year_plan = reading.second;
      keep("year_plan", place);
    }
    return reading.amount;
  }

  void read_planned_start(const Cell& cell) {
    const auto reading =
        read_date_cell(context_.grid.sheet(), cell, {context_.report_day, DateUse::Plan, &context_.campaign.calendar});
    if (reading.date) fields().planned_start = reading.date;
  }

  /// 张三 13900000000: the digits are the phone.
  void read_contact(const std::string& text) {
    const auto digits = text.find_first_of("0123456789");
    fields().contact = trim(text.substr(0, digits));
    if (digits != std::string::npos) fields().phone = trim(text.substr(digits));
  }

  const ReadingContext& context_;
  std::uint32_t row_;
  AmountUnit fallback_;
  ProjectReading reading_;
};

}  // namespace

ProjectReading read_project_fields(const ReadingContext& context, const TableLayout& layout, std::uint32_t row,
                                   AmountUnit fallback) {
  return ProjectFieldReader(context, row, fallback).read(layout);
}

std::vector<std::optional<UnitCode>> find_units_in(std::string_view text, const campaign::Campaign& campaign) {
  if (const auto* whole = campaign.find_unit_by_name(text)) return {whole->code};
  std::vector<std::optional<UnitCode>> units;
  for (const auto& name : split_any(text, kSeparators)) {
    const auto* unit = campaign.find_unit_by_name(name);
    units.push_back(unit == nullptr ? std::nullopt : std::optional(unit->code));
  }
  return units;
}

namespace {

/// Whether the row is one of the header's rows once more, as printed pages have it.
bool repeats_header(const Grid& grid, const TableLayout& layout, const std::vector<const Cell*>& cells) {
  constexpr std::uint32_t kGroupRows = 3;  // Above the rows that name columns.
  if (cells.size() < 2) return false;
  for (auto header = layout.header_top - std::min(layout.header_top, kGroupRows); header <= layout.header_bottom;
       ++header) {
    const auto same = [&](const Cell* cell) {
      const auto text = match_key(grid.text(header, cell->column));
      return !text.empty() && text == match_key(grid.text(cell->row, cell->column));
    };
    if (std::ranges::all_of(cells, same)) return true;
  }
  return false;
}

}  // namespace

RowTexts row_texts(const Grid& grid, const TableLayout& layout, std::uint32_t row) {
  RowTexts texts;
  if (const auto* serial = layout.find(Field::Serial)) texts.serial = grid.text(row, serial->index);
  if (const auto* name = layout.find(Field::Name)) {
    texts.name = grid.text(row, name->index);
    const Cell* cell = grid.find_shown(row, name->index);
    texts.name_is_shown = cell != nullptr && cell->row != row;
  }
  const auto cells = grid.own_cells(row);
  for (const Cell* cell : cells)
    texts.written.push_back(grid.text(row, cell->column));
  texts.repeats_header = repeats_header(grid, layout, cells);
  if (const auto* name = layout.find(Field::Name); name != nullptr && cells.size() == 1) {
    const Cell* shown = grid.find_shown(row, name->index);
    const auto beside = name->index == cells.front()->column ? name->index + 1 : cells.front()->column;
    texts.is_one_cell = shown == cells.front() && grid.find_shown(row, beside) == shown &&
                        grid.find_shown(row, name->index + 1) == shown;
  }
  return texts;
}

}  // namespace guatu::intake
