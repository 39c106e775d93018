#pragma once

#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/usecases/sample/mess/house_style.hpp"

namespace guatu::usecases::mess {

/// A clerk at work on one return.
struct Hand {
  const campaign::Campaign& campaign;
  const HouseStyle& style;
  RandomSource& random;
  Date report_day;

  [[nodiscard]] bool spells() const { return style.level >= Level::Spellings; }
  /// Whether the next cell becomes one that nobody can know: seven in a thousand.
  [[nodiscard]] bool slips() const { return style.level >= Level::Traps && random.below(1000) < 7; }
  [[nodiscard]] bool off_habit() const { return random.chance(kOutOfHabit); }

  /// The clerk's usual choice, now and then another one.
  template <typename T>
  [[nodiscard]] const T& usual(const std::vector<T>& choices, int habit) const {
    if (off_habit()) return random.one_of(choices);
    return choices[static_cast<std::size_t>(habit) % choices.size()];
  }
};

}  // namespace guatu::usecases::mess
