#pragma once

#include <span>

#include "guatu/counting/figures.hpp"

/// A rate as people see it, with its change. Source: rules 4, "Counts compare exactly".
namespace guatu::counting {

/// `ceilings`: the targets' thresholds, which a shown rate never reaches before its exact value does.
/// `before`: the same rate in the dekad before; none when there is no such rate. Change = difference of the two rates as
/// shown, in percentage points.
[[nodiscard]] Rate shown_rate(const Ratio& ratio, std::span<const Ratio> ceilings, const Rate* before);

}  // namespace guatu::counting
