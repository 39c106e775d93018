#pragma once

#include <functional>

#include "guatu/json/sequence_codec.hpp"
#include "guatu/planning/order/search.hpp"
#include "guatu/usecases/planning/open_work.hpp"

/// In which order departments should work so that the most projects are wholly finished by both dates: internal advice to
/// the office, with the distance to the best that is possible. Source: rules 10; contract 2 `sequence`.
namespace guatu::usecases {

struct SequenceWish {
  Date as_of;
  std::int64_t iterations = 200'000;
  std::int64_t seconds = 30;  ///< Only repeated; who calls stops the search.
  std::uint64_t seed = 1;
};

/// The same ledger, wish and iterations give the same answer.
/// Errors: Refused when the last date is over; InvalidInput for a network with faults, each with its path.
[[nodiscard]] Result<json::SequenceDocument> sequence_on_day(
    const ledger::Ledger& ledger, const campaign::Campaign& campaign, const SequenceWish& wish,
    const planning::order::Together& together, const std::function<bool(const planning::order::Progress&)>& go_on);

}  // namespace guatu::usecases
