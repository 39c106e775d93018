#pragma once

#include "guatu/json/truth_codec.hpp"
#include "guatu/usecases/sample/mess/column_plan.hpp"

/// Puts cells into a sheet, and what they mean into the truth.
namespace guatu::usecases::mess {

class TableWriter {
 public:
  TableWriter(reporting::RawSheet& sheet, std::size_t sheet_index, json::TruthReturn& truth)
      : sheet_(sheet), sheet_index_(sheet_index), truth_(truth) {}

  void text(std::uint32_t row, std::size_t column, const std::string& text);
  void number(std::uint32_t row, std::size_t column, int number);
  void put(std::uint32_t row, std::size_t column, Written written, int project, const std::vector<KindCode>& kinds);
  void merge(std::uint32_t first_row, std::size_t first_column, std::uint32_t last_row, std::size_t last_column);
  /// Header rows with their merges, once more when `repeated`; gives the row behind them.
  std::uint32_t header(std::uint32_t row, const ColumnPlan& plan, bool repeated = false);

 private:
  reporting::RawSheet& sheet_;
  std::size_t sheet_index_;
  json::TruthReturn& truth_;
};

/// "A1", "AB12" for row and column from 0.
[[nodiscard]] std::string place_name(std::uint32_t row, std::size_t column);

}  // namespace guatu::usecases::mess
