#include "tests/unit/campaign/small_files.hpp"

/// The catalogue of campaigns/chifeng-2023: spellings, limits in their law's unit, predecessors on each track.
namespace guatu::campaign {
namespace {

const Campaign& chifeng() {
  static const Campaign kCampaign = testing::load_shipped("chifeng-2023").campaign;
  return kCampaign;
}

TEST(Catalogue, KnowsTheSpellingsOfReturns) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> rows{
      {"approval",
       {"立项", "立项(审批/核准/备案)", "立项（审批／核准／备案）", "立项批复", "项目备案", "核准", "可研批复", "可研",
        "备案证", "项目审批"}},
      {"land_review",
       {"用地预审与选址意见书", "用地预审", "预审", "土地预审", "规划选址", "选址意见书", "用地预审和规划选址",
        "选址预审"}},
      {"construction_land",
       {"新增建设用地", "建设用地审批", "用地报批", "农转用", "农用地转用", "土地征收", "土地手续", "用地批复",
        "用地手续", "征地"}},
      {"energy", {"节能审查", "能评", "节能", "节能评估", "节能批复", "节能审查和碳排放评价"}},
      {"forest", {"林地", "林地征占", "征占用林地", "使用林地", "林地手续", "林地审核同意书"}},
      {"grassland", {"草地", "草原", "草原征占用", "征占用草原", "草地征占", "草原手续"}},
      {"environment", {"环评", "环境影响评价", "环评批复", "环境影响评价文件", "环保手续", "环境影响报告书(表)"}},
      {"water", {"取水许可", "取水", "水资源论证", "取水审批", "取水许可证"}},
      {"construction", {"施工许可", "施工许可证", "施工证", "开工许可", "开工报告"}}};
  for (const auto& [code, spellings] : rows)
    for (const auto& spelling : spellings) {
      const auto* kind = chifeng().find_kind_by_name(spelling);
      ASSERT_NE(kind, nullptr) << spelling;
      EXPECT_EQ(kind->code.text(), code) << spelling;
    }
}

TEST(Catalogue, SplitsAMergedColumn) {
  for (const auto* spelling : {"林草手续", "用林用草", " 林草 手续"}) {
    EXPECT_EQ(chifeng().find_kind_by_name(spelling), nullptr);
    const auto kinds = chifeng().find_kinds_by_name(spelling);
    ASSERT_EQ(kinds.size(), 2U) << spelling;
    EXPECT_EQ(kinds[0]->code.text(), "forest");
    EXPECT_EQ(kinds[1]->code.text(), "grassland");
  }
  EXPECT_EQ(chifeng().find_kinds_by_name("环评").size(), 1U);
  EXPECT_TRUE(chifeng().find_kinds_by_name("验收").empty());
  EXPECT_TRUE(chifeng().find_kinds_by_name("").empty());
}

TEST(Catalogue, CountsLimitsInTheirLawsUnit) {
  struct Row {
    const char *kind, *variant;
    int days;
    DayUnit unit;
    bool unverified;
  };
  const auto working = DayUnit::WorkingDay;
  const auto calendar = DayUnit::CalendarDay;
  const std::vector<Row> rows{{"approval", "审批", 20, working, true},
                              {"approval", "核准", 20, working, true},
                              {"approval", "备案", 0, working, false},
                              {"land_review", "一般", 20, calendar, true},
                              {"construction_land", "一般", 20, working, true},
                              {"energy", "一般", 20, working, true},
                              {"forest", "永久使用林地", 20, working, true},
                              {"forest", "临时使用林地", 20, working, true},
                              {"grassland", "永久征占用草原", 20, working, false},
                              {"grassland", "临时占用草原", 20, working, true},
                              {"environment", "报告书", 60, calendar, false},
                              {"environment", "报告表", 30, calendar, false},
                              {"environment", "登记表", 0, calendar, false},
                              {"water", "一般", 45, working, true},
                              {"construction", "一般", 7, calendar, false}};
  std::size_t at = 0;
  for (const auto& kind : chifeng().kinds)
    for (const auto& variant : kind.variants) {
      ASSERT_LT(at, rows.size());
      const auto& row = rows[at++];
      EXPECT_EQ(kind.code.text(), row.kind);
      EXPECT_EQ(variant.name.zh, row.variant);
      EXPECT_EQ(variant.legal_limit, (DayLimit{row.days, row.unit})) << row.kind << " " << row.variant;
      EXPECT_EQ(variant.unverified, row.unverified) << row.kind << " " << row.variant;
      EXPECT_FALSE(variant.source.empty());
    }
  EXPECT_EQ(at, rows.size());
}

/// "approval:law land_review:material" on a track, without edges of practice unless asked for.
std::string edges(const char* code, Track track, bool practice) {
  std::string text;
  for (const auto& edge : chifeng().find_kind(KindCode{code})->predecessors) {
    const bool binds = edge.tracks.empty() || std::ranges::find(edge.tracks, track) != edge.tracks.end();
    if (!binds || (edge.edge == EdgeKind::Practice && !practice)) continue;
    text += (text.empty() ? "" : " ") + edge.kind.text();
  }
  return text;
}

TEST(Catalogue, KnowsWhatComesFirstOnEachTrack) {  // domain 2.3
  struct Row {
    const char *kind, *approval, *sanction, *filing, *by_practice;
  };
  const std::vector<Row> rows{
      {"approval", "land_review energy", "land_review", "", ""},
      {"land_review", "", "", "approval", "approval"},
      {"construction_land", "approval land_review forest grassland", "approval land_review forest grassland",
       "approval land_review forest grassland", "approval land_review forest grassland"},
      {"energy", "", "", "", ""},
      {"forest", "approval", "approval", "approval", "approval land_review"},
      {"grassland", "approval", "approval", "approval", "approval"},
      {"environment", "", "", "", ""},
      {"water", "", "", "approval", "approval"},
      {"construction", "construction_land", "construction_land", "construction_land",
       "construction_land environment energy"}};
  for (const auto& row : rows) {
    EXPECT_EQ(edges(row.kind, Track::Approval, false), row.approval) << row.kind;
    EXPECT_EQ(edges(row.kind, Track::Sanction, false), row.sanction) << row.kind;
    EXPECT_EQ(edges(row.kind, Track::Filing, false), row.filing) << row.kind;
    EXPECT_EQ(edges(row.kind, Track::Filing, true), row.by_practice) << row.kind;
  }
  for (const auto& kind : chifeng().kinds)
    for (const auto& edge : kind.predecessors)
      EXPECT_FALSE(edge.source.empty()) << kind.code.text();
}

TEST(Catalogue, KnowsDistrictsByTheirShortNames) {  // domain 3.2
  const std::vector<std::pair<std::string, std::string>> rows{
      {"阿旗", "150421"},       {"左旗", "150422"},        {"右旗", "150423"}, {"克旗", "150425"},
      {"翁旗", "150426"},       {"喀旗", "150428"},        {"敖汉", "150430"}, {"高新区", "1504GX"},
      {"赤峰高新区", "1504GX"}, {"１５０４２１", "150421"}};
  for (const auto& [name, code] : rows) {
    const auto* unit = chifeng().find_unit_by_name(name);
    ASSERT_NE(unit, nullptr) << name;
    EXPECT_EQ(unit->code.text(), code);
  }
}

}  // namespace
}  // namespace guatu::campaign
