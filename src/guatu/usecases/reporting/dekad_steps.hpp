#pragma once

#include <string>

#include "guatu/reporting/dekad_life.hpp"
#include "guatu/usecases/session.hpp"

/// Opening, locking and reopening a dekad. Publishing is its own use case. Source: rules 3, "Dekad life".
namespace guatu::usecases {

struct StepRequest {
  Dekad dekad;
  reporting::DekadStep step = reporting::DekadStep::Open;
  std::string reason;
  bool dry_run = false;
};

struct StepAnswer {
  reporting::DekadRecord dekad;
  std::int64_t seq = 0;
};

/// Errors: Refused with every reason; InvalidInput for a dekad outside the campaign.
[[nodiscard]] Result<StepAnswer> take_step(const Session& session, const StepRequest& request);

}  // namespace guatu::usecases
