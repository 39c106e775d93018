#pragma once

#include "guatu/base/strong_id.hpp"

/// Names of things in a campaign. All come from its files; none is known to the code.
namespace guatu {

using UnitCode = StrongId<struct UnitCodeTag>;    ///< "150402", "fgw"
using KindCode = StrongId<struct KindCodeTag>;    ///< "approval", "construction"
using ProjectId = StrongId<struct ProjectIdTag>;  ///< "P0001"
using VariantCode = StrongId<struct VariantCodeTag>;

}  // namespace guatu
