#pragma once

#include "guatu/base/result.hpp"
#include "guatu/ports/store.hpp"
#include "guatu/store/dialect.hpp"

/// A journal from one engine to another, row by row and byte by byte: numbers, digests and commits are the same afterwards.
namespace guatu::store {

/// Copies all that `from` holds, as one state, into `to`, whose journal is empty. Inside the callers' transactions. What is
/// wrong in `from` is wrong in `to`: whoever copies proves the copy. Both have gone through `version` migrations.
/// Cost: memory for the records of one commit, or one blob.
void copy_journal(soci::session& from, soci::session& to, const Dialect& to_dialect, std::size_t version);

/// The head of a journal whose chain holds. Inside the caller's transaction. Errors: IntegrityBroken.
[[nodiscard]] Result<ports::CommitHead> prove_journal(soci::session& session, const Dialect& dialect,
                                                      const std::string& name);

}  // namespace guatu::store
