#pragma once

#include <string>

#include "guatu/ledger/project.hpp"
#include "guatu/usecases/editing/edit_answer.hpp"
#include "guatu/usecases/session.hpp"

/// A project's life: joined, suspended, moved, renamed … each with day, reason and approval. Source: rules 3.
namespace guatu::usecases {

struct LifeRequest {
  std::string project;  ///< Id, or national project code.
  ledger::LifeEvent event;
  RequestKey key{};
};

struct LifeAnswer {
  ProjectId project;
  ProjectId created;  ///< The new project of a split; empty otherwise.
  std::int64_t seq = 0;
};

/// A repeated request gets the answer of the first time.
/// Errors: NotFound for the project, the unit or the other project; Refused with every objection, or for a key that was used
/// for another request.
[[nodiscard]] Result<LifeAnswer> change_life(const Session& session, const LifeRequest& request);

}  // namespace guatu::usecases
