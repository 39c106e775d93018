#pragma once

#include <vector>

#include "guatu/ports/store.hpp"
#include "guatu/reporting/dekad_life.hpp"

namespace guatu::usecases {

struct KeptPublication {
  std::int64_t seq = 0;  ///< Of the commit that published.
  reporting::Publication publication;
};

/// All that was published up to commit `seq`, in its order. Errors: IntegrityBroken; StoreFailed.
[[nodiscard]] Result<std::vector<KeptPublication>> load_publications(ports::Store& store, std::int64_t seq);

}  // namespace guatu::usecases
