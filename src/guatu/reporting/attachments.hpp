#pragma once

#include <string>
#include <utility>
#include <vector>

#include "guatu/counting/tally_input.hpp"
#include "guatu/reporting/bulletin_input.hpp"
#include "guatu/reporting/sheet_model.hpp"

/// The bulletin's attachments as workbooks: table 2, table 3, unfinished list, calculation sheets, project life.
namespace guatu::reporting {

struct Attachment {
  std::string file;  ///< "附件1 任务表.xlsx"
  WorkbookModel workbook;
};

[[nodiscard]] std::vector<Attachment> make_attachments(const BulletinInput& input);

/// One sheet per league: every unit with numerator, denominator and rate, then the rows behind, so that a head can redo the
/// sum by hand. Source: rules 5, 排名测算表.
[[nodiscard]] WorkbookModel calculation_sheets(const BulletinInput& input);
/// Every unfinished part with who holds it and since when.
[[nodiscard]] WorkbookModel unfinished_list(const BulletinInput& input);

}  // namespace guatu::reporting
