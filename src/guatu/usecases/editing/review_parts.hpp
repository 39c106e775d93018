#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/usecases/access/acting_session.hpp"
#include "guatu/usecases/editing/edit_answer.hpp"
#include "guatu/values/date.hpp"

/// The line department's reviewer confirms or disputes what units claim, in bulk: all of it or nothing.
/// Source: rules 2, "Claim and confirmation"; rules 6, 分线审核.
namespace guatu::usecases {

enum class ReviewDecision {
  Confirm,  ///< The finish is true.
  Dispute,  ///< It is not, or not shown: with a text and a day by which to settle it.
  Settle,   ///< The open disputes of the part are settled.
};

struct ReviewItem {
  std::string project;  ///< Id, or national project code.
  KindCode kind;
  std::string part;
  ReviewDecision decision = ReviewDecision::Confirm;
  std::string text;            ///< Of a dispute.
  std::optional<Date> due_on;  ///< Of a dispute; none: by the campaign's days for disputes.
  std::string pointer;
};

/// Errors: `access::forbidden` for a post that reviews nothing; those of `edit_cells`.
[[nodiscard]] Result<EditAnswer> review_parts(const ActingSession& session, const std::vector<ReviewItem>& items,
                                              const RequestKey& key);

}  // namespace guatu::usecases
