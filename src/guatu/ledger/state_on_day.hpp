#pragma once

#include "guatu/campaign/campaign.hpp"
#include "guatu/campaign/procedure_state.hpp"
#include "guatu/ledger/facts.hpp"

/// How dated facts become a state: the only place that knows. Everything above sees procedures as of one day, so no rule
/// can mix today's state with yesterday's date. Source: rules 2.
namespace guatu::ledger {

/// The first row of the table in rules 2 that applies on `day`.
[[nodiscard]] ProcedureState state_on_day(const PartFacts& facts, Date day, campaign::Completion completion);

/// Since when that state holds; none for `Unknown`.
[[nodiscard]] std::optional<DatedFact> state_since(const PartFacts& facts, Date day, campaign::Completion completion);

/// 已报未核: finished on `day`, but with an assumed date, or with neither number nor paper. Source: rules 2.
[[nodiscard]] bool unverified_on(const PartFacts& facts, Date day, campaign::Completion completion);

/// Past its plan date and neither finished, handed up nor not applicable. Source: rules 4.
[[nodiscard]] bool overdue_on(const PartFacts& facts, Date day, campaign::Completion completion);

/// A dispute is open on `day`.
[[nodiscard]] bool disputed_on(const PartFacts& facts, Date day);

}  // namespace guatu::ledger
