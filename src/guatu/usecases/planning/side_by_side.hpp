#pragma once

#include "guatu/planning/order/together.hpp"

namespace guatu::usecases {

/// Runs parts in as many threads as the machine has processors, at most four.
[[nodiscard]] planning::order::Together side_by_side();

}  // namespace guatu::usecases
