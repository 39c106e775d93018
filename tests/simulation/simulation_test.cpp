#include <gtest/gtest.h>

#include "tests/simulation/simulate.hpp"
#include "tests/support/paths.hpp"

// A few campaigns, with sanitizers. Many more: the program `simulate`.
namespace guatu::simulation {
namespace {

void expect_sound(const Play& wanted) {
  const auto outcome = play(wanted);
  EXPECT_FALSE(outcome.failure) << failure_text(wanted, *outcome.failure);
  EXPECT_GT(outcome.steps, 20);
}

Play core(std::uint64_t seed) {
  Play wanted;
  wanted.seed = seed;
  return wanted;
}

TEST(Simulation, CampaignsInMemoryHold) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    auto wanted = core(seed);
    wanted.projects = 6;
    expect_sound(wanted);
  }
}

TEST(Simulation, CampaignsOnAFileHold) {
  for (std::uint64_t seed = 1; seed <= 2; ++seed) {
    auto wanted = core(seed);
    wanted.engine = Engine::Sqlite;
    wanted.projects = 8;
    wanted.depth = Depth::Full;
    wanted.program = GUATU_BINARY;
    expect_sound(wanted);
  }
}

TEST(Simulation, ACampaignOnAServerHolds) {
  auto wanted = core(3);
  wanted.engine = Engine::Postgres;
  wanted.projects = 6;
  wanted.depth = Depth::Full;
  wanted.program = GUATU_BINARY;
  expect_sound(wanted);
}

TEST(Simulation, SeedsThatFailedOnceHold) {
  for (const auto seed : read_seeds(std::string(GUATU_SOURCE_DIR) + "/tests/simulation/seeds.txt"))
    expect_sound(core(seed));
}

/// One seed is one campaign, wherever and however often it is played.
TEST(Simulation, ASeedIsPlayedTheSameAgain) {
  const auto once = play(core(7));
  const auto again = play(core(7));
  EXPECT_EQ(once.steps, again.steps);
  EXPECT_EQ(once.head, again.head);
}

}  // namespace
}  // namespace guatu::simulation
