#include "guatu/ports/digest.hpp"

#include <gtest/gtest.h>

#include "guatu/ports/system.hpp"

namespace guatu::ports {
namespace {

TEST(Sm3, MatchesTheVectorsOfTheStandard) {
  std::string sixty_four;
  for (int i = 0; i < 16; ++i)
    sixty_four += "abcd";
  EXPECT_EQ(sm3_hex("abc"), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  EXPECT_EQ(sm3_hex(sixty_four), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
  EXPECT_EQ(sm3_hex(""), "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
}

TEST(SystemEntropy, GivesAsManyBytesAsAskedAndOthersEachTime) {
  SystemEntropy entropy;
  EXPECT_TRUE(entropy.random_bytes(0).empty());
  const auto bytes = entropy.random_bytes(32);
  EXPECT_EQ(bytes.size(), 32U);
  EXPECT_NE(bytes, entropy.random_bytes(32));
}

TEST(SystemClock, GoesOnFromWhenThisWasWritten) {
  EXPECT_GT(SystemClock{}.now(), 1'700'000'000);
}

}  // namespace
}  // namespace guatu::ports
