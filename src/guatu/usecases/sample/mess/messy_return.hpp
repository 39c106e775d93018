#pragma once

#include "guatu/json/truth_codec.hpp"
#include "guatu/ledger/ledger.hpp"
#include "guatu/reporting/raw_workbook.hpp"
#include "guatu/usecases/sample/mess/hand.hpp"

/// A return as a clerk sends it: the unit's own layout, headers and spellings, and the truth about every cell.
/// Source: domain 1.2–1.4.
namespace guatu::usecases::mess {

struct MessyReturn {
  reporting::RawWorkbook workbook;
  json::TruthReturn truth;
};

struct ReturnRequest {
  const campaign::Campaign& campaign;
  const ledger::Ledger& known;  ///< As the unit knows it on the dekad's last day.
  UnitCode unit;
  Dekad dekad;
  Level level = Level::Layouts;
  std::uint64_t seed = 0;
};

/// The same request gives the same return.
[[nodiscard]] MessyReturn write_return(const ReturnRequest& request);

}  // namespace guatu::usecases::mess
