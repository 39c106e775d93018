#include "tests/simulation/return_sheets.hpp"

#include "guatu/documents/xlsx/read_workbook.hpp"
#include "guatu/documents/xlsx/write_raw_workbook.hpp"
#include "guatu/values/amount.hpp"

#include "tests/simulation/broken.hpp"
#include "tests/simulation/made_up_campaign.hpp"

namespace guatu::simulation {
namespace {

using Cells = std::vector<std::vector<std::string>>;
using Sheets = std::vector<std::pair<std::string, Cells>>;

std::string day(const std::optional<Date>& date) {
  return date ? format_dotted(*date) : std::string{};
}

std::string level(const std::optional<Authority>& authority) {
  if (!authority) return {};
  switch (*authority) {
    case Authority::State:
      return "国家级";
    case Authority::Region:
      return "自治区级";
    case Authority::City:
      return "市级";
    case Authority::County:
      return "旗县级";
  }
  return {};
}

std::string yes_or_no(const std::optional<bool>& involved) {
  return involved ? (*involved ? "是" : "否") : "";
}

Sheets sheets_of(const std::string& unit, const Dekad& dekad, const std::vector<Row>& rows) {
  const std::vector<std::string> caption{"填报单位（盖章）：" + unit_name(unit) + "    旬别：" + dekad_name_zh(dekad) +
                                         "（" + format_dekad(dekad) + "）    单位：亿元"};
  Cells tasks{{"任务表"}, caption, {"序号", "项目代码", "项目名称", "责任单位", "总投资（亿元）"}};
  Cells lines{{"手续明细"},
              caption,
              {"序号", "项目名称", "审批事项", "子项", "是否涉及", "不涉及理由", "审批层级", "状态", "计划办结时间",
               "申报时间", "受理时间", "上报时间", "办结时间", "批复文号"}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    const auto number = std::to_string(i + 1);
    const auto amount = row.investment > 0 ? format_hundred_million({row.investment}) : std::string{};
    tasks.push_back({number, row.code, row.name, unit_name(unit), amount});
    for (const auto& line : row.lines)
      lines.push_back({number, row.name, kind_name(line.kind), line.part, yes_or_no(line.involved), line.reason,
                       level(line.authority), line.state ? word_text(*line.state) : "", day(line.planned),
                       day(line.submitted), day(line.accepted), day(line.handed_up), day(line.finished), line.number});
  }
  return {{"任务表", tasks}, {"手续明细", lines}};
}

intake::Sheet as_sheet(const std::string& name, const Cells& rows) {
  intake::Sheet sheet;
  sheet.name = name;
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (rows[r][c].empty()) continue;
      intake::Cell cell{static_cast<std::uint32_t>(r), static_cast<std::uint16_t>(c)};
      cell.kind = intake::CellKind::Text;
      cell.text = static_cast<std::uint32_t>(sheet.texts.size());
      sheet.texts.push_back(rows[r][c]);
      sheet.cells.push_back(cell);
    }
  return sheet;
}

/// Bytes that differ when the cells do; nobody reads them.
std::string as_bytes(const Sheets& sheets) {
  std::string bytes;
  for (const auto& [name, rows] : sheets) {
    bytes += name + "\n";
    for (const auto& row : rows) {
      for (const auto& text : row)
        bytes += text + "\t";
      bytes += "\n";
    }
  }
  return bytes;
}

reporting::RawWorkbook as_raw(const Sheets& sheets) {
  reporting::RawWorkbook workbook;
  for (const auto& [name, rows] : sheets) {
    reporting::RawSheet sheet;
    sheet.name = name;
    for (std::size_t r = 0; r < rows.size(); ++r)
      for (std::size_t c = 0; c < rows[r].size(); ++c)
        if (!rows[r][c].empty())
          sheet.cells.push_back({static_cast<std::uint32_t>(r),
                                 static_cast<std::uint16_t>(c),
                                 reporting::RawKind::Text,
                                 rows[r][c],
                                 {},
                                 {},
                                 {}});
    workbook.sheets.push_back(std::move(sheet));
  }
  return workbook;
}

usecases::ImportFile as_file(const std::string& file, const Sheets& sheets, FileForm form) {
  if (form == FileForm::Xlsx) {
    auto bytes = sound(documents::write_raw_workbook(as_raw(sheets)));
    auto workbook = documents::read_workbook(bytes, file);
    return {file, std::move(bytes), std::move(workbook)};
  }
  intake::Workbook workbook{file, {}};
  for (const auto& [name, rows] : sheets)
    workbook.sheets.push_back(as_sheet(name, rows));
  return {file, as_bytes(sheets), std::move(workbook)};
}

}  // namespace

usecases::ImportFile write_return(const std::string& file, const std::string& unit, const Dekad& dekad,
                                  const std::vector<Row>& rows, FileForm form) {
  return as_file(file, sheets_of(unit, dekad, rows), form);
}

usecases::ImportFile write_table(const std::string& file, const std::string& sheet, const Cells& cells, FileForm form) {
  return as_file(file, {{sheet, cells}}, form);
}

}  // namespace guatu::simulation
