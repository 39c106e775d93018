#pragma once

#include <optional>
#include <soci/soci.h>
#include <string>
#include <vector>

#include "guatu/ports/store.hpp"

/// Reading commits back and walking over their chain.
namespace guatu::store {

struct CommitRow {
  ports::CommitInfo info;
  long long format = 0;
  std::string previous_digest;
};
[[nodiscard]] std::vector<CommitRow> load_commit_rows(soci::session& session, long long first, long long last);
[[nodiscard]] std::vector<ports::PersonalValue> load_personal_rows(soci::session& session);

/// The first thing wrong in chain order, then among blobs and personal values.
[[nodiscard]] std::optional<ports::ChainFault> walk_chain(soci::session& session);

}  // namespace guatu::store
