#include "guatu/access/login_delay.hpp"

#include <gtest/gtest.h>

namespace guatu::access {
namespace {

constexpr Failures kNone{};

std::int64_t wait_after(std::int64_t count, std::int64_t later = 0) {
  return seconds_to_wait({count, 1000}, kNone, 1000 + later);
}

TEST(LoginDelay, AFewSlipsAreFree) {
  for (int count = 0; count <= 4; ++count)
    EXPECT_EQ(wait_after(count), 0) << count;
}

TEST(LoginDelay, GrowsByDoublingUpToAQuarterOfAnHour) {
  EXPECT_EQ(wait_after(5), 1);
  EXPECT_EQ(wait_after(6), 2);
  EXPECT_EQ(wait_after(10), 32);
  EXPECT_EQ(wait_after(15), 900);
  EXPECT_EQ(wait_after(1'000'000), 900) << "never for good";
}

TEST(LoginDelay, PassesWithTime) {
  EXPECT_EQ(wait_after(10, 31), 1);
  EXPECT_EQ(wait_after(10, 32), 0);
  EXPECT_EQ(wait_after(10, -500), 32) << "a clock that went back does not lengthen it";
}

TEST(LoginDelay, IsForgottenAfterADay) {
  EXPECT_FALSE(is_forgotten({20, 1000}, 1000 + 86'399));
  EXPECT_TRUE(is_forgotten({20, 1000}, 1000 + 86'400));
  EXPECT_EQ(wait_after(20, 86'400), 0);
}

/// A whole unit may sit behind one address: it waits late and briefly.
TEST(LoginDelay, OfAnAddressIsShort) {
  EXPECT_EQ(seconds_to_wait(kNone, {30, 1000}, 1000), 0);
  EXPECT_EQ(seconds_to_wait(kNone, {31, 1000}, 1000), 1);
  EXPECT_EQ(seconds_to_wait(kNone, {10'000, 1000}, 1000), 30);
}

}  // namespace
}  // namespace guatu::access
