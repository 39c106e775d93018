#pragma once

#include <string>
#include <vector>

#include "guatu/reporting/bulletin_input.hpp"
#include "guatu/reporting/sheet_model.hpp"

/// The bulletin's attachments as workbooks. Shape of each sheet: title, as-of line and header, repeated when printed.
namespace guatu::reporting {

struct Attachment {
  std::string file;   ///< "附件1 任务表.xlsx"
  std::string title;  ///< As the bulletin names it.
  WorkbookModel workbook;
};

/// In the order of the bulletin's 附件说明.
[[nodiscard]] std::vector<Attachment> make_attachments(const BulletinInput& input);
/// Their titles alone.
[[nodiscard]] std::vector<std::string> attachment_titles(const campaign::Campaign& campaign);

/// Table 2 as of the day: base columns without persons and telephone numbers, then one state cell a kind. Source: contract 4.
[[nodiscard]] WorkbookModel task_table(const BulletinInput& input);
/// Table 3, nine columns exactly. Source: Plan, annex 3.
[[nodiscard]] WorkbookModel upper_list(const BulletinInput& input);
/// Every unfinished part of every project: whose turn it is, since when, plan date, light, what it waits for above.
[[nodiscard]] WorkbookModel unfinished_list(const BulletinInput& input);
/// Two sheets per league: every unit with numerator, denominator and rate; the rows behind, so that a head can redo the sum
/// by hand. Source: rules 5, 排名测算表.
[[nodiscard]] WorkbookModel calculation_sheets(const BulletinInput& input);
/// The sheets with the units alone, one a league; a part of the former.
[[nodiscard]] std::vector<SheetModel> rank_sheets(const BulletinInput& input);
/// Project life since the beginning, completions taken back, units that did not report, gaps in the ledger.
[[nodiscard]] WorkbookModel change_sheets(const BulletinInput& input);

/// 截至… 第n版 / 草稿 … 台账第n号: the line under every title.
[[nodiscard]] std::string as_of_line(const BulletinInput& input);

}  // namespace guatu::reporting
