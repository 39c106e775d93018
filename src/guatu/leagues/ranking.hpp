#pragma once

#include <vector>

#include "guatu/leagues/unit_score.hpp"

/// Order, places, ties and the bottom group. Source: rules 5; domain 7.4.
namespace guatu::leagues {

/// A unit with something to count.
struct Standing {
  counting::UnitIndex unit = counting::kNoUnit;
  UnitScore score;
  int rank = 0;
  bool tied = false;
  bool bottom = false;
};

/// Best first by exact rate. Equal rates share a place (1, 2, 2, 4); among them fewer unfinished procedures, then fewer
/// overdue, then the campaign's order decide who is printed first, never who is named.
/// Contract: every rate is defined.
[[nodiscard]] std::vector<Standing> rank_standings(std::vector<Standing> standings);

/// Marks the `size` lowest places. A tie across the line takes all its members in; a unit at 100 % or sharing the first
/// place is never in it, nor one that met the target of the guard. Nobody moves into a place that is left empty so.
/// Shape: as `rank_standings` gives them. `threshold`: of the guarding target; null without a guard.
void mark_bottom(std::vector<Standing>& standings, int size, const Ratio* threshold);

}  // namespace guatu::leagues
