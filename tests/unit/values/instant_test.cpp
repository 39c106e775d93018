#include "guatu/values/instant.hpp"

#include <gtest/gtest.h>

namespace guatu {
namespace {

constexpr std::int64_t kAfternoon = 1676021400;  // 2023-02-10T17:30:00+08:00

TEST(Instant, ReadsEveryOffset) {
  for (const char* text :
       {"2023-02-10T17:30:00+08:00", "2023-02-10T09:30:00Z", "2023-02-10t09:30:00z", "2023-02-10T09:30:00.999Z",
        "2023-02-10T04:00:00-05:30", "2023-02-11T00:30:00+15:00", "2023-02-10T09:30:00-00:00"}) {
    const auto read = parse_rfc3339(text);
    ASSERT_TRUE(read.has_value()) << text;
    EXPECT_EQ(*read, kAfternoon) << text;
  }
}

TEST(Instant, RefusesWhatIsNoInstant) {
  for (const char* text :
       {"", "2023-02-10", "2023-02-10T17:30:00", "2023-02-10 17:30:00+08:00", "2023-02-10T24:00:00Z",
        "2023-02-10T17:60:00Z", "2023-02-10T17:30:60Z", "2023-02-10T17:30:00+0800", "2023-02-10T17:30:00+8:00",
        "2023-02-10T17:30:00.Z", "2023-02-10T17:30:00Zx", "2023-02-10T17-30-00Z", "2023-02-10T17:30:00+24:00"}) {
    const auto read = parse_rfc3339(text);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_EQ(read.error(),
              make_error(ErrorKind::InvalidInput, text, "时刻应写成 2023-02-10T17:30:00+08:00 的样式，请改正。",
                         "An instant is written like 2023-02-10T17:30:00+08:00; correct it."));
  }
  EXPECT_EQ(parse_rfc3339("2023-02-30T17:30:00Z").error(), make_date(2023, 2, 30).error());
}

TEST(Instant, IsShownInShanghai) {
  EXPECT_EQ(format_rfc3339(kAfternoon), "2023-02-10T17:30:00+08:00");
  EXPECT_EQ(format_rfc3339(0), "1970-01-01T08:00:00+08:00");
  EXPECT_EQ(format_rfc3339(-8 * 3600 - 1), "1969-12-31T23:59:59+08:00");
}

TEST(Instant, TheDayChangesAtMidnightInShanghai) {
  const Date day = Date::of(2022, 11, 30);
  const std::int64_t last = last_second_of(day);
  EXPECT_EQ(format_rfc3339(last), "2022-11-30T23:59:59+08:00");
  EXPECT_EQ(shanghai_day(last), day);
  EXPECT_EQ(shanghai_day(last + 1), day + 1);
  EXPECT_EQ(shanghai_day(last - 86399), day);
  EXPECT_EQ(shanghai_day(last - 86400), day - 1);
}

}  // namespace
}  // namespace guatu
