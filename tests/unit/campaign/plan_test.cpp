#include "tests/unit/campaign/small_files.hpp"

/// campaigns/chifeng-2023 against the Plan, clause by clause.
namespace guatu::campaign {
namespace {

const Campaign& plan() {
  static const Campaign kCampaign = testing::load_shipped("chifeng-2023").campaign;
  return kCampaign;
}

Date day(int year, unsigned month, unsigned of_month) {
  return Date::of(year, month, of_month);
}

TEST(Plan, NamesTheCampaign) {
  EXPECT_EQ(plan().id, "chifeng-2023");
  EXPECT_EQ(plan().title.zh, "赤峰市2023年新建重点项目前期手续办理集中攻坚");
  EXPECT_EQ(plan().starts_on, day(2022, 11, 15));
  EXPECT_EQ(plan().ends_on, day(2023, 3, 31));
  EXPECT_EQ(plan().first_dekad, (Dekad{2022, 11, 3}));  // Plan 3.3: from 30 November on.
  EXPECT_EQ(plan().paper.office_name, "赤峰市重点项目前期手续办理集中攻坚指挥部办公室");
  EXPECT_EQ(plan().paper.place, "赤峰市");
}

TEST(Plan, HasThreeStages) {  // Plan 4.1–4.3
  struct Row {
    const char *id, *zh;
    Date first, last;
    const char* clause;
  };
  const std::vector<Row> rows{{"prepare", "筹备梳理阶段", day(2022, 11, 15), day(2022, 11, 20), "Plan 4.1"},
                              {"concentrate", "集中办理阶段", day(2022, 11, 20), day(2023, 2, 28), "Plan 4.2"},
                              {"clear", "清零总结阶段", day(2023, 3, 1), day(2023, 3, 30), "Plan 4.3"}};
  ASSERT_EQ(plan().stages.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& stage = plan().stages[i];
    EXPECT_EQ(stage.id, rows[i].id);
    EXPECT_EQ(stage.name.zh, rows[i].zh);
    EXPECT_EQ(stage.first, rows[i].first) << rows[i].id;
    EXPECT_EQ(stage.last, rows[i].last) << rows[i].id;
    EXPECT_EQ(stage.clause, rows[i].clause);
  }
}

TEST(Plan, HasThreeTargets) {  // Plan 1; rules 4
  ASSERT_EQ(plan().targets.size(), 3U);
  struct Row {
    const char* id;
    Measure measure;
    AuthorityScope scope;
    Ratio threshold;
    Date deadline;
  };
  const std::vector<Row> rows{
      {"t1", Measure::ProjectsFinished, AuthorityScope::All, {70, 100}, day(2023, 2, 28)},
      {"t2", Measure::ProceduresFinished, AuthorityScope::CityAndCounty, {1, 1}, day(2023, 3, 31)},
      {"t3", Measure::ProceduresHandedUp, AuthorityScope::RegionAndState, {1, 1}, day(2023, 3, 31)}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& target = plan().targets[i];
    EXPECT_EQ(target.id, rows[i].id);
    EXPECT_EQ(target.measure, rows[i].measure) << rows[i].id;
    EXPECT_EQ(target.scope, rows[i].scope) << rows[i].id;
    EXPECT_EQ(target.threshold, rows[i].threshold) << rows[i].id;
    EXPECT_EQ(target.deadline, rows[i].deadline) << rows[i].id;
    EXPECT_EQ(target.clause, "Plan 1");
  }
  EXPECT_EQ(plan().thresholds(), (std::vector<Ratio>{{70, 100}, {1, 1}, {1, 1}}));
}

TEST(Plan, SaysWhenReturnsAreDue) {  // Plan 3.3, 4.1; rules 6
  std::vector<std::pair<std::string, Date>> due;
  for (const auto& date : plan().due_dates)
    due.emplace_back(date.id, date.on);
  EXPECT_EQ(due,
            (std::vector<std::pair<std::string, Date>>{
                {"table2", day(2022, 11, 20)}, {"first_return", day(2022, 11, 30)}, {"table3", day(2022, 12, 15)}}));
  EXPECT_EQ(plan().policy.due_shift, ShiftPolicy::Keep);
}

TEST(Plan, AssessesAtTwoQuarterEnds) {  // Plan 2.4
  EXPECT_EQ(plan().assessment_cuts, (std::vector{day(2022, 12, 31), day(2023, 3, 31)}));
  EXPECT_TRUE(plan().is_assessment_cut(day(2022, 12, 31)));
  EXPECT_FALSE(plan().is_assessment_cut(day(2022, 12, 30)));
  EXPECT_FALSE(plan().is_assessment_cut(day(2023, 1, 1)));
}

TEST(Plan, RanksThreeLeagues) {  // Plan 2.4; rules 5
  ASSERT_EQ(plan().leagues.size(), 3U);
  struct Row {
    const char* id;
    Capacity ranked;
    LeagueUnit counts;
    int bottom;
    std::size_t members;
  };
  const std::vector<Row> rows{{"district", Capacity::District, LeagueUnit::Project, 3, 13},
                              {"sponsor", Capacity::Sponsor, LeagueUnit::Project, 2, 13},
                              {"approver", Capacity::Approver, LeagueUnit::ProcedurePart, 2, 6}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& league = plan().leagues[i];
    EXPECT_EQ(league.id, rows[i].id);
    EXPECT_EQ(league.ranked, rows[i].ranked);
    EXPECT_EQ(league.counts, rows[i].counts);
    EXPECT_EQ(league.bottom, rows[i].bottom) << rows[i].id;
    EXPECT_EQ(league.guard, Guard::None);
    EXPECT_EQ(league.sponsor_counts, SponsorCounts::Own);
    EXPECT_EQ(league.approver_scope, ApproverScope::Line);
    EXPECT_EQ(league.clause, "Plan 2.4");
    EXPECT_EQ(std::ranges::count_if(plan().units, [&](const Unit& unit) { return unit.has(rows[i].ranked); }),
              static_cast<std::ptrdiff_t>(rows[i].members));
  }
}

TEST(Plan, LeavesTheRestToDefaultPolicies) {  // rules 2, 4, 7, 8, 10
  const auto& policy = plan().policy;
  EXPECT_EQ(policy.completion, Completion::Claimed);
  EXPECT_EQ(policy.ranking, RankingMeasure::Finished);
  EXPECT_FALSE(policy.practice_edges);
  EXPECT_EQ(policy.yellow_days, 5);
  EXPECT_EQ(policy.yellow_slack, 5);
  EXPECT_EQ(policy.problem_text_limit, 100);
}

TEST(Plan, SharesTheNineProceduresOut) {  // Plan 1, 2.2, 3.1
  struct Row {
    const char *code, *zh, *line, *deputy;
  };
  const std::vector<Row> rows{{"approval", "立项", "fgw", "陈景华"},
                              {"land_review", "用地预审和规划选址意见书", "zrzyj", "孟晓冰"},
                              {"construction_land", "新增建设用地审批", "zrzyj", "孟晓冰"},
                              {"energy", "节能审查", "fgw", "陈景华"},
                              {"forest", "林地征占", "lcj", "杨牧"},
                              {"grassland", "草地征占", "lcj", "杨牧"},
                              {"environment", "环境影响评价", "sthjj", "赵志刚"},
                              {"water", "取水许可", "slj", "杨牧"},
                              {"construction", "施工许可", "zjj", "孟晓冰"}};
  ASSERT_EQ(plan().kinds.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& kind = plan().kinds[i];
    EXPECT_EQ(kind.code.text(), rows[i].code);
    EXPECT_EQ(kind.name.zh, rows[i].zh);
    EXPECT_EQ(kind.line.text(), rows[i].line) << rows[i].code;
    const auto deputy = std::ranges::find(plan().roster, kind.leading_deputy, &Post::code);
    ASSERT_NE(deputy, plan().roster.end()) << rows[i].code;
    EXPECT_EQ(deputy->person, rows[i].deputy) << rows[i].code;
    EXPECT_FALSE(kind.papers.empty()) << rows[i].code;
    EXPECT_FALSE(kind.name.en.empty()) << rows[i].code;
  }
  EXPECT_EQ(plan().kinds_on(plan().starts_on).size(), 9U);
}

TEST(Plan, NamesTheSixApprovers) {  // Plan 2.2
  std::vector<std::string> approvers;
  for (const auto& unit : plan().units)
    if (unit.has(Capacity::Approver)) approvers.push_back(unit.code.text());
  EXPECT_EQ(approvers, (std::vector<std::string>{"fgw", "zrzyj", "sthjj", "zjj", "slj", "lcj"}));
}

TEST(Plan, HasThirteenDistricts) {  // Plan 2.4; GB/T 2260
  const std::vector<std::pair<std::string, std::string>> rows{{"150402", "红山区"},
                                                              {"150403", "元宝山区"},
                                                              {"150404", "松山区"},
                                                              {"150421", "阿鲁科尔沁旗"},
                                                              {"150422", "巴林左旗"},
                                                              {"150423", "巴林右旗"},
                                                              {"150424", "林西县"},
                                                              {"150425", "克什克腾旗"},
                                                              {"150426", "翁牛特旗"},
                                                              {"150428", "喀喇沁旗"},
                                                              {"150429", "宁城县"},
                                                              {"150430", "敖汉旗"},
                                                              {"1504GX", "赤峰高新技术产业开发区"}};
  std::vector<std::pair<std::string, std::string>> districts;
  for (const auto& unit : plan().units) {
    if (!unit.has(Capacity::District)) continue;
    districts.emplace_back(unit.code.text(), unit.name_on(plan().starts_on).name.zh);
    EXPECT_EQ(unit.region_code, unit.code.text());
  }
  EXPECT_EQ(districts, rows);
}

TEST(Plan, NamesTheHeadquarters) {  // Annex 1
  struct Row {
    const char *role, *title, *person;
  };
  const std::vector<Row> rows{{"组长", "市委副书记、市长", "王旺盛"},
                              {"常务副组长", "市委常委、市政府常务副市长", ""},
                              {"副组长", "市委常委、市政府副市长", "张继康"},
                              {"副组长", "市政府副市长", "杨牧"},
                              {"副组长", "市政府副市长", "孟晓冰"},
                              {"副组长", "市政府副市长", "赵志刚"},
                              {"副组长", "市政府秘书长", "陈景华"},
                              {"成员", "市政府副秘书长", "李恕臣"},
                              {"成员", "市委宣传部副部长", "陈中责"},
                              {"成员", "市委政法委副书记", "张文凯"},
                              {"成员", "市发展改革委主任", "钟佳阳"},
                              {"成员", "市财政局局长", "刘亚东"},
                              {"成员", "市自然资源局局长", "张颖达"},
                              {"成员", "市生态环境局局长", "李英男"},
                              {"成员", "市住房和城乡建设局局长", "张子伟"},
                              {"成员", "市交通运输局局长", "王秀军"},
                              {"成员", "市水利局局长", "马鹏飞"},
                              {"成员", "市文化和旅游局局长", "黄河"},
                              {"成员", "市应急管理局局长", "于兆飞"},
                              {"成员", "市林草局局长", "李雨时"},
                              {"成员", "市政务服务局局长", "刘兴飞"},
                              {"成员", "市人防办主任", "侯东辉"},
                              {"成员", "市气象局局长", "王民"},
                              {"办公室主任", "市发展改革委主任（兼）", "钟佳阳"}};
  ASSERT_EQ(plan().roster.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(plan().roster[i].role, rows[i].role) << rows[i].title;
    EXPECT_EQ(plan().roster[i].title, rows[i].title);
    EXPECT_EQ(plan().roster[i].person, rows[i].person) << rows[i].title;
  }
}

TEST(Plan, HasTheUnitsOfTheContract) {  // contract 3
  const std::vector<std::pair<std::string, std::string>> rows{
      {"fgw", "发改委"}, {"zrzyj", "自然资源局"}, {"sthjj", "生态环境局"}, {"zjj", "住建局"},
      {"slj", "水利局"}, {"lcj", "林草局"},       {"jtj", "交通运输局"},   {"czj", "财政局"},
      {"wlj", "文旅局"}, {"yjj", "应急管理局"},   {"zwj", "政务服务局"},   {"rfb", "人防办"},
      {"qxj", "气象局"}, {"njj", "农牧局"},       {"gxj", "工信局"},       {"jyj", "教育局"},
      {"wjw", "卫健委"}, {"nyj", "能源局"},       {"zhb", "指挥部办公室"}, {"dcs", "督查室"},
      {"xcb", "宣传部"}};
  for (const auto& [code, name] : rows) {
    const auto* unit = plan().find_unit_by_name(name);
    ASSERT_NE(unit, nullptr) << name;
    EXPECT_EQ(unit->code.text(), code);
  }
  EXPECT_EQ(plan().units.size(), 13 + rows.size());
  EXPECT_TRUE(plan().find_unit(UnitCode{"zhb"})->has(Capacity::Office));
  EXPECT_TRUE(plan().find_unit(UnitCode{"dcs"})->has(Capacity::Supervision));
  EXPECT_TRUE(plan().find_unit(UnitCode{"xcb"})->has(Capacity::Publicity));
}

TEST(Plan, WordsTheForms) {  // contract 4
  using Word = std::pair<Authority, std::string>;
  EXPECT_EQ(plan().form.plan_year, 2023);
  EXPECT_EQ(plan().form.authority_words, (std::vector<Word>{{Authority::State, "国家级"},
                                                            {Authority::Region, "自治区级"},
                                                            {Authority::City, "市级"},
                                                            {Authority::County, "旗县级"}}));
  EXPECT_TRUE(std::ranges::count(plan().form.authority_ambiguous, "区级"));
  EXPECT_EQ(plan().authority_word(Authority::Region), "自治区级");
  EXPECT_EQ(Campaign{}.authority_word(Authority::Region), "省级");
}

TEST(Plan, CountsItsWorkingDays) {  // domain 5
  EXPECT_EQ(plan().calendar.count_working_days(day(2022, 11, 21), day(2023, 2, 28)), 68);
  EXPECT_EQ(plan().calendar.count_working_days(day(2022, 11, 21), day(2023, 3, 31)), 91);
}

}  // namespace
}  // namespace guatu::campaign
