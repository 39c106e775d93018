#include "guatu/cli/text_table.hpp"

#include <gtest/gtest.h>

namespace guatu::cli {
namespace {

using enum ColumnSide;
using Lines = std::vector<std::string>;

TEST(TextTable, ChineseIsAsWideAsTwoDigits) {
  EXPECT_EQ(text_table({{"单位", "办结率"}, {"红山区", "42.1%"}, {"a", "—"}}, {Left, Right}),
            (Lines{"  单位    办结率", "  红山区   42.1%", "  a           —"}));
}

TEST(TextTable, NoLineEndsInSpaces) {
  EXPECT_EQ(text_table({{"a", "末位"}, {"bb", ""}}, {Left, Left}), (Lines{"  a   末位", "  bb"}));
  EXPECT_TRUE(text_table({}, {Left}).empty());
}

}  // namespace
}  // namespace guatu::cli
