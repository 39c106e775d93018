#pragma once

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "guatu/intake/change_set.hpp"
#include "guatu/intake/message_codes.hpp"

#include "tests/unit/campaign/small_files.hpp"

/// Workbooks written down as texts, and what the intake says about them.
namespace guatu::intake::testing {

using Rows = std::vector<std::vector<std::string>>;

inline const campaign::Campaign& shipped() {
  static const campaign::Campaign kCampaign = guatu::testing::load_shipped("chifeng-2023").campaign;
  return kCampaign;
}

/// A sheet with these texts, row by row; an empty text is no cell, "=" a formula that no program has computed.
inline Sheet make_sheet(const std::string& name, const Rows& rows) {
  Sheet sheet;
  sheet.name = name;
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (rows[r][c].empty()) continue;
      Cell cell{static_cast<std::uint32_t>(r), static_cast<std::uint16_t>(c)};
      cell.formula = rows[r][c] == "=";
      cell.kind = cell.formula ? CellKind::Empty : CellKind::Text;
      cell.text = static_cast<std::uint32_t>(sheet.texts.size());
      sheet.texts.push_back(cell.formula ? "" : rows[r][c]);
      sheet.cells.push_back(cell);
    }
  return sheet;
}

/// A caption of a known unit and dekad, then the rows given.
inline Sheet make_form(const std::string& name, Rows rows) {
  Rows all{{"任务表"}, {"填报单位（盖章）：红山区    旬别：2022年12月上旬    单位：亿元"}};
  all.insert(all.end(), rows.begin(), rows.end());
  return make_sheet(name, all);
}

/// One project, 桥头镇污水处理厂, with these cells in one line of 手续明细 and these in its row of 任务表.
struct Line {
  std::vector<std::pair<std::string, std::string>> line;  ///< Header and text, beside 审批事项 = 立项.
  std::string cell;                                       ///< Of 立项 in 任务表.
};

inline Workbook make_workbook(const Line& given) {
  Rows lines{{"序号", "项目名称", "审批事项"}, {"1", "桥头镇污水处理厂", "立项"}};
  for (const auto& [header, text] : given.line) {
    lines[0].push_back(header);
    lines[1].push_back(text);
  }
  Workbook workbook{"f.xlsx", {}};
  workbook.sheets.push_back(
      make_form("任务表", {{"序号", "项目名称", "所属地区", "立项"}, {"1", "桥头镇污水处理厂", "红山区", given.cell}}));
  if (!given.line.empty()) workbook.sheets.push_back(make_form("手续明细", lines));
  return workbook;
}

/// Compared with `ledger`, one change set a table; each accepted one counts for the next.
inline std::vector<ChangeSet> compare(const Workbook& workbook, ledger::Ledger& ledger) {
  std::vector<ChangeSet> sets;
  ListedRows listed;
  for (const auto& form : read_forms(workbook, shipped(), {})) {
    const auto unit = form.unit.value_or(UnitCode{"150402"});
    sets.push_back(compare_with_ledger(
        form, {shipped(), ledger, unit, form.dekad.value_or(Dekad{2022, 12, 1}), std::nullopt, false}, listed));
    if (!sets.back().has_errors()) apply_changes(sets.back(), ledger);
  }
  return sets;
}

/// "error state_contradiction 手续明细!F4", in order.
inline std::vector<std::string> said(const ChangeSet& set) {
  std::vector<std::string> lines;
  for (const auto& message : set.messages) {
    const char* severity = message.severity == Severity::Error     ? "error "
                           : message.severity == Severity::Warning ? "warning "
                                                                   : "note ";
    lines.push_back(severity + message.code + " " + message.sheet + (message.cell.empty() ? "" : "!" + message.cell));
    EXPECT_FALSE(message.text.zh.empty() || message.text.en.empty()) << lines.back();
    EXPECT_FALSE(message.remedy.zh.empty() || message.remedy.en.empty()) << lines.back();
  }
  return lines;
}

}  // namespace guatu::intake::testing
