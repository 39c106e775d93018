#include "guatu/documents/xlsx/write_workbook.hpp"

#include <deque>
#include <xlsxwriter.h>

#include "guatu/documents/temporary_file.hpp"
#include "guatu/documents/xlsx/sheet_formats.hpp"

namespace guatu::documents {
namespace {

using reporting::SheetCell;
using reporting::SheetModel;

constexpr std::size_t kValidationListLimit = 255;      // Characters that a drop-down list may have in the file itself.
constexpr double kSideMargin = 0.4, kEndMargin = 0.6;  // Inches.
constexpr double kYuanPerHundredMillion = 100'000'000.0;

/// Collects the first complaint of the writing library.
class Outcome {
 public:
  void operator()(lxw_error error) {
    if (first_ == LXW_NO_ERROR) first_ = error;
  }
  [[nodiscard]] Result<void> finish(const std::string& subject) const {
    if (first_ == LXW_NO_ERROR) return {};
    const std::string why = lxw_strerror(first_);
    const auto kind = first_ == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED ? ErrorKind::InvalidInput : ErrorKind::FileFailed;
    return make_error(kind, subject, "工作簿无法写出：" + why, "the workbook cannot be written: " + why);
  }

 private:
  lxw_error first_ = LXW_NO_ERROR;
};

lxw_datetime to_datetime(Date day) {
  return {day.year(), static_cast<int>(day.month()), static_cast<int>(day.day()), 0, 0, 0.0};
}

void write_value(lxw_worksheet* sheet, const SheetCell& cell, lxw_format* format, Outcome& outcome) {
  const auto row = cell.row;
  const auto column = cell.column;
  if (const auto* text = std::get_if<std::string>(&cell.value)) {
    // As text, never as a formula, whatever it begins with.
    outcome(text->empty() ? worksheet_write_blank(sheet, row, column, format)
                          : worksheet_write_string(sheet, row, column, text->c_str(), format));
  } else if (const auto* number = std::get_if<std::int64_t>(&cell.value)) {
    outcome(worksheet_write_number(sheet, row, column, static_cast<double>(*number), format));
  } else if (const auto* amount = std::get_if<Amount>(&cell.value)) {
    outcome(
        worksheet_write_number(sheet, row, column, static_cast<double>(amount->yuan) / kYuanPerHundredMillion, format));
  } else if (const auto* day = std::get_if<Date>(&cell.value)) {
    auto datetime = to_datetime(*day);
    outcome(worksheet_write_datetime(sheet, row, column, &datetime, format));
  } else {
    outcome(worksheet_write_blank(sheet, row, column, format));
  }
}

void write_cell(lxw_worksheet* sheet, const SheetCell& cell, SheetFormats& formats, Outcome& outcome) {
  auto* format = formats.of(cell.style);
  if (cell.span_columns > 1 || cell.span_rows > 1)
    outcome(worksheet_merge_range(sheet, cell.row, cell.column, cell.row + cell.span_rows - 1,
                                  static_cast<lxw_col_t>(cell.column + cell.span_columns - 1), "", format));
  write_value(sheet, cell, format, outcome);
}

void add_drop_down(lxw_worksheet* sheet, const reporting::DropDown& drop_down, Outcome& outcome) {
  std::vector<std::string> words = drop_down.words;
  std::vector<const char*> list;
  std::size_t length = 0;
  for (const auto& word : words) {
    length += word.size() + 1;
    list.push_back(word.c_str());
  }
  if (length > 3 * kValidationListLimit) return outcome(LXW_ERROR_255_STRING_LENGTH_EXCEEDED);
  list.push_back(nullptr);
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST;
  rule.value_list = const_cast<char**>(list.data());  // The library's signature; it only reads.
  rule.input_title = const_cast<char*>(drop_down.prompt_title.c_str());
  rule.input_message = const_cast<char*>(drop_down.prompt.c_str());
  rule.error_type = drop_down.strict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
  rule.error_title = const_cast<char*>("请从下拉框选择");
  rule.ignore_blank = LXW_VALIDATION_ON;
  outcome(worksheet_data_validation_range(sheet, drop_down.first_row, drop_down.column, drop_down.last_row,
                                          drop_down.column, &rule));
}

void add_day_rule(lxw_worksheet* sheet, const reporting::DayRule& day_rule, Outcome& outcome) {
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_DATE;
  rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule.minimum_datetime = {2000, 1, 1, 0, 0, 0.0};
  rule.maximum_datetime = {2099, 12, 31, 0, 0, 0.0};
  rule.input_title = const_cast<char*>(day_rule.prompt_title.c_str());
  rule.input_message = const_cast<char*>(day_rule.prompt.c_str());
  rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  rule.error_title = const_cast<char*>("请填日期");
  rule.error_message = const_cast<char*>("请按 2022-12-05 的样式填写日期。");
  rule.ignore_blank = LXW_VALIDATION_ON;
  outcome(worksheet_data_validation_range(sheet, day_rule.first_row, day_rule.column, day_rule.last_row,
                                          day_rule.column, &rule));
}

void lay_out(lxw_worksheet* sheet, const SheetModel& model, Outcome& outcome) {
  for (std::size_t i = 0; i < model.column_widths.size(); ++i)
    outcome(worksheet_set_column(sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), model.column_widths[i],
                                 nullptr));
  for (const auto& [row, height] : model.row_heights)
    outcome(worksheet_set_row(sheet, row, height, nullptr));
  if (model.frozen_rows > 0 || model.frozen_columns > 0)
    worksheet_freeze_panes(sheet, model.frozen_rows, model.frozen_columns);
  if (model.repeat_last_row > 0) outcome(worksheet_repeat_rows(sheet, model.repeat_first_row, model.repeat_last_row));
  constexpr std::uint8_t kA3 = 8;
  constexpr std::uint8_t kA4 = 9;
  worksheet_set_paper(sheet, model.paper == reporting::PaperSize::A3 ? kA3 : kA4);
  if (model.landscape) worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_margins(sheet, kSideMargin, kSideMargin, kEndMargin, kEndMargin);
  worksheet_center_horizontally(sheet);
  if (model.filter)
    outcome(worksheet_autofilter(sheet, model.filter->header_row, 0, model.filter->last_row,
                                 static_cast<lxw_col_t>(model.column_widths.size() - 1)));
  const auto footer = "&L" + model.footer + "&R第 &P 页，共 &N 页";
  outcome(worksheet_set_footer(sheet, footer.c_str()));
}

Outcome fill(lxw_workbook* workbook, const reporting::WorkbookModel& model) {
  Outcome outcome;
  SheetFormats formats(workbook);
  for (const auto& sheet_model : model.sheets) {
    auto* sheet = workbook_add_worksheet(workbook, sheet_model.name.c_str());
    if (sheet == nullptr) {
      outcome(LXW_ERROR_SHEETNAME_ALREADY_USED);
      break;
    }
    lay_out(sheet, sheet_model, outcome);
    for (const auto& cell : sheet_model.cells)
      write_cell(sheet, cell, formats, outcome);
    for (const auto& drop_down : sheet_model.drop_downs)
      add_drop_down(sheet, drop_down, outcome);
    for (const auto& day_rule : sheet_model.day_rules)
      add_day_rule(sheet, day_rule, outcome);
    for (const auto& note : sheet_model.notes)
      outcome(worksheet_write_comment(sheet, note.row, note.column, note.text.c_str()));
  }
  return outcome;
}

}  // namespace

Result<std::string> write_workbook(const reporting::WorkbookModel& model) {
  GUATU_TRY(const auto file, TemporaryFile::create());
  auto* workbook = workbook_new(file.path().c_str());
  if (workbook == nullptr)
    return make_error(ErrorKind::FileFailed, model.title, "内存不足，工作簿无法写出",
                      "out of memory while writing a workbook");
  lxw_doc_properties properties{};
  auto title = model.title;
  properties.title = title.data();
  properties.created = std::chrono::system_clock::to_time_t(model.created_on.sys_days());
  workbook_set_properties(workbook, &properties);
  auto outcome = fill(workbook, model);
  outcome(workbook_close(workbook));
  GUATU_CHECK(outcome.finish(model.title));
  return file.read();
}

}  // namespace guatu::documents
