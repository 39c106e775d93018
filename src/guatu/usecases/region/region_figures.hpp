#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "guatu/campaign/region_registry.hpp"
#include "guatu/counting/region_total.hpp"
#include "guatu/ports/store.hpp"
#include "guatu/reporting/dekad_life.hpp"

/// A region's figures from what its cities have published, and from nothing else: no ledger is opened.
namespace guatu::usecases {

struct CityFigures {
  campaign::RegionCity city;
  reporting::Publication publication;
  counting::Figures figures;  ///< As frozen.
};

struct MissingCity {
  campaign::RegionCity city;
  Bilingual reason;
};

struct RegionFigures {
  std::vector<CityFigures> cities;   ///< In the registry's order.
  std::vector<MissingCity> missing;  ///< Not in the total.
  counting::RegionTotal total;
};

/// Opens the store of a city; called from several threads at a time.
using OpenCity = std::function<Result<std::unique_ptr<ports::Store>>(const campaign::RegionCity&)>;

/// The newest revision of `dekad`, or of each city's newest published dekad when none is given. A city that cannot be read
/// or has not published is named as missing; it never stops the others. Cost: 300 cities in ≤ 300 ms.
[[nodiscard]] RegionFigures region_figures(const campaign::RegionRegistry& registry, const std::optional<Dekad>& dekad,
                                           const OpenCity& open);

}  // namespace guatu::usecases
