#pragma once

#include "guatu/ports/store.hpp"

#include "tests/support/fixed_clock.hpp"
#include "tests/support/seeded_entropy.hpp"

/// Commits to write in tests.
namespace guatu::test {

inline constexpr ports::EpochSeconds kMorning = 1'668'992'400;  // 2022-11-21T09:00:00+08:00

class JournalSamples {
 public:
  /// "import" by the office, `records` about parts P1, P2 …, one minute after the one before.
  [[nodiscard]] ports::Commit commit(const std::vector<ports::Record>& records);
  /// The same with one blob and one personal value of its own, so that every table has rows of it.
  [[nodiscard]] ports::Commit full_commit(int number, int record_count);
  [[nodiscard]] ports::PersonalValue personal(const std::string& value);

  FixedClock clock{kMorning};
  SeededEntropy entropy{20221121};
};

[[nodiscard]] ports::Blob make_blob(const std::string& bytes);

}  // namespace guatu::test
