#include "guatu/calendar/dekad.hpp"

#include <gtest/gtest.h>

namespace guatu {
namespace {

TEST(Dekad, StartsOnTheFirstEleventhAndTwentyFirst) {
  struct {
    Date day;
    const char* dekad;
  } const cases[] = {
      {Date::of(2022, 12, 1), "2022-12-D1"},  {Date::of(2022, 12, 10), "2022-12-D1"},
      {Date::of(2022, 12, 11), "2022-12-D2"}, {Date::of(2022, 12, 20), "2022-12-D2"},
      {Date::of(2022, 12, 21), "2022-12-D3"}, {Date::of(2022, 12, 31), "2022-12-D3"},
      {Date::of(2023, 2, 28), "2023-02-D3"},  {Date::of(2024, 2, 29), "2024-02-D3"},
  };
  for (const auto& [day, dekad] : cases)
    EXPECT_EQ(format_dekad(dekad_of(day)), dekad);
}

TEST(Dekad, EndsAtTheEndOfTheMonth) {
  EXPECT_EQ((Dekad{2022, 12, 1}.last_day()), Date::of(2022, 12, 10));
  EXPECT_EQ((Dekad{2022, 12, 2}.first_day()), Date::of(2022, 12, 11));
  EXPECT_EQ((Dekad{2022, 11, 3}.last_day()), Date::of(2022, 11, 30));
  EXPECT_EQ((Dekad{2022, 12, 3}.last_day()), Date::of(2022, 12, 31));
  EXPECT_EQ((Dekad{2023, 2, 3}.last_day()), Date::of(2023, 2, 28));
  EXPECT_EQ((Dekad{2024, 2, 3}.last_day()), Date::of(2024, 2, 29));
}

TEST(Dekad, CrossesMonthsAndYears) {
  EXPECT_EQ((Dekad{2022, 12, 3}.next()), (Dekad{2023, 1, 1}));
  EXPECT_EQ((Dekad{2023, 1, 1}.previous()), (Dekad{2022, 12, 3}));
  EXPECT_EQ((Dekad{2022, 12, 1}.next()), (Dekad{2022, 12, 2}));
  EXPECT_LT((Dekad{2022, 12, 3}), (Dekad{2023, 1, 1}));
}

TEST(Dekad, TheLatestEndedIsTheOneBefore) {
  EXPECT_EQ(last_ended_before(Date::of(2022, 12, 10)), (Dekad{2022, 11, 3}));
  EXPECT_EQ(last_ended_before(Date::of(2022, 12, 11)), (Dekad{2022, 12, 1}));
  EXPECT_EQ(last_ended_before(Date::of(2023, 1, 1)), (Dekad{2022, 12, 3}));
}

TEST(Dekad, HasNamesForPeople) {
  EXPECT_EQ(dekad_name_zh({2022, 12, 1}), "2022年12月上旬");
  EXPECT_EQ(dekad_name_zh({2023, 1, 2}), "2023年1月中旬");
  EXPECT_EQ(dekad_name_zh({2023, 2, 3}), "2023年2月下旬");
  EXPECT_EQ(dekad_name_en({2022, 12, 1}), "1–10 December 2022");
  EXPECT_EQ(dekad_name_en({2023, 2, 3}), "21–28 February 2023");
}

TEST(Dekad, IsReadInOneForm) {
  EXPECT_EQ(parse_dekad("2022-12-D1").value(), (Dekad{2022, 12, 1}));
  EXPECT_EQ(parse_dekad("2023-02-D3").value(), (Dekad{2023, 2, 3}));
  for (const char* text : {"", "2022-12-D0", "2022-12-D4", "2022-13-D1", "2022-00-D1", "2022-12-d1", "2022-12-D1 ",
                           "2022-1-D1", "2022/12-D1", "1899-12-D1", "2022-12-01"}) {
    const auto read = parse_dekad(text);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_EQ(read.error(), make_error(ErrorKind::InvalidInput, text,
                                       "旬应写成 2022-12-D1 的样式（D1 上旬、D2 中旬、D3 下旬），请改正。",
                                       "A dekad is written like 2022-12-D1 (D1, D2 or D3); correct it."));
  }
}

}  // namespace
}  // namespace guatu
