#pragma once

#include <optional>
#include <string>

#include "guatu/json/review_codec.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

/// What there is to review, and what became of it: by the same rules as `review_parts` decides.
/// Source: rules 2, "Claim and confirmation"; rules 6, 分线审核.
namespace guatu::usecases {

struct ReviewFilter {
  Date today;
  UnitCode line;  ///< Empty: all lines.
  KindCode kind;
  UnitCode responsible;
  std::optional<json::ReviewStanding> standing;
  std::size_t limit = 500;
};

/// Procedures that are reported as finished, or disputed, of projects in the campaign. `counts` are of the whole line and in
/// catalogue order, then by unit; `rows` are of what else is asked, by project, at most `limit` of `total`.
[[nodiscard]] json::ReviewList list_reviews(const Known& known, const ReviewFilter& filter);

/// The day by which a dispute that is raised today has to be settled, if nobody says otherwise.
[[nodiscard]] Date dispute_due_on(const campaign::Campaign& campaign, Date today);

}  // namespace guatu::usecases
