#include "guatu/intake/header_match.hpp"

#include <gtest/gtest.h>

#include "tests/support/campaign_builder.hpp"

// Source of the spellings: contract 4; domain 1.2.
namespace guatu::intake {
namespace {

TEST(HeaderMatch, ProjectColumns) {
  struct {
    Field field;
    std::vector<const char*> headers;
  } const cases[] = {
      {Field::Serial, {"序号", "编号", "项目序号"}},
      {Field::Code, {"项目代码", "投资项目统一代码", "项目编码", "在线平台代码", "投资项目在线审批监管平台项目代码"}},
      {Field::Name, {"项目名称", "工程名称", "建设项目名称", "项目\n名称", "项 目 名 称"}},
      {Field::District, {"所属地区", "旗县区", "属地", "所在旗县区", "项目所在地"}},
      {Field::Responsible, {"责任单位", "责任主体"}},
      {Field::Industry, {"行业主管部门", "项目主管部门", "主管部门"}},
      {Field::Owner, {"建设单位", "项目单位", "项目业主", "项目法人", "建设（业主）单位"}},
      {Field::CreditCode, {"统一社会信用代码", "信用代码"}},
      {Field::Sector, {"行业领域", "所属行业", "项目类别"}},
      {Field::TrackWord, {"立项方式"}},
      {Field::Content, {"建设内容及规模", "主要建设内容"}},
      {Field::TotalInvestment, {"总投资（亿元）", "总投资", "计划总投资", "估算总投资(万元)"}},
      {Field::YearPlan, {"2023年计划完成投资（亿元）", "年度计划投资", "2023年计划投资", "年度投资计划"}},
      {Field::PlannedStart, {"计划开工时间", "拟开工时间", "预计开工时间"}},
      {Field::Leader, {"包联领导", "包抓领导"}},
      {Field::Contact, {"责任人", "联系人", "项目负责人"}},
      {Field::Phone, {"联系电话"}},
      {Field::Progress, {"目前进展情况", "当前进展", "项目当前进展情况"}},
      {Field::Problems, {"存在问题", "存在的问题", "难点堵点", "主要问题"}},
      {Field::Measures, {"下一步措施", "下步打算", "工作计划"}},
      {Field::Note, {"备注", "说明"}},
  };
  for (const auto& [field, headers] : cases)
    for (const auto* header : headers)
      EXPECT_EQ(find_project_field(header), field) << header;
  EXPECT_EQ(find_project_field("今日菜单"), std::nullopt);
}

TEST(HeaderMatch, ColumnsOfAProcedure) {
  struct {
    Field field;
    std::vector<const char*> headers;
  } const cases[] = {
      {Field::Involved, {"是否涉及", "是否需要办理", "是否办理"}},
      {Field::AuthorityLevel, {"审批层级", "办理层级", "审批权限"}},
      {Field::Approver, {"审批机关", "审批部门", "办理部门"}},
      {Field::State, {"状态", "办理状态", "办理情况", "进度"}},
      {Field::FinishedAnswer, {"是否办结"}},
      {Field::Planned, {"计划办结时间", "办结时限", "拟办结时间", "预计办结时间", "时间节点"}},
      {Field::Submitted, {"申报时间"}},
      {Field::Accepted, {"受理时间"}},
      {Field::HandedUp, {"上报时间"}},
      {Field::Sent, {"报送时间"}},
      {Field::Finished, {"办结时间", "批复时间", "取得时间"}},
      {Field::DocumentNumber, {"批复文号", "文号", "证号", "许可证号"}},
  };
  for (const auto& [field, headers] : cases)
    for (const auto* header : headers)
      EXPECT_EQ(find_part_field(header), field) << header;
}

TEST(HeaderMatch, KindsByNameAliasAndSeveralAtOnce) {
  auto campaign = testing::small_campaign();
  campaign.kinds[1].aliases = {"用地手续", "土地手续"};
  EXPECT_EQ(find_kinds("用地", campaign), (std::vector{KindCode{"land"}}));
  EXPECT_EQ(find_kinds("土地手续", campaign), (std::vector{KindCode{"land"}}));
  EXPECT_EQ(find_kinds("立项、用地", campaign), (std::vector{KindCode{"approval"}, KindCode{"land"}}));
  EXPECT_TRUE(find_kinds("天气", campaign).empty());
}

TEST(HeaderMatch, AKindAndItsColumnInOneText) {
  const auto campaign = testing::small_campaign();
  const auto found = find_kind_field("施工许可办结时间", campaign);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->kinds.front(), KindCode{"works"});
  EXPECT_EQ(found->field, Field::Finished);
}

TEST(HeaderMatch, SeveralKindsAndTheirColumnInOneText) {
  const auto campaign = testing::small_campaign();
  for (const auto* header : {"立项、用地办结时间", "立项/用地-办结时间"}) {
    const auto found = find_kind_field(header, campaign);
    ASSERT_TRUE(found.has_value()) << header;
    EXPECT_EQ(found->kinds, (std::vector{KindCode{"approval"}, KindCode{"land"}})) << header;
    EXPECT_EQ(found->field, Field::Finished) << header;
  }
}

TEST(HeaderMatch, TheYearInAHeader) {
  EXPECT_EQ(find_header_year("2023年计划完成投资（亿元）"), 2023);
  EXPECT_EQ(find_header_year("年度计划投资"), std::nullopt);
}

}  // namespace
}  // namespace guatu::intake
