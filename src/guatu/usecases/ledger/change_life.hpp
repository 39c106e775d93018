#pragma once

#include <string>

#include "guatu/ledger/project.hpp"
#include "guatu/usecases/session.hpp"

/// A project's life: joined, suspended, moved, renamed … each with day, reason and approval. Source: rules 3.
namespace guatu::usecases {

struct LifeRequest {
  std::string project;  ///< Id, or national project code.
  ledger::LifeEvent event;
};

struct LifeAnswer {
  ProjectId project;
  ProjectId created;  ///< The new project of a split; empty otherwise.
  std::int64_t seq = 0;
};

/// Errors: NotFound for the project, the unit or the other project; Refused with every objection.
[[nodiscard]] Result<LifeAnswer> change_life(const Session& session, const LifeRequest& request);

}  // namespace guatu::usecases
