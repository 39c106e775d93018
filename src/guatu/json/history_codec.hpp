#pragma once

#include <string>
#include <vector>

#include "guatu/ports/store.hpp"

/// What was recorded about a project, commit by commit.
namespace guatu::json {

struct RecordedChange {
  std::string kind;  ///< Empty for the project itself.
  std::string part;
  std::string field;          ///< A column of the ledger, or "life.suspend" and the like.
  std::string before, after;  ///< As in an import's changes; empty: nothing known.
};

struct ProjectRevision {
  ports::CommitInfo commit;
  std::vector<RecordedChange> changes;  ///< The project's own fields, its life, then its parts in catalogue order.
};

struct ProjectHistoryPage {
  std::string project;
  std::int64_t seq = 0;  ///< Known at this commit.
  std::int64_t total = 0, limit = 0;
  std::string next_cursor;                 ///< Empty: nothing follows.
  std::vector<ProjectRevision> revisions;  ///< Newest first.
};

[[nodiscard]] std::string encode_history(const ProjectHistoryPage& page);

}  // namespace guatu::json
