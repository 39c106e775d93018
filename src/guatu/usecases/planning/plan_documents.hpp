#pragma once

#include <optional>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/json/plan_codec.hpp"
#include "guatu/ledger/ledger.hpp"

/// The back-schedules of a day's projects, as they are shown. Source: rules 10; contract 2 `plan`.
namespace guatu::usecases {

struct PlanWish {
  Date as_of;
  std::optional<Date> deadline;  ///< Replaces the targets'.
  UnitCode responsible{};        ///< Only this unit's projects; empty: of every unit.
};

/// Shape: one project in the campaign on that day, in the ledger's order.
[[nodiscard]] std::vector<json::ProjectPlanDocument> plan_documents(const ledger::Ledger& ledger,
                                                                    const campaign::Campaign& campaign,
                                                                    const PlanWish& wish);

}  // namespace guatu::usecases
