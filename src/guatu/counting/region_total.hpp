#pragma once

#include <span>

#include "guatu/counting/figures.hpp"

/// Several cities' figures as one region's. Exact: numerators and denominators are added, never rates.
namespace guatu::counting {

/// How many cities have a target, and how far they are with it.
struct RegionTarget {
  std::string id;
  Bilingual name;  ///< As the first city that has it calls it.
  std::int64_t cities = 0;
  std::int64_t met = 0;
  std::int64_t missed = 0;  ///< The deadline has passed without it.
  friend bool operator==(const RegionTarget&, const RegionTarget&) = default;
};

struct RegionTotal {
  ProjectFigures projects;
  ProcedureFigures procedures;
  std::vector<KindFigures> by_kind;  ///< By code, in the order in which the cities name them; the first one's words.
  std::vector<RegionTarget> targets;
  friend bool operator==(const RegionTotal&, const RegionTotal&) = default;
};

/// Changes against the dekad before are left out: the cities' dekads before need not be the same.
/// A shown rate reaches no city's threshold before its exact value does.
[[nodiscard]] RegionTotal add_up_cities(std::span<const Figures* const> cities);

}  // namespace guatu::counting
