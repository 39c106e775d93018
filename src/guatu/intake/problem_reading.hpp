#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "guatu/intake/part_reading.hpp"
#include "guatu/intake/table_layout.hpp"

/// One line of table 3. Source: domain 1.5; Plan, annex 3.
namespace guatu::intake {

struct ProblemReading {
  std::optional<ledger::UpperProblem> problem;  ///< Nothing when one of the messages is an error.
  std::vector<Message> messages;
};

/// `fallback` is the unit of money when neither header nor cell names one.
[[nodiscard]] ProblemReading read_problem(const ReadingContext& context, const TableLayout& layout, std::uint32_t row,
                                          std::string_view name, AmountUnit fallback);

}  // namespace guatu::intake
