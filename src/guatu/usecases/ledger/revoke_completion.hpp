#pragma once

#include <string>

#include "guatu/ledger/facts.hpp"
#include "guatu/usecases/session.hpp"

/// Taking a completion back, for false papers or otherwise: the state falls back to what the remaining facts say. Published
/// bulletins stay. Source: rules 2, "Revoked".
namespace guatu::usecases {

struct RevokeRequest {
  std::string project;  ///< Id, or national project code.
  KindCode kind;
  std::string part;  ///< Empty: the only one.
  ledger::Revocation revocation;
};

struct RevokeAnswer {
  ProjectId project;
  std::int64_t seq = 0;
};

/// Errors: NotFound for the project or its procedure; Refused with every objection; StoreFailed.
[[nodiscard]] Result<RevokeAnswer> revoke_completion(const Session& session, const RevokeRequest& request);

}  // namespace guatu::usecases
