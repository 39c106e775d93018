#pragma once

#include "guatu/campaign/campaign.hpp"

/// When the projects of an invented campaign come to their end: few at first, most in the middle, the threshold of the
/// campaign's first target about reached on its deadline, nearly all by the campaign's end.
namespace guatu::usecases {

class CompletionCurve {
 public:
  explicit CompletionCurve(const campaign::Campaign& campaign);

  /// The day by which `permille` of the projects are finished. Rises with `permille`; the first lie before the campaign,
  /// the last after it.
  [[nodiscard]] Date day_of(int permille) const;

 private:
  Date starts_on_, deadline_, ends_on_;
  int threshold_ = 700;  ///< Permille finished on the deadline.
};

}  // namespace guatu::usecases
