#pragma once

#include <string>

#include "guatu/base/error.hpp"
#include "guatu/ledger/ledger.hpp"

namespace guatu::usecases {

/// The project with this id ("P0001") or national project code in any spelling; nullptr when there is none.
[[nodiscard]] const ledger::ProjectHistory* find_named_project(const ledger::Ledger& ledger, const std::string& wanted);
/// NotFound, with what can be given instead.
[[nodiscard]] Error unknown_project(const std::string& wanted);

}  // namespace guatu::usecases
