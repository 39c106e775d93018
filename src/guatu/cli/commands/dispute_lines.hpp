#pragma once

#include <vector>

#include "guatu/cli/shell.hpp"
#include "guatu/json/match_codec.hpp"

namespace guatu::cli {

/// One line a dispute: what both say, where the platform says it, who has to settle it by when.
void say_disputes(const Shell& shell, const campaign::Campaign& campaign, const std::vector<json::DisputeRow>& rows);

}  // namespace guatu::cli
