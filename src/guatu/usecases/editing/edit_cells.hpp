#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/usecases/access/acting_session.hpp"
#include "guatu/usecases/editing/edit_answer.hpp"

/// Cells of procedures, typed or pasted: all of a block or nothing, by the rules that an import follows, in one commit that
/// can be undone. Source: rules 2, 3; contract 5.
namespace guatu::usecases {

/// One typed value.
struct CellEdit {
  std::string project;  ///< Id, or national project code.
  KindCode kind;
  std::string part;
  std::string field;
  std::string value;  ///< Blank says nothing, and changes nothing.
  /// Of the row as the writer saw it; none: he saw an empty cell, and writes over nothing else.
  std::optional<std::int64_t> revision;
  bool over_anything = false;  ///< He has said that he writes over whatever stands there.
  std::string pointer;         ///< Where it stands in the request.
};

struct EditRequest {
  std::vector<CellEdit> cells;
  std::string reason;
  RequestKey key;
};

/// What is wrong with a block is part of the answer. Errors: NotFound without a campaign; Refused for a key that was used for
/// another request; StoreFailed.
[[nodiscard]] Result<EditAnswer> edit_cells(const ActingSession& session, const EditRequest& request);

/// How `edit_cells` would end now; nothing is written.
[[nodiscard]] Result<EditAnswer> preview_cells(const ActingSession& session, const EditRequest& request);

}  // namespace guatu::usecases
