#pragma once

#include <optional>
#include <string>

#include "guatu/json/history_codec.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

/// What was recorded about a project, commit by commit. Source: rules 3, "A revision carries actor, source and reason".
namespace guatu::usecases {

/// Which changes of a project are wanted; empty: all.
struct HistoryFilter {
  std::string kind;
  std::optional<std::string> part;
  std::string field;

  [[nodiscard]] bool passes(const json::RecordedChange& change) const {
    return (kind.empty() || change.kind == kind) && (!part || change.part == *part) &&
           (field.empty() || change.field == field);
  }
};

/// Revisions known at the ledger's commit that changed a value, `count` of them from the `first` newest on. Limit and
/// cursor of the page are left to the caller.
/// Errors: those of the store and of decoding.
[[nodiscard]] Result<json::ProjectHistoryPage> load_project_history(ports::Store& store, const Known& known,
                                                                    const ledger::ProjectHistory& project,
                                                                    std::size_t first, std::size_t count,
                                                                    const HistoryFilter& filter = {});

}  // namespace guatu::usecases
