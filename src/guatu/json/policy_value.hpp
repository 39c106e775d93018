#pragma once

#include <boost/json.hpp>

#include "guatu/campaign/campaign.hpp"

namespace guatu::json {

/// The choices that the sources leave open, as printed beside every figure.
[[nodiscard]] boost::json::object policy_value(const campaign::Policy& policy);

}  // namespace guatu::json
