#include "guatu/intake/form_reading.hpp"

#include <algorithm>
#include <span>

#include "guatu/base/text.hpp"
#include "guatu/intake/answers.hpp"
#include "guatu/intake/characters.hpp"
#include "guatu/intake/form_reader.hpp"
#include "guatu/intake/message_codes.hpp"

namespace guatu::intake {
namespace {

/// Those that are read, in the order of the sheets, visible ones first.
struct Tables {
  std::vector<Table> read;
};

void append(std::vector<Message>& all, std::vector<Message> more) {
  std::ranges::move(more, std::back_inserter(all));
}

/// 红山区, 1.红山区, 红山区（12个）: whose table the sheet's own name says it is.
const campaign::Unit* find_unit_of_sheet(const std::string& name, const campaign::Campaign& campaign) {
  std::string_view key = name;
  const auto first = key.find_first_not_of("0123456789.-_ ");
  key = first == std::string_view::npos ? key : key.substr(first);
  if (const auto* unit = campaign.find_unit_by_name(key)) return unit;
  return campaign.find_unit_by_name(match_key_without_brackets(key));
}

std::optional<Table> find_table_on(const Sheet& sheet, const campaign::Campaign& campaign, bool unit_is_given) {
  Grid grid(sheet);
  auto layout = find_table(grid, campaign);
  if (!layout) return std::nullopt;
  auto caption = read_caption(grid, layout->header_top, campaign);
  if (!unit_is_given && !caption.unit && !caption.unknown_unit) {
    if (const auto* unit = find_unit_of_sheet(sheet.name, campaign)) {
      caption.unit = unit->code;
      caption.unit_from_sheet = true;
      caption.unit_place = {sheet.name, {}, {}, sheet.name};
    }
  }
  return Table{std::move(grid), *std::move(layout), std::move(caption)};
}

/// A hidden sheet that repeats a visible one is an old copy.
bool is_copy(const Table& hidden, std::span<const Table> visible) {
  return std::ranges::any_of(visible, [&](const Table& table) {
    const bool one_unit = !table.caption.unit || !hidden.caption.unit || table.caption.unit == hidden.caption.unit;
    return table.layout.shape == hidden.layout.shape && one_unit;
  });
}

/// What every caption that names it names alike.
template <typename T>
std::optional<T> common(const std::vector<Table>& tables, std::optional<T> Caption::* member) {
  std::optional<T> found;
  for (const auto& table : tables) {
    const auto& value = table.caption.*member;
    if (value && found && *value != *found) return std::nullopt;
    if (value) found = value;
  }
  return found;
}

/// A table without a caption of its own has that of the workbook's other tables; one that names units row by row has none.
void share_captions(std::vector<Table>& tables) {
  const auto unit = common(tables, &Caption::unit);
  const auto dekad = common(tables, &Caption::dekad);
  for (auto& table : tables) {
    auto& caption = table.caption;
    if (!caption.dekad) caption.dekad = dekad;
    const bool by_row = table.layout.find(Field::Responsible) != nullptr;
    if (!caption.unit && !caption.unknown_unit && !by_row) caption.unit = unit;
  }
}

Tables find_tables(const Workbook& workbook, const campaign::Campaign& campaign, bool unit_is_given) {
  Tables tables;
  for (const auto& sheet : workbook.sheets)
    if (auto table = sheet.hidden ? std::nullopt : find_table_on(sheet, campaign, unit_is_given))
      tables.read.push_back(*std::move(table));
  const auto visible = tables.read.size();
  for (const auto& sheet : workbook.sheets) {
    auto table = sheet.hidden ? find_table_on(sheet, campaign, unit_is_given) : std::nullopt;
    if (table && !is_copy(*table, std::span(tables.read).first(visible))) tables.read.push_back(*std::move(table));
  }
  share_captions(tables.read);
  return tables;
}

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
std::vector<Message> file_notes(const Workbook& workbook, const Tables& tables) {
  const bool table_found = !tables.read.empty();
  std::vector<Message> notes;
  for (const auto& note : workbook.notes)
    notes.push_back(make_message(note.code, {note.sheet, note.cell, {}, {}}, {note.detail.zh, note.detail.en, {}}));
  for (const auto& sheet : workbook.sheets) {
    const Place whole{sheet.name, {}, {}, sheet.hidden ? sheet.name : std::string{}};
    const bool is_read =
        std::ranges::any_of(tables.read, [&](const Table& table) { return &table.grid.sheet() == &sheet; });
    if (sheet.hidden) {
      if (sheet.cells.empty()) continue;
      notes.push_back(make_message(is_read ? "hidden_sheet:read" : "hidden_sheet", whole));
    } else if (sheet.pictures > 0 && (table_found || !is_a_picture(sheet))) {
      const auto severity = is_a_picture(sheet) && !is_read ? Severity::Warning : Severity::Note;
      notes.push_back(make_message("pictures_not_read", severity, whole, {std::to_string(sheet.pictures), {}, {}}));
    }
  }
  return notes;
}

/// One return a unit, where nothing but the rows says whose they are.
std::vector<ReadForm> split_by_unit(ReadForm form) {
  const auto named = [](const ReadProject& project) { return !project.fields.responsible.empty(); };
  std::vector<ReadForm> forms;
  if (form.unit || form.form != FormKind::Table2 || !std::ranges::all_of(form.projects, named)) {
    forms.push_back(std::move(form));
    return forms;
  }
  for (auto& project : form.projects) {
    const auto unit = project.fields.responsible;
    auto found = std::ranges::find(forms, std::optional(unit), &ReadForm::unit);
    if (found == forms.end()) {
      ReadForm own;
      own.file = form.file;
      own.sheet = form.sheet;
      own.form = form.form;
      own.unit = unit;
      own.unit_place = project.places.at("responsible");
      own.dekad = form.dekad;
      own.dekad_place = form.dekad_place;
      own.kinds = form.kinds;
      own.too_large = form.too_large;
      found = forms.insert(forms.end(), std::move(own));
    }
    found->projects.push_back(std::move(project));
  }
  auto messages = std::move(form.messages);
  if (forms.empty()) forms.push_back(std::move(form));
  forms.front().messages = std::move(messages);
  return forms;
}

ReadForm form_of(const Workbook& workbook, const Table& table) {
  ReadForm form;
  form.file = workbook.file;
  form.sheet = table.grid.sheet().name;
  form.unit = table.caption.unit;
  form.dekad = table.caption.dekad;
  form.unit_place = table.caption.unit_place;
  form.dekad_place = table.caption.dekad_place;
  form.form = table.layout.shape == TableShape::Problems ? FormKind::Table3 : FormKind::Table2;
  return form;
}

/// The workbook with the answers where the questions were.
Workbook answered(Workbook workbook, const campaign::Campaign& campaign, const Answers& answers) {
  for (auto& sheet : workbook.sheets) {
    apply_cell_and_header_answers(answers, sheet);
    if (const auto layout = find_table(Grid(sheet), campaign)) apply_word_answers(answers, *layout, sheet);
  }
  return workbook;
}

}  // namespace

std::vector<ReadForm> read_forms(const Workbook& workbook, const campaign::Campaign& campaign,
                                 const ReadingHints& hints) {
  if (hints.answers != nullptr && !hints.answers->empty())
    return read_forms(answered(workbook, campaign, *hints.answers), campaign, {hints.unit, hints.dekad});
  const auto tables = find_tables(workbook, campaign, hints.unit.has_value());
  const auto of_shape = [&](TableShape shape) {
    std::vector<const Table*> found;
    for (const auto& table : tables.read)
      if (table.layout.shape == shape) found.push_back(&table);
    return found;
  };
  const auto tasks = of_shape(TableShape::Tasks);
  const auto lines = of_shape(TableShape::Lines);
  const bool two_sheets = tasks.size() == 1 && lines.size() == 1;

  std::vector<ReadForm> forms;
  for (const auto& table : tables.read) {
    if (two_sheets && &table == lines.front()) continue;
    const auto dekad = hints.dekad ? hints.dekad : table.caption.dekad;
    FormReader reader(campaign, dekad ? dekad->last_day() : campaign.ends_on, form_of(workbook, table));
    reader.say_headers(table, hints.unit.has_value());
    if (table.layout.shape == TableShape::Problems) reader.read_problems(table);
    if (table.layout.shape == TableShape::Tasks) reader.read_tasks(table);
    if (table.layout.shape == TableShape::Lines) reader.read_lines(table, false);
    if (two_sheets && &table == tasks.front()) {
      reader.say_headers(*lines.front(), hints.unit.has_value());
      reader.read_lines(*lines.front(), true);
    }
    auto form = reader.finish();
    if (hints.unit)
      forms.push_back(std::move(form));
    else
      std::ranges::move(split_by_unit(std::move(form)), std::back_inserter(forms));
  }
  if (forms.empty()) forms.push_back(nothing_found(workbook));
  append(forms.front().messages, file_notes(workbook, tables));
  return forms;
}

}  // namespace guatu::intake
