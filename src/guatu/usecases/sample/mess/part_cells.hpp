#pragma once

#include "guatu/usecases/sample/mess/state_words.hpp"

/// The cells that one procedure fills in a return.
namespace guatu::usecases::mess {

struct Block {
  std::vector<Written> cells;  ///< One a sub-column, in their order.
  bool merged = false;         ///< The first cell is merged over all of them.
};

[[nodiscard]] Block write_block(const std::vector<Said>& columns, PartSaid part, const Hand& hand);

/// 林地已办结 2022.12.5，草地未办理: procedures that share a cell and differ, each named.
[[nodiscard]] Written write_differing_states(const std::vector<PartSaid>& parts, const Hand& hand);

/// State, day, number and plan in one cell: 办结 2022.12.05.
[[nodiscard]] Written write_state_cell(const PartSaid& part, const Hand& hand);

}  // namespace guatu::usecases::mess
