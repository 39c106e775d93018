#include "guatu/campaign/campaign.hpp"

#include <gtest/gtest.h>

#include "tests/support/campaign_builder.hpp"

/// Finding units and kinds, with and without an index; names by day; words of levels, tracks and capacities.
namespace guatu::campaign {
namespace {

using testing::small_campaign;

Campaign indexed() {
  auto campaign = small_campaign();
  campaign.units[0].aliases = {"北区人民政府", "ＢＱ"};
  campaign.kinds[0].aliases = {"项目（立项）"};
  campaign.index();
  return campaign;
}

class Finding : public ::testing::TestWithParam<bool> {
 protected:
  Campaign campaign() const {
    auto made = indexed();
    if (GetParam()) return made;
    auto scanned = small_campaign();
    scanned.units = made.units;
    scanned.kinds = made.kinds;
    return scanned;
  }
};
INSTANTIATE_TEST_SUITE_P(WithAndWithoutIndex, Finding, ::testing::Bool());

TEST_P(Finding, UnitsByAnySpelling) {
  const auto campaign = this->campaign();
  for (const auto* name : {"north", "NORTH", "北区", " 北 区\n", "北区人民政府", "bq", "ＢＱ"}) {
    const auto* unit = campaign.find_unit_by_name(name);
    ASSERT_NE(unit, nullptr) << name;
    EXPECT_EQ(unit->code.text(), "north");
  }
  for (const auto* name : {"", " ", "北", "东区"})
    EXPECT_EQ(campaign.find_unit_by_name(name), nullptr) << name;
}

TEST_P(Finding, KindsByAnySpelling) {
  const auto campaign = this->campaign();
  for (const auto* name : {"approval", "立项", "项目(立项)", "项目【立项】"}) {
    const auto* kind = campaign.find_kind_by_name(name);
    ASSERT_NE(kind, nullptr) << name;
    EXPECT_EQ(kind->code.text(), "approval");
  }
  EXPECT_EQ(campaign.find_kind_by_name("项目"), nullptr);
  EXPECT_EQ(campaign.find_kind_by_name(""), nullptr);
}

TEST_P(Finding, ByCodeExactly) {
  const auto campaign = this->campaign();
  EXPECT_EQ(campaign.find_unit(UnitCode{"farm"})->name_on(campaign.starts_on).name.zh, "农牧局");
  EXPECT_EQ(campaign.find_unit(UnitCode{"FARM"}), nullptr);
  EXPECT_EQ(campaign.find_unit(UnitCode{}), nullptr);
  EXPECT_EQ(campaign.find_kind(KindCode{"works"})->name.zh, "施工许可");
  EXPECT_EQ(campaign.find_kind(KindCode{"work"}), nullptr);
}

TEST(Indexed, SurvivesCopyingAndMoving) {
  auto original = indexed();
  const auto copy = original;
  const auto* unit = copy.find_unit_by_name("南区");
  ASSERT_NE(unit, nullptr);
  EXPECT_EQ(unit, &copy.units[1]);
  const auto moved = std::move(original);
  EXPECT_EQ(moved.find_unit_by_name("南区"), &moved.units[1]);
}

TEST(Indexed, AgainKnowsWhatWasAdded) {
  auto campaign = indexed();
  campaign.units.push_back(testing::make_unit("east", "东区", {Capacity::District}));
  EXPECT_EQ(campaign.find_unit(UnitCode{"east"}), &campaign.units.back());
  campaign.index();
  EXPECT_EQ(campaign.find_unit_by_name("东区"), &campaign.units.back());
}

TEST(KindsOn, AreThoseInForce) {
  auto campaign = small_campaign();
  campaign.kinds[1].valid_from = Date::of(2023, 1, 10);
  campaign.kinds[1].valid_until = Date::of(2023, 1, 20);
  const auto count = [&](unsigned day) { return campaign.kinds_on(Date::of(2023, 1, day)).size(); };
  EXPECT_EQ(count(9), 2U);
  EXPECT_EQ(count(10), 3U);
  EXPECT_EQ(count(20), 3U);
  EXPECT_EQ(count(21), 2U);
}

TEST(UnitName, IsTheOneOfTheDay) {
  auto unit = testing::make_unit("water", "水利局", {});
  unit.names.push_back({Date::of(2023, 1, 1), {"水务局", "Water"}, "水务"});
  unit.names.push_back({Date::of(2023, 2, 1), {"水务中心", "Water Centre"}, "水务"});
  EXPECT_EQ(unit.name_on(Date::of(2022, 12, 31)).name.zh, "水利局");
  EXPECT_EQ(unit.name_on(Date::of(2023, 1, 1)).name.zh, "水务局");
  EXPECT_EQ(unit.name_on(Date::of(2023, 1, 31)).name.zh, "水务局");
  EXPECT_EQ(unit.name_on(Date::of(2023, 2, 1)).name.zh, "水务中心");
}

TEST(Words, OfAuthoritiesTracksAndCapacities) {
  for (const auto authority : {Authority::State, Authority::Region, Authority::City, Authority::County})
    EXPECT_EQ(find_authority(authority_name(authority)), authority);
  EXPECT_EQ(authority_name(Authority::Region), "region");
  EXPECT_EQ(authority_words(Authority::County).zh, "县级");
  EXPECT_EQ(find_authority("province"), std::nullopt);
  EXPECT_TRUE(decides_above_city(Authority::State) && decides_above_city(Authority::Region));
  EXPECT_FALSE(decides_above_city(Authority::City) || decides_above_city(Authority::County) || decides_above_city({}));
  for (const auto track : {Track::Approval, Track::Sanction, Track::Filing})
    EXPECT_EQ(find_track(track_name(track)), track);
  EXPECT_EQ(find_track("审批"), std::nullopt);
  for (const auto capacity : {Capacity::District, Capacity::Sponsor, Capacity::Approver, Capacity::Office,
                              Capacity::Supervision, Capacity::Publicity, Capacity::Member})
    EXPECT_EQ(find_capacity(capacity_name(capacity)), capacity);
  EXPECT_EQ(find_capacity("mayor"), std::nullopt);
}

}  // namespace
}  // namespace guatu::campaign
