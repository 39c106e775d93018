#pragma once

#include <vector>

#include "guatu/usecases/access/acting_session.hpp"
#include "guatu/usecases/editing/edit_answer.hpp"

/// Taking a write back: cells, a project's own data, papers, decisions of a reviewer. It is a new revision with
/// what stood before, for all rows of that commit or for none, and needs the right that the write needed. Rows that were
/// written again since stay as they are, and stop it.
namespace guatu::usecases {

/// A write of who asks, newest first.
struct UndoEntry {
  ports::CommitInfo commit;
  std::vector<std::string> subjects;  ///< Rows that it wrote.
  bool undone = false;                ///< Taken back already.
  bool written_again = false;         ///< Another commit has written one of the rows since.
};

/// At most `most` of them. Errors: `access::forbidden`; StoreFailed.
[[nodiscard]] Result<std::vector<UndoEntry>> load_undo_list(const ActingSession& session, std::size_t most);

/// Errors: NotFound for a commit that is no write of who asks (the office may take back anybody's);
/// `access::forbidden`; StoreFailed. Refused rows are part of the answer.
[[nodiscard]] Result<EditAnswer> undo_edit(const ActingSession& session, std::int64_t seq, const RequestKey& key);

}  // namespace guatu::usecases
