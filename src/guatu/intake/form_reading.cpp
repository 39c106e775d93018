#include "guatu/intake/form_reading.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/intake/cell_spelling.hpp"
#include "guatu/intake/message_codes.hpp"
#include "guatu/intake/project_reading.hpp"

namespace guatu::intake {
namespace {

struct Table {
  Grid grid;
  TableLayout layout;
  Caption caption;
};

bool is_error(const Message& message) {
  return message.severity == Severity::Error;
}

void append(std::vector<Message>& all, std::vector<Message> more) {
  std::ranges::move(more, std::back_inserter(all));
}

/// Columns of the row that speak of one kind.
std::vector<const Column*> columns_of(const TableLayout& layout, const KindCode& kind) {
  std::vector<const Column*> columns;
  for (const auto& column : layout.columns) {
    if (std::ranges::find(column.kinds, kind) != column.kinds.end()) columns.push_back(&column);
    if (column.kinds.empty() && column.field == Field::Part) columns.push_back(&column);
  }
  return columns;
}

bool is_part_field(Field field) {
  return field >= Field::Part && field <= Field::PartNote;
}

/// No unit reports so many; whoever sends more has pasted something else.
constexpr std::size_t kMostRows = 20'000;

class FormReader {
 public:
  FormReader(const campaign::Campaign& campaign, Date report_day, bool unit_is_given)
      : campaign_(campaign), report_day_(report_day), unit_is_given_(unit_is_given) {}

  /// One row a project; a kind's columns or its one cell.
  void read_tasks(const Table& table) {
    const ReadingContext context{table.grid, campaign_, report_day_};
    for_each_row(table, [&](std::uint32_t row, const RowTexts& texts) {
      const bool continues = texts.name_is_shown && !form_.projects.empty();
      if (!continues) {
        if (texts.name.empty()) return missing_name(table, row);
        begin_project(context, table, row);
        serials_.push_back(match_key(texts.serial));
      }
      read_kinds(context, table.layout, row, form_.projects.back());
    });
  }

  /// One row a procedure part. `with_tasks`: the projects stand in the other sheet.
  void read_lines(const Table& table, bool with_tasks) {
    const ReadingContext context{table.grid, campaign_, report_day_};
    for_each_row(table, [&](std::uint32_t row, const RowTexts& texts) {
      auto* project = with_tasks ? find_listed_project(table, row, texts) : find_or_begin(context, table, row, texts);
      if (project != nullptr) read_line(context, table, row, *project);
    });
  }

  void read_problems(const Table& table) {
    const ReadingContext context{table.grid, campaign_, report_day_};
    for_each_row(table, [&](std::uint32_t row, const RowTexts& texts) { read_problem(context, table, row, texts); });
  }

  void say_headers(const Table& table) {
    for (const auto& column : table.layout.columns)
      form_.kinds.insert(column.kinds.begin(), column.kinds.end());
    if (table.layout.shape == TableShape::Lines)
      for (const auto& kind : campaign_.kinds)
        form_.kinds.insert(kind.code);
    for (const auto& place : table.layout.unknown_headers)
      say("unknown_header", place);
    for (const auto& place : table.layout.duplicate_headers)
      say("duplicate_header", place);
    for (const auto& place : table.layout.other_years)
      say("other_year", place, {std::to_string(campaign_.form.plan_year), {}, {}});
    if (!table.grid.sheet().hidden_rows.empty()) {
      const auto count = std::to_string(table.grid.sheet().hidden_rows.size());
      say("hidden_rows", {table.grid.sheet().name, {}, {}, {}}, {count, {}, {}});
    }
    const auto& unknown = table.caption.unknown_unit;
    if (!unknown || unknown->value == unknown_unit_) return;
    unknown_unit_ = unknown->value;
    // Whoever imports it has said whose return it is.
    form_.messages.push_back(
        make_message("unknown_unit", unit_is_given_ ? Severity::Warning : Severity::Error, *unknown));
  }

  ReadForm finish() {
    const bool nothing = form_.projects.empty() && form_.upper_problems.empty() && form_.refused_problems == 0;
    if (nothing && !form_.too_large) say("empty_table", {form_.sheet, {}, {}, {}});
    for (auto& project : form_.projects)
      finish_project(project);
    return std::move(form_);
  }

  ReadForm form_;

 private:
  void say(std::string_view code, const Place& place, const MessageWords& words = {}) {
    form_.messages.push_back(make_message(code, place, words));
  }

  template <typename Take>
  void for_each_row(const Table& table, Take take) {
    const auto* name = table.layout.find(Field::Name);
    std::size_t taken = 0;
    for (auto row = table.layout.header_bottom + 1; row < table.grid.row_count(); ++row) {
      const auto texts = row_texts(table.grid, table.layout, row);
      const auto place = [&] { return table.grid.place(row, table.grid.own_cells(row).front()->column, ""); };
      switch (row_kind(texts, name == nullptr ? std::string_view{} : std::string_view(name->header))) {
        case RowKind::Data:
          if (++taken > kMostRows) {
            const auto most = std::to_string(kMostRows);
            say("too_large", {table.grid.sheet().name, cell_name(row, 0), {}, {}},
                {"超过 " + most + " 行", "more than " + most + " rows", {}});
            form_.too_large = true;
            return;
          }
          take(row, texts);
          break;
        case RowKind::Example:
          say("example_row", place());
          break;
        case RowKind::Subtotal:
          say("subtotal_row", place());
          break;
        case RowKind::Blank:
          if (name != nullptr) say_uncomputed_name(table, row, *name);
          break;
        default:
          break;
      }
    }
  }

  /// A row whose name is a formula that no program has computed looks empty and is not.
  void say_uncomputed_name(const Table& table, std::uint32_t row, const Column& name) {
    const Cell* cell = table.grid.find_own(row, name.index);
    if (cell == nullptr || !cell->formula || cell->kind != CellKind::Empty) return;
    missing_name(table, row);
  }

  void missing_name(const Table& table, std::uint32_t row) {
    const auto* name = table.layout.find(Field::Name);
    const Cell* cell = table.grid.find_own(row, name->index);
    const bool formula = cell != nullptr && cell->formula;
    say(formula ? "formula_error:no_value" : "missing_name", table.grid.place(row, name->index, name->header));
    ReadProject project;
    project.row = table.grid.place(row, name->index, name->header);
    project.refused = true;
    form_.projects.push_back(std::move(project));
    serials_.emplace_back();
  }

  void begin_project(const ReadingContext& context, const Table& table, std::uint32_t row) {
    auto reading = read_project_fields(context, table.layout, row,
                                       table.caption.amount_unit.value_or(AmountUnit::HundredMillionYuan));
    reading.project.refused = std::ranges::any_of(reading.messages, is_error);
    append(form_.messages, std::move(reading.messages));
    form_.projects.push_back(std::move(reading.project));
  }

  void read_kinds(const ReadingContext& context, const TableLayout& layout, std::uint32_t row, ReadProject& project) {
    for (const auto& kind : campaign_.kinds) {
      const auto columns = columns_of(layout, kind.code);
      const bool own = std::ranges::any_of(columns, [](const Column* column) { return !column->kinds.empty(); });
      if (!own) continue;
      if (auto reading = read_part(context, row, kind.code, columns)) take_part(project, *std::move(reading));
    }
  }

  void take_part(ReadProject& project, PartReading reading) {
    if (reading.has_errors()) project.refused = true;
    append(form_.messages, std::move(reading.messages));
    project.parts.push_back(std::move(reading.part));
  }

  ReadProject* find_listed_project(const Table& table, std::uint32_t row, const RowTexts& texts) {
    const auto* name = table.layout.find(Field::Name);
    const auto serial = match_key(texts.serial);
    const auto by_serial = serial.empty() ? serials_.end() : std::ranges::find(serials_, serial);
    const auto key = match_key(texts.name);
    const auto by_name = std::ranges::find_if(form_.projects, [&](const ReadProject& project) {
      return !key.empty() && match_key(project.fields.name) == key;
    });
    auto* first =
        by_serial == serials_.end() ? nullptr : &form_.projects[static_cast<std::size_t>(by_serial - serials_.begin())];
    auto* second = by_name == form_.projects.end() ? nullptr : &*by_name;
    const Place place = table.grid.place(row, name->index, name->header);
    if (first != nullptr && second != nullptr && first != second) {
      say("identity_conflict", place, {first->fields.name, {}, second->fields.name});
      first->refused = second->refused = true;
      return nullptr;
    }
    if (first != nullptr && second == nullptr && !key.empty()) {
      say("identity_conflict", place, {first->fields.name, {}, texts.name});
      first->refused = true;
      return nullptr;
    }
    auto* found = second != nullptr ? second : first;
    if (found == nullptr) {
      say("line_without_project", place);
      form_.projects.push_back({});
      form_.projects.back().row = place;
      form_.projects.back().fields.name = trim(texts.name);
      form_.projects.back().refused = true;
      serials_.push_back(serial.empty() ? std::string("?") : serial);
    }
    return found;
  }

  ReadProject* find_or_begin(const ReadingContext& context, const Table& table, std::uint32_t row,
                             const RowTexts& texts) {
    if (texts.name.empty()) {
      missing_name(table, row);
      return nullptr;
    }
    const auto key = match_key(texts.name);
    const auto found = std::ranges::find_if(
        form_.projects, [&](const ReadProject& project) { return match_key(project.fields.name) == key; });
    if (found != form_.projects.end()) return &*found;
    begin_project(context, table, row);
    serials_.push_back(match_key(texts.serial));
    return &form_.projects.back();
  }

  void read_line(const ReadingContext& context, const Table& table, std::uint32_t row, ReadProject& project) {
    const auto* kind_column = table.layout.find(Field::Kind);
    const auto place = table.grid.place(row, kind_column->index, kind_column->header);
    const auto* kind = campaign_.find_kind_by_name(place.value);
    std::vector<const Column*> columns;
    for (const auto& column : table.layout.columns)
      if (is_part_field(column.field)) columns.push_back(&column);
    auto reading = read_part(context, row, kind == nullptr ? KindCode{} : kind->code, columns);
    if (!reading) return;
    if (kind == nullptr) {
      say("unknown_kind", place);
      project.refused = true;
      return;
    }
    reading->part.row = place;
    if (reading->has_errors()) project.refused = true;
    append(form_.messages, std::move(reading->messages));
    take_line(project, std::move(reading->part));
  }

  /// A line in 手续明细 wins over the cell in 任务表. Source: contract 4.
  void take_line(ReadProject& project, ReadPart line) {
    const auto cell = std::ranges::find_if(project.parts, [&](const ReadPart& part) {
      return part.kind == line.kind && part.row.sheet != line.row.sheet && part.part.empty();
    });
    const auto twin = std::ranges::find_if(project.parts, [&](const ReadPart& part) {
      return part.kind == line.kind && part.part == line.part && part.row.sheet == line.row.sheet;
    });
    if (twin != project.parts.end()) {
      say("duplicate_row", line.row, {{}, {}, cell_reference(twin->row)});
      project.refused = true;
      return;
    }
    if (cell != project.parts.end()) {
      const auto said = cell->reported;
      const auto places = cell->places;
      const auto cell_row = cell->row;
      project.parts.erase(cell);
      if (!line.part.empty()) {
        if (says_something(said)) say("parts_need_lines", cell_row);
      } else {
        settle(line, said, places, cell_row);
      }
    }
    project.parts.push_back(std::move(line));
  }

  /// What the line leaves open is taken from the cell; where both speak and differ, the line counts and both are named.
  void settle(ReadPart& line, const ledger::ReportedPart& cell, const std::map<ledger::ReportedField, Place>& places,
              const Place& cell_row) {
    using ledger::ReportedField;
    using ledger::ReportedState;
    auto& said = line.reported;
    const auto state = said.involved == false ? std::optional(ReportedState::NotApplicable) : said.state;
    const bool refuted = said.involved == true && cell.state == ReportedState::NotApplicable;
    const bool dated = said.submitted_on || said.accepted_on || said.handed_up_on || said.finished_on;
    const bool silent = !state && !dated && said.document_number.empty();
    const auto other = [&](const auto& mine, const auto& theirs) { return mine && theirs && *mine != *theirs; };
    std::optional<ReportedField> differing;
    const auto take = [&](auto& mine, const auto& theirs, ReportedField field, bool open) {
      if (other(mine, theirs) && !differing) differing = field;
      if (mine || !theirs || !open) return;
      mine = theirs;
      if (const auto found = places.find(field); found != places.end()) line.places.emplace(field, found->second);
    };
    // Beside another state the cell's days would contradict the line that counts.
    const bool same_state = silent || state == cell.state;
    if (refuted || (state && cell.state && *state != *cell.state)) differing = ReportedField::State;
    if (silent && !refuted) take(said.state, cell.state, ReportedField::State, true);
    const bool open = same_state && !refuted;
    take(said.submitted_on, cell.submitted_on, ReportedField::Submitted, open);
    take(said.accepted_on, cell.accepted_on, ReportedField::Accepted, open);
    take(said.handed_up_on, cell.handed_up_on, ReportedField::HandedUp, open);
    take(said.finished_on, cell.finished_on, ReportedField::Finished, open);
    take(said.planned, cell.planned, ReportedField::Planned, true);
    if (open && !said.not_applicable_reason) said.not_applicable_reason = cell.not_applicable_reason;
    if (open && said.document_number.empty()) said.document_number = cell.document_number;
    if (!differing) return;
    auto found = line.places.find(*differing);
    if (found == line.places.end()) found = line.places.find(ReportedField::Involved);
    const auto& place = found == line.places.end() ? line.row : found->second;
    form_.messages.push_back(make_message("sheets_differ", place, {cell_row.value, {}, cell_reference(cell_row)}));
  }

  void read_problem(const ReadingContext& context, const Table& table, std::uint32_t row, const RowTexts& texts) {
    auto reading = read_project_fields(context, table.layout, row,
                                       table.caption.amount_unit.value_or(AmountUnit::HundredMillionYuan));
    const bool refused = std::ranges::any_of(reading.messages, is_error);
    append(form_.messages, std::move(reading.messages));
    ledger::UpperProblem problem;
    problem.project_name = trim(texts.name);
    problem.total_investment = reading.project.fields.total_investment;
    problem.year_plan = reading.project.fields.year_plan;
    problem.progress = reading.project.fields.progress;
    const auto cell = [&](Field field) {
      const auto* column = table.layout.find(field);
      return column == nullptr ? Place{} : table.grid.place(row, column->index, column->header);
    };
    problem.problem = trim(cell(Field::Problem).value);
    problem.upper_departments = trim(cell(Field::UpperDepartments).value);
    problem.city_department = trim(cell(Field::CityDepartment).value);
    const auto raised = cell(Field::RaisedBy);
    if (const auto* unit = campaign_.find_unit_by_name(raised.value))
      problem.raised_by = unit->code;
    else if (!trim(raised.value).empty())
      form_.messages.push_back(make_message("unknown_unit", Severity::Warning, raised));
    const bool named = !problem.project_name.empty();
    const bool told = !problem.problem.empty();
    if (!named) say("missing_name", cell(Field::Name));
    if (!told) say("missing_problem", cell(Field::Problem));
    if (refused || !named || !told) {
      ++form_.refused_problems;
      return;
    }
    const auto length = character_count(problem.problem);
    if (static_cast<int>(length) > campaign_.policy.problem_text_limit)
      say("text_too_long", cell(Field::Problem), {std::to_string(length), {}, {}});
    form_.upper_problems.push_back(std::move(problem));
  }

  /// Parts in catalogue order, so that the order of columns and lines does not matter.
  void finish_project(ReadProject& project) const {
    const auto position = [&](const ReadPart& part) {
      return std::ranges::find(campaign_.kinds, part.kind, &campaign::ProcedureKind::code) - campaign_.kinds.begin();
    };
    std::ranges::stable_sort(project.parts,
                             [&](const ReadPart& a, const ReadPart& b) { return position(a) < position(b); });
  }

  const campaign::Campaign& campaign_;
  Date report_day_;
  bool unit_is_given_;
  std::string unknown_unit_;          ///< That the caption of an earlier sheet named.
  std::vector<std::string> serials_;  ///< Beside `form_.projects`.
};

/// Hardly anything is written there, so the picture is the content: a title or a caption may stand above it.
bool is_a_picture(const Sheet& sheet) {
  constexpr std::size_t kMostWords = 12;
  return sheet.pictures > 0 && sheet.cells.size() <= kMostWords;
}

ReadForm nothing_found(const Workbook& workbook) {
  ReadForm form;
  form.file = workbook.file;
  form.sheet = workbook.sheets.empty() ? std::string{} : workbook.sheets.front().name;
  const auto picture =
      std::ranges::find_if(workbook.sheets, [](const Sheet& sheet) { return !sheet.hidden && is_a_picture(sheet); });
  if (picture != workbook.sheets.end()) form.sheet = picture->name;
  const bool pasted = picture != workbook.sheets.end();
  form.messages.push_back(make_message(pasted ? "not_a_table:picture" : "not_a_table", {form.sheet, {}, {}, {}}));
  return form;
}

/// How the file was read, and what in it was not.
std::vector<Message> file_notes(const Workbook& workbook, bool table_found) {
  std::vector<Message> notes;
  for (const auto& note : workbook.notes)
    notes.push_back(make_message(note.code, {note.sheet, note.cell, {}, {}}, {note.detail.zh, note.detail.en, {}}));
  for (const auto& sheet : workbook.sheets) {
    const Place whole{sheet.name, {}, {}, sheet.hidden ? sheet.name : std::string{}};
    if (sheet.hidden) {
      if (!sheet.cells.empty()) notes.push_back(make_message("hidden_sheet", whole));
    } else if (sheet.pictures > 0 && (table_found || !is_a_picture(sheet))) {
      const auto severity = is_a_picture(sheet) ? Severity::Warning : Severity::Note;
      notes.push_back(make_message("pictures_not_read", severity, whole, {std::to_string(sheet.pictures), {}, {}}));
    }
  }
  return notes;
}

std::optional<Table> find_table_on(const Sheet& sheet, const campaign::Campaign& campaign) {
  Grid grid(sheet);
  auto layout = find_table(grid, campaign);
  if (!layout) return std::nullopt;
  auto caption = read_caption(grid, layout->header_top, campaign);
  return Table{std::move(grid), *std::move(layout), std::move(caption)};
}

}  // namespace

std::vector<ReadForm> read_forms(const Workbook& workbook, const campaign::Campaign& campaign,
                                 const ReadingHints& hints) {
  std::vector<Table> tables;
  for (const auto& sheet : workbook.sheets) {
    if (sheet.hidden) continue;
    if (auto table = find_table_on(sheet, campaign)) tables.push_back(*std::move(table));
  }
  const auto count = [&](TableShape shape) {
    return std::ranges::count_if(tables, [shape](const Table& table) { return table.layout.shape == shape; });
  };
  const bool two_sheets = count(TableShape::Tasks) == 1 && count(TableShape::Lines) == 1;

  std::vector<ReadForm> forms;
  for (const auto& table : tables) {
    if (two_sheets && table.layout.shape == TableShape::Lines) continue;
    const auto dekad = hints.dekad ? hints.dekad : table.caption.dekad;
    FormReader reader(campaign, dekad ? dekad->last_day() : campaign.ends_on, hints.unit.has_value());
    reader.form_.file = workbook.file;
    reader.form_.sheet = table.grid.sheet().name;
    reader.form_.unit = table.caption.unit;
    reader.form_.dekad = table.caption.dekad;
    reader.form_.unit_place = table.caption.unit_place;
    reader.form_.dekad_place = table.caption.dekad_place;
    reader.form_.form = table.layout.shape == TableShape::Problems ? FormKind::Table3 : FormKind::Table2;
    reader.say_headers(table);
    if (table.layout.shape == TableShape::Problems) reader.read_problems(table);
    if (table.layout.shape == TableShape::Tasks) reader.read_tasks(table);
    if (table.layout.shape == TableShape::Lines) reader.read_lines(table, false);
    if (two_sheets && table.layout.shape == TableShape::Tasks) {
      const auto lines =
          std::ranges::find(tables, TableShape::Lines, [](const Table& other) { return other.layout.shape; });
      reader.say_headers(*lines);
      reader.read_lines(*lines, true);
    }
    forms.push_back(reader.finish());
  }
  if (forms.empty()) forms.push_back(nothing_found(workbook));
  append(forms.front().messages, file_notes(workbook, !tables.empty()));
  return forms;
}

}  // namespace guatu::intake
