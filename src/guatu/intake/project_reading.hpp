#pragma once

#include <vector>

#include "guatu/intake/caption_reading.hpp"
#include "guatu/intake/part_reading.hpp"
#include "guatu/intake/row_kind.hpp"

/// The base columns of one row: the project itself. Source: contract 4; domain 1.2–1.4, 3.
namespace guatu::intake {

struct ProjectReading {
  ReadProject project;
  std::vector<Message> messages;
};

/// `fallback` is the unit of money when neither header nor cell names one.
[[nodiscard]] ProjectReading read_project_fields(const ReadingContext& context, const TableLayout& layout,
                                                 std::uint32_t row, AmountUnit fallback);

/// Units named in a cell, several separated by 、 ， ； or a blank. An unknown one is none.
[[nodiscard]] std::vector<std::optional<UnitCode>> find_units_in(std::string_view text,
                                                                 const campaign::Campaign& campaign);

/// A row as `row_kind` wants to see it.
[[nodiscard]] RowTexts row_texts(const Grid& grid, const TableLayout& layout, std::uint32_t row);

}  // namespace guatu::intake
