#include "guatu/base/hex.hpp"

#include <gtest/gtest.h>

namespace guatu {
namespace {

TEST(Hex, EveryByteComesBack) {
  std::string bytes;
  for (int value = 0; value < 256; ++value)
    bytes.push_back(static_cast<char>(value));
  const auto hex = to_hex(bytes);
  EXPECT_EQ(hex.substr(0, 8), "00010203");
  EXPECT_EQ(hex.substr(hex.size() - 4), "feff");
  EXPECT_EQ(from_hex(hex), bytes);
  EXPECT_EQ(to_hex(""), "");
  EXPECT_EQ(from_hex(""), "");
}

TEST(Hex, OtherTextIsNone) {
  for (const auto* text : {"0", "0g", "FF", "0x", " 0"})
    EXPECT_EQ(from_hex(text), std::nullopt) << text;
}

}  // namespace
}  // namespace guatu
