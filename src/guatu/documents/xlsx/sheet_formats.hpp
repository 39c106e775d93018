#pragma once

#include <map>
#include <xlsxwriter.h>

#include "guatu/reporting/sheet_model.hpp"

namespace guatu::documents {

/// One format of the workbook per cell style, made when first used.
class SheetFormats {
 public:
  explicit SheetFormats(lxw_workbook* workbook) : workbook_(workbook) {}
  [[nodiscard]] lxw_format* of(reporting::CellStyle style);

 private:
  lxw_workbook* workbook_;
  std::map<reporting::CellStyle, lxw_format*> formats_;
};

}  // namespace guatu::documents
