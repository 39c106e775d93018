#pragma once

#include <string>
#include <vector>

#include "guatu/evidence/comment.hpp"
#include "guatu/usecases/access/acting_session.hpp"
#include "guatu/usecases/editing/edit_answer.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

/// Comments on projects and procedures. Who withdraws one has its text erased: only its digest stays in the chain.
/// Source: contract 5; rules 3, "so that it can be erased".
namespace guatu::usecases {

struct NewComment {
  evidence::Place about;  ///< The project by id or national code.
  std::string text;
  RequestKey key;
};

/// The row of the answer names the comment: its field is "comment.C57".
/// Errors: NotFound for the project; `access::forbidden`; those of `edit_cells`.
[[nodiscard]] Result<EditAnswer> add_comment(const ActingSession& session, const NewComment& comment);

/// One's own; anybody's for the office. Errors: NotFound; `access::forbidden`; StoreFailed.
[[nodiscard]] Result<EditAnswer> withdraw_comment(const ActingSession& session, const std::string& id);

/// Forgets the text of a comment that was withdrawn; nothing when it is forgotten already. Errors: StoreFailed.
[[nodiscard]] Result<void> erase_withdrawn_text(ports::Store& store, const std::string& id);

struct SeenComment {
  evidence::Comment comment;  ///< Without text once it is withdrawn.
  bool may_withdraw = false;
};

/// Those about the project that who asks may see, oldest first. Errors: those of the store and of decoding.
[[nodiscard]] Result<std::vector<SeenComment>> load_comments(const ActingSession& session, const Known& known,
                                                             const std::string& project);

}  // namespace guatu::usecases
