#pragma once

#include <optional>

#include "guatu/usecases/editing/edit_answer.hpp"
#include "guatu/usecases/session.hpp"

/// A write that comes again under the same key gets the answer of the first time, also after a crash: what is needed for that
/// is recorded in the commit itself.
namespace guatu::usecases {

/// None when the key is new. Errors: Refused when it was used for something else; StoreFailed.
[[nodiscard]] Result<std::optional<EditAnswer>> find_repeated(const Session& session, const RequestKey& key,
                                                              std::int64_t head);

/// Adds to the commit what a repetition is answered by; nothing without a key.
void remember_request(ports::Commit& commit, const Session& session, const RequestKey& key,
                      const std::vector<EditedRow>& rows);

}  // namespace guatu::usecases
