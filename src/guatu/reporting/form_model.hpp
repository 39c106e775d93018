#pragma once

#include <optional>

#include "guatu/calendar/dekad.hpp"
#include "guatu/campaign/campaign.hpp"
#include "guatu/ledger/ledger.hpp"
#include "guatu/reporting/sheet_model.hpp"

/// The forms that the office sends out: table 2 (任务表 with 手续明细) and table 3. Source: contract 4; Plan 3.2.
namespace guatu::reporting {

struct FormRequest {
  const campaign::Campaign& campaign;
  const ledger::Ledger* ledger = nullptr;  ///< For prefilling; none: an empty form.
  std::optional<UnitCode> unit;            ///< Whose form; none: an empty form for anybody.
  std::optional<Dekad> dekad;
};

/// Rows that the form has beyond the prefilled ones.
inline constexpr int kSpareProjects = 30;
inline constexpr int kSpareLines = 120;

/// Two sheets: 任务表, one line a project, to read and print; 手续明细, one line per applicable part, to fill.
/// Known facts stand in the cells; days that were only assumed stay empty, so that the form sent back unchanged changes nothing.
[[nodiscard]] WorkbookModel table2_form(const FormRequest& request);

/// Nine columns exactly, with the example row of the Plan's annex.
[[nodiscard]] WorkbookModel table3_form(const FormRequest& request);

}  // namespace guatu::reporting
