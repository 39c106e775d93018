#pragma once

#include "guatu/json/history_codec.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

/// What was recorded about a project, commit by commit. Source: rules 3, "A revision carries actor, source and reason".
namespace guatu::usecases {

/// Revisions known at the ledger's commit that changed a value, `count` of them from the `first` newest on. Limit and
/// cursor of the page are left to the caller.
/// Errors: those of the store and of decoding.
[[nodiscard]] Result<json::ProjectHistoryPage> load_project_history(ports::Store& store, const Known& known,
                                                                    const ledger::ProjectHistory& project,
                                                                    std::size_t first, std::size_t count);

}  // namespace guatu::usecases
