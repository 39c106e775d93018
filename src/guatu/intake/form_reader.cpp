#include "guatu/intake/form_reader.hpp"

#include <algorithm>
#include <utility>

#include "guatu/base/text.hpp"
#include "guatu/intake/field_change.hpp"
#include "guatu/intake/line_merge.hpp"
#include "guatu/intake/problem_reading.hpp"
#include "guatu/intake/project_changes.hpp"

namespace guatu::intake {
namespace {

/// No unit reports so many; whoever sends more has pasted something else.
constexpr std::size_t kMostRows = 120'000;

bool is_error(const Message& message) {
  return message.severity == Severity::Error;
}

void append(std::vector<Message>& all, std::vector<Message> more) {
  std::ranges::move(more, std::back_inserter(all));
}

bool is_part_field(Field field) {
  return field >= Field::Part && field <= Field::PartNote;
}

/// Columns that speak of one kind; empty when only 子项 would be left.
std::vector<const Column*> columns_of(const TableLayout& layout, const KindCode& kind) {
  std::vector<const Column*> columns;
  bool own = false;
  for (const auto& column : layout.columns) {
    const bool names_kind = std::ranges::find(column.kinds, kind) != column.kinds.end();
    if (names_kind || (column.kinds.empty() && column.field == Field::Part)) columns.push_back(&column);
    own = own || names_kind;
  }
  return own ? columns : std::vector<const Column*>{};
}

AmountUnit amount_unit(const Table& table) {
  return table.caption.amount_unit.value_or(AmountUnit::HundredMillionYuan);
}

/// Nothing of the project itself is written in the row: it goes on with the project above.
bool only_kinds_written(const Table& table, std::uint32_t row) {
  const auto& columns = table.layout.columns;
  return std::ranges::all_of(table.grid.own_cells(row), [&](const Cell* cell) {
    const auto column = std::ranges::find(columns, cell->column, &Column::index);
    return column == columns.end() || !column->kinds.empty() || column->field == Field::Part;
  });
}

/// Nothing of the project itself is written in the line but its name and number.
bool only_line_written(const Table& table, std::uint32_t row) {
  const auto& columns = table.layout.columns;
  return std::ranges::all_of(table.grid.own_cells(row), [&](const Cell* cell) {
    const auto column = std::ranges::find(columns, cell->column, &Column::index);
    return column == columns.end() || column->field == Field::Name || column->field == Field::Serial ||
           (column->field >= Field::Kind && column->field <= Field::PartNote);
  });
}

}  // namespace

FormReader::FormReader(const campaign::Campaign& campaign, Date report_day, ReadForm form)
    : campaign_(campaign), report_day_(report_day), form_(std::move(form)) {}

void FormReader::say(std::string_view code, const Place& place, const MessageWords& words) {
  form_.messages.push_back(make_message(code, place, words));
}

void FormReader::say_headers(const Table& table, bool unit_is_given) {
  const auto& sheet = table.grid.sheet();
  for (const auto& column : table.layout.columns)
    form_.kinds.insert(column.kinds.begin(), column.kinds.end());
  if (table.layout.shape == TableShape::Lines)
    for (const auto& kind : campaign_.kinds)
      form_.kinds.insert(kind.code);
  for (const auto& place : table.layout.unknown_headers)
    say_unknown_header(place);
  for (const auto& place : table.layout.duplicate_headers)
    say("duplicate_header", place);
  for (const auto& place : table.layout.other_years)
    say("other_year", place, {std::to_string(campaign_.form.plan_year), {}, {}});
  const auto say_hidden = [&](const char* code, std::size_t count) {
    if (count > 0) say(code, {sheet.name, {}, {}, {}}, {std::to_string(count), {}, {}});
  };
  say_hidden("hidden_rows", sheet.hidden_rows.size());
  say_hidden("hidden_columns", sheet.hidden_columns.size());
  if (table.caption.unit_from_sheet) say("unit_from_sheet", table.caption.unit_place);
  const auto& unknown = table.caption.unknown_unit;
  if (!unknown || unknown->value == unknown_unit_) return;
  unknown_unit_ = unknown->value;
  // Whoever imports it has said whose return it is.
  form_.messages.push_back(make_message("unknown_unit", unit_is_given ? Severity::Warning : Severity::Error, *unknown));
}

void FormReader::say_unknown_header(const Place& place) {
  const auto near = find_near_header(place.value, campaign_);
  auto message = make_message(near ? "unknown_header:near" : "unknown_header", place, {near.value_or(""), {}, {}});
  message.suggestion = near.value_or("");
  form_.messages.push_back(std::move(message));
}

void FormReader::read_tasks(const Table& table) {
  DateMemo dates;
  const ReadingContext context{table.grid, campaign_, report_day_, 0, &dates};
  KindColumns kinds;
  for (const auto& kind : campaign_.kinds)
    if (auto columns = columns_of(table.layout, kind.code); !columns.empty())
      kinds.emplace_back(kind.code, std::move(columns));
  for_each_row(table, [&](std::uint32_t row, const RowTexts& texts) {
    const bool nameless = texts.name.empty() && texts.serial.empty();
    const bool continues = open_ != nullptr && (texts.name_is_shown || (nameless && only_kinds_written(table, row)));
    if (!continues && texts.name.empty()) return missing_name(table, row);
    if (!continues) begin_project(context, table, row, texts);
    auto own = context;
    if (continues) own.first_row = row;
    read_kinds(own, kinds, row);
  });
}

void FormReader::read_lines(const Table& table, bool with_tasks) {
  line_columns_.clear();
  for (const auto& column : table.layout.columns)
    if (is_part_field(column.field)) line_columns_.push_back(&column);
  DateMemo dates;
  const ReadingContext context{table.grid, campaign_, report_day_, 0, &dates};
  for_each_row(table, [&](std::uint32_t row, const RowTexts& texts) {
    const bool nameless = texts.name.empty() && texts.serial.empty();
    if (!nameless || open_ == nullptr)
      open_ = with_tasks ? find_listed_project(table, row, texts) : find_or_begin(context, table, row, texts);
    if (open_ != nullptr) read_line(context, table, row, *open_);
  });
}

void FormReader::read_problems(const Table& table) {
  const ReadingContext context{table.grid, campaign_, report_day_};
  for_each_row(table, [&](std::uint32_t row, const RowTexts& texts) {
    auto reading = read_problem(context, table.layout, row, texts.name, amount_unit(table));
    append(form_.messages, std::move(reading.messages));
    if (reading.problem)
      form_.upper_problems.push_back(*std::move(reading.problem));
    else
      ++form_.refused_problems;
  });
}

ReadForm FormReader::finish() {
  const bool nothing = projects_.empty() && form_.upper_problems.empty() && form_.refused_problems == 0;
  if (nothing && !form_.too_large) say("empty_table", {form_.sheet, {}, {}, {}});
  form_.projects = projects_.take();
  for (auto& project : form_.projects)
    put_in_order(project);
  return std::move(form_);
}

template <typename Take>
void FormReader::for_each_row(const Table& table, Take take) {
  open_ = nullptr;
  const auto* name = table.layout.find(Field::Name);
  const std::string_view name_header = name == nullptr ? std::string_view{} : std::string_view(name->header);
  std::size_t taken = 0;
  for (auto row = table.layout.header_bottom + 1; row < table.grid.row_count(); ++row) {
    const auto texts = row_texts(table.grid, table.layout, row);
    const auto place = [&] { return table.grid.place(row, table.grid.own_cells(row).front()->column, ""); };
    const auto kind = row_kind(texts, name_header);
    if (kind != RowKind::Data && kind != RowKind::RepeatedHeader) open_ = nullptr;
    if (kind == RowKind::Data && ++taken > kMostRows) {
      const auto most = std::to_string(kMostRows);
      say("too_large", {table.grid.sheet().name, cell_name(row, 0), {}, {}},
          {"超过 " + most + " 行", "more than " + most + " rows", {}});
      form_.too_large = true;
      return;
    }
    if (kind == RowKind::Data) take(row, texts);
    if (kind == RowKind::Example) say("example_row", place());
    if (kind == RowKind::Subtotal) say("subtotal_row", place());
    if (kind == RowKind::Blank && name != nullptr) say_uncomputed_name(table, row, *name);
  }
}

/// A row whose name is a formula that no program has computed looks empty and is not.
void FormReader::say_uncomputed_name(const Table& table, std::uint32_t row, const Column& name) {
  const Cell* cell = table.grid.find_own(row, name.index);
  if (cell == nullptr || !cell->formula || cell->kind != CellKind::Empty) return;
  missing_name(table, row);
}

void FormReader::missing_name(const Table& table, std::uint32_t row) {
  const auto* name = table.layout.find(Field::Name);
  const Cell* cell = table.grid.find_own(row, name->index);
  const bool formula = cell != nullptr && cell->formula;
  ReadProject project;
  project.row = table.grid.place(row, name->index, name->header);
  project.refused = true;
  say(formula ? "formula_error:no_value" : "missing_name", project.row);
  projects_.add(std::move(project), {});
  open_ = nullptr;
}

ReadProject& FormReader::begin_project(const ReadingContext& context, const Table& table, std::uint32_t row,
                                       const RowTexts& texts) {
  auto reading = read_project_fields(context, table.layout, row, amount_unit(table));
  reading.project.refused = std::ranges::any_of(reading.messages, is_error);
  append(form_.messages, std::move(reading.messages));
  open_ = &projects_.add(std::move(reading.project), texts.serial);
  return *open_;
}

void FormReader::take_messages(ReadProject& project, PartReading& reading) {
  reading.part.refused = reading.has_errors();
  project.refused = project.refused || reading.part.refused;
  // A column of several kinds says the same of each.
  const auto said = [&](const Message& message) {
    return std::ranges::find(said_of_row_, message) != said_of_row_.end();
  };
  std::erase_if(reading.messages, said);
  said_of_row_.insert(said_of_row_.end(), reading.messages.begin(), reading.messages.end());
  append(form_.messages, std::exchange(reading.messages, {}));
}

void FormReader::read_kinds(const ReadingContext& context, const KindColumns& kinds, std::uint32_t row) {
  said_of_row_.clear();
  for (const auto& [kind, columns] : kinds) {
    auto reading = read_part(context, row, kind, columns);
    if (!reading) continue;
    take_messages(*open_, *reading);
    take_cell(*open_, std::move(reading->part), form_.messages);
  }
}

ReadProject* FormReader::find_listed_project(const Table& table, std::uint32_t row, const RowTexts& texts) {
  const auto* name = table.layout.find(Field::Name);
  auto* by_serial = projects_.find_by_serial(texts.serial);
  auto* by_name = projects_.find_by_name(texts.name);
  const Place place = table.grid.place(row, name->index, name->header);
  const bool two_projects = by_serial != nullptr && by_name != nullptr && by_serial != by_name;
  const bool other_name = by_serial != nullptr && by_name == nullptr && !match_key(texts.name).empty();
  if (two_projects || other_name) {
    say("identity_conflict", place, {by_serial->fields.name, {}, two_projects ? by_name->fields.name : texts.name});
    by_serial->refused = true;
    if (two_projects) by_name->refused = true;
    return nullptr;
  }
  if (auto* found = by_name != nullptr ? by_name : by_serial) return found;
  say("line_without_project", place);
  ReadProject unlisted;
  unlisted.row = place;
  unlisted.fields.name = trim(texts.name);
  unlisted.refused = true;
  return &projects_.add(std::move(unlisted), texts.serial);
}

ReadProject* FormReader::find_or_begin(const ReadingContext& context, const Table& table, std::uint32_t row,
                                       const RowTexts& texts) {
  if (texts.name.empty()) {
    missing_name(table, row);
    return nullptr;
  }
  auto* known = projects_.find_by_name(texts.name);
  if (known == nullptr) return &begin_project(context, table, row, texts);
  fill_fields(context, table, row, *known);
  return known;
}

/// What a later line says of its project itself: taken where the first left it blank, and named where they differ.
void FormReader::fill_fields(const ReadingContext& context, const Table& table, std::uint32_t row,
                             ReadProject& project) {
  if (only_line_written(table, row)) return;
  auto later = read_project_fields(context, table.layout, row, amount_unit(table));
  later.project.fields.name = project.fields.name;
  const auto filled = merged_record(later.project.fields, project.fields);
  const auto differing = project_field_changes(later.project, filled, merged_record(filled, later.project.fields));
  if (!differing.empty()) {
    const auto first = project.places.find(differing.front().field);
    const auto& other = first == project.places.end() ? project.row : first->second;
    say("lines_differ", differing.front().place, {other.value, {}, cell_reference(other)});
  }
  project.fields = filled;
  project.places.merge(later.project.places);
  project.refused = project.refused || std::ranges::any_of(later.messages, is_error);
  append(form_.messages, std::move(later.messages));
}

void FormReader::read_line(const ReadingContext& context, const Table& table, std::uint32_t row, ReadProject& project) {
  said_of_row_.clear();
  const auto* kind_column = table.layout.find(Field::Kind);
  const auto place = table.grid.place(row, kind_column->index, kind_column->header);
  const auto kinds = campaign_.find_kinds_by_name(place.value);
  auto reading = read_part(context, row, kinds.empty() ? KindCode{} : kinds.front()->code, line_columns_);
  if (!reading) return;
  if (kinds.empty()) {
    say("unknown_kind", place);
    project.refused = true;
    return;
  }
  reading->part.row = place;
  take_messages(project, *reading);
  // 林草手续: one line for several kinds.
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    auto part = i + 1 < kinds.size() ? reading->part : std::move(reading->part);
    part.kind = kinds[i]->code;
    take_line(project, std::move(part), form_.messages);
  }
}

/// Parts in catalogue order, so that the order of columns and lines does not matter.
void FormReader::put_in_order(ReadProject& project) const {
  const auto position = [&](const ReadPart& part) {
    return std::ranges::find(campaign_.kinds, part.kind, &campaign::ProcedureKind::code) - campaign_.kinds.begin();
  };
  std::ranges::stable_sort(project.parts,
                           [&](const ReadPart& a, const ReadPart& b) { return position(a) < position(b); });
}

}  // namespace guatu::intake
