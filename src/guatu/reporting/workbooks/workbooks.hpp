#pragma once

#include "guatu/reporting/bulletin_input.hpp"
#include "guatu/reporting/sheet_model.hpp"

/// Workbooks that the office prints, signs and files beside the bulletin's attachments. Each sheet: title, as-of line, header on
/// every page, page x of y. Source: Plan 2.4, 3.2, 4; rules 4, 5.
namespace guatu::reporting {

/// Unfinished parts by where they are stuck, by the department whose line they are, or by the unit that answers for the project:
/// a summary, then a sheet for each of them.
enum class Grouping { Cause, Department, Unit };
[[nodiscard]] WorkbookModel unfinished_by(const BulletinInput& input, Grouping grouping);

/// 审批部门办理情况: for each approving department 应办, 未申报, 在办, 补正, 已上报, 办结, 超时, 平均用时; then the parts beyond their limit.
[[nodiscard]] WorkbookModel approver_sheet(const BulletinInput& input);

/// 季度考核得分: a sheet a league, the rate of each unit as points of a hundred. Assumption: the sources give no other formula.
[[nodiscard]] WorkbookModel score_sheets(const BulletinInput& input);

/// Adds 单位（盖章）, responsible, clerk and day below the last row of every sheet, with room for a seal.
void add_stamp_places(WorkbookModel& workbook);

}  // namespace guatu::reporting
