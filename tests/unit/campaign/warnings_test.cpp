#include <algorithm>
#include <ostream>

#include "tests/unit/campaign/small_files.hpp"

/// Doubts that do not stop loading: exactly these, with both clauses where two clash.
namespace guatu::campaign {
namespace {

using testing::load_shipped;
using testing::replaced;
using testing::small_files;

struct Warned {
  std::string place, zh, en;
  friend bool operator==(const Warned&, const Warned&) = default;
};

std::ostream& operator<<(std::ostream& stream, const Warned& warned) {
  return stream << warned.place << " " << warned.zh << " | " << warned.en;
}

std::vector<Warned> flat(const std::vector<CampaignWarning>& warnings) {
  std::vector<Warned> result;
  for (const auto& warning : warnings)
    result.push_back({warning.place, warning.text.zh, warning.text.en});
  return result;
}

/// Warnings of the small campaign after one change of one file.
std::vector<Warned> warned(const char* file, const std::string& old_text, const std::string& new_text) {
  auto files = small_files();
  files[file] = old_text.empty() ? files[file] + new_text : replaced(files[file], old_text, new_text);
  const auto loaded = parse_campaign(files);
  EXPECT_TRUE(loaded) << loaded.error().reasons.front().zh;
  return loaded ? flat(loaded->warnings) : std::vector<Warned>{};
}

using Warnings = std::vector<Warned>;

TEST(Warnings, TargetAfterTheLastStage) {
  EXPECT_EQ(
      warned("campaign.toml", "last = 2024-05-31", "last = 2024-05-30"),
      (Warnings{{"campaign.toml:24",
                 "目标晚于最后一个阶段：“全部办结”截止 2024-05-31（方案二），“办理阶段”止于 "
                 "2024-05-30（方案一）；两个日期都保留",
                 "a target is due after the last stage: \"all finished\" is due 2024-05-31 (方案二), \"handling\" ends "
                 "2024-05-30 (方案一); both dates are kept"}}));
}

TEST(Warnings, StagesOverlapOrLeaveDaysOut) {
  const std::string stage = "[[stage]]\nid = \"more\"\nname = \"收尾阶段\"\nname_en = \"rest\"\nlast = 2024-05-31\n";
  const auto with_first = [&](const char* first) {
    auto files = small_files();
    files["campaign.toml"] = replaced(files["campaign.toml"], "last = 2024-05-31", "last = 2024-05-20");
    files["campaign.toml"] += stage + "first = " + first + "\n";
    return flat(parse_campaign(files).value().warnings);
  };
  EXPECT_EQ(with_first("2024-05-21"), Warnings{});
  EXPECT_EQ(with_first("2024-05-20"),
            (Warnings{{"campaign.toml:66",
                       "两个阶段有重叠：“办理阶段”止于 2024-05-20（方案一），“收尾阶段”始于 2024-05-20；两个日期都保留",
                       "two stages overlap: \"handling\" ends 2024-05-20 (方案一), \"rest\" begins 2024-05-20; both "
                       "dates are kept"}}));
  EXPECT_EQ(with_first("2024-05-22"),
            (Warnings{{"campaign.toml:66",
                       "两个阶段之间有空档：“办理阶段”止于 2024-05-20（方案一），“收尾阶段”始于 2024-05-22",
                       "days between two stages belong to none: \"handling\" ends 2024-05-20 (方案一), \"rest\" begins "
                       "2024-05-22"}}));
}

TEST(Warnings, DueOnADayOff) {
  const auto due = [](const char* day, const char* policy) {
    auto files = small_files();
    files["campaign.toml"] = replaced(files["campaign.toml"], "on = 2024-05-08", std::string("on = ") + day);
    files["campaign.toml"] = replaced(files["campaign.toml"], "\"keep\"", policy);
    return flat(parse_campaign(files).value().warnings);
  };
  EXPECT_EQ(due("2024-05-11", "\"keep\""), Warnings{});  // A Saturday on which people work (国务院办公厅 2024).
  EXPECT_EQ(due("2024-05-12", "\"keep\""),
            (Warnings{{"campaign.toml:31", "“任务表”定于 2024-05-12（方案三），该日休息，日期不变（due_shift = keep）",
                       "\"table 2\" is due 2024-05-12 (方案三), a day off; the date stays (due_shift = keep)"}}));
  EXPECT_EQ(due("2024-05-12", "\"preceding\""),
            (Warnings{{"campaign.toml:31", "“任务表”定于 2024-05-12（方案三），该日休息，提前到 2024-05-11",
                       "\"table 2\" is due 2024-05-12 (方案三), a day off; brought forward to 2024-05-11"}}));
  EXPECT_EQ(due("2024-05-12", "\"following\""),
            (Warnings{{"campaign.toml:31", "“任务表”定于 2024-05-12（方案三），该日休息，顺延到 2024-05-13",
                       "\"table 2\" is due 2024-05-12 (方案三), a day off; put off to 2024-05-13"}}));
}

TEST(Warnings, ReturnsDueOnADayOfTheCampaignsOwn) {
  EXPECT_EQ(
      warned("calendar.toml", "", "[[day]]\nfirst = 2024-05-20\nworking = false\nsource = \"建城纪念日\"\n"),
      (Warnings{{"campaign.toml:7", "2024年5月中旬的任务表定于 2024-05-20，该日休息，日期不变（due_shift = keep）",
                 "the return of 11–20 May 2024 is due 2024-05-20, a day off; the date stays (due_shift = keep)"}}));
}

TEST(Warnings, YearWithoutNotice) {
  auto files = small_files();
  for (auto& [name, text] : files)
    for (auto at = text.find("2024"); at != std::string::npos; at = text.find("2024"))
      text.replace(at, 4, "2032");
  // In 2032 the days of the small campaign that matter fall on working days, but for 31 May… which is a Monday.
  const Warned missing{
      "calendar.toml", "没有 2032 年的放假安排，暂只按周末推算；请补入 calendar.toml 并把 2032 写进 covered_years",
      "no holiday notice for 2032, only weekends are off; add its days and write 2032 into covered_years"};
  EXPECT_EQ(flat(parse_campaign(files).value().warnings).front(), missing);
  files["calendar.toml"] = "covered_years = [2032]\n";
  const auto covered = flat(parse_campaign(files).value().warnings);
  EXPECT_EQ(std::ranges::find(covered, missing), covered.end());
}

TEST(Warnings, LimitNotVerified) {
  EXPECT_EQ(warned("catalogue.toml", "source = \"某法第二条\"", "source = \"某法第二条\"\nunverified = true"),
            (Warnings{{"catalogue.toml:27", "法定时限未经核对：建设审批（一般）7 日，某法第二条",
                       "legal limit not checked against its source: building (normal) 7 calendar days, 某法第二条"}}));
}

TEST(Warnings, PostVacant) {
  EXPECT_EQ(warned("units.toml", "\"某甲\"", "\"\""),
            (Warnings{{"units.toml:16", "副组长（副市长）待定", "the post deputy is vacant"}}));
}

TEST(Warnings, LineThatNobodyRanks) {
  EXPECT_EQ(warned("catalogue.toml", "line = \"plb\"\n\n", "line = \"north\"\n\n"),
            (Warnings{{"catalogue.toml:21", "“建设审批”的对口部门 north 不是审批部门（approver），不参加审批部门排名",
                       "the line department north of \"building\" is no approver and will not be ranked"}}));
}

TEST(Warnings, DatesOutsideTheCampaign) {
  const auto outside = [](const char* old_text, const char* new_text) {
    return warned("campaign.toml", old_text, new_text);
  };
  EXPECT_EQ(outside("first = 2024-05-06", "first = 2024-05-05"),
            (Warnings{{"campaign.toml:14", "“办理阶段”始于 2024-05-05 不在行动起止日期 2024-05-06…2024-05-31 之内",
                       "\"handling\" begins 2024-05-05 lies outside the campaign 2024-05-06…2024-05-31"}}));
  EXPECT_EQ(outside("[2024-05-31]", "[2024-06-03]"),
            (Warnings{{"campaign.toml:8", "考核节点 2024-06-03 不在行动起止日期 2024-05-06…2024-05-31 之内",
                       "the assessment cut 2024-06-03 lies outside the campaign 2024-05-06…2024-05-31"}}));
  EXPECT_EQ(outside("on = 2024-05-08", "on = 2024-06-03"),
            (Warnings{{"campaign.toml:31", "“任务表”定于 2024-06-03 不在行动起止日期 2024-05-06…2024-05-31 之内",
                       "\"table 2\" is due 2024-06-03 lies outside the campaign 2024-05-06…2024-05-31"}}));
}

TEST(Warnings, CutThatNoBulletinClosesOn) {
  EXPECT_EQ(warned("campaign.toml", "[2024-05-31]", "[2024-05-19, 2024-05-31]"),
            (Warnings{{"campaign.toml:8",
                       "考核节点 2024-05-19 不是一旬的最后一日（2024年5月中旬止于 2024-05-20），没有通报恰好截至该日",
                       "the assessment cut 2024-05-19 is not the last day of its dekad, 11–20 May 2024; no bulletin "
                       "closes on it"}}));
}

TEST(Warnings, UnitsThatDoNothingOrShareACode) {
  EXPECT_EQ(warned("units.toml", "", "[[unit]]\ncode = \"idle\"\nname = \"闲\"\ncapacities = []\n"),
            (Warnings{{"units.toml:20", "单位 idle 的 capacities 为空，任何地方都不会出现",
                       "the unit idle has no capacity and will appear nowhere"}}));
  EXPECT_EQ(warned("units.toml", "",
                   "[[unit]]\ncode = \"a\"\nname = \"甲\"\ncapacities = [\"member\"]\nregion_code = \"1\"\n"
                   "[[unit]]\ncode = \"b\"\nname = \"乙\"\ncapacities = [\"member\"]\nregion_code = \"1\"\n"),
            (Warnings{{"units.toml:26", "行政区划代码 1 已用于 a，又用于 b",
                       "the region code 1 of b is already that of a"}}));
  EXPECT_EQ(warned("units.toml", ", \"office\"", ""),
            (Warnings{{"units.toml", "没有一个单位的 capacities 含 office（指挥部办公室）",
                       "no unit has the capacity office (the headquarters office)"}}));
}

TEST(Warnings, BottomLargerThanTheLeague) {
  EXPECT_EQ(warned("campaign.toml", "bottom = 1", "bottom = 2"),
            (Warnings{{"campaign.toml:60", "“各县”只有 1 个单位，却取后 2 名",
                       "\"counties\" ranks 1 units and names the last 2"}}));
}

/// The Plan's own: days off, clauses that clash, what has not been read again, the vacant post.
TEST(Warnings, OfChifeng) {
  const auto warnings = flat(load_shipped("chifeng-2023").warnings);
  const std::vector<std::pair<std::string, std::string>> expected{
      {"campaign.toml:10", "2022年12月上旬的任务表定于 2022-12-10，该日休息，日期不变（due_shift = keep）"},
      {"campaign.toml:10", "2022年12月下旬的任务表定于 2022-12-31，该日休息，日期不变（due_shift = keep）"},
      {"campaign.toml:25",
       "两个阶段有重叠：“筹备梳理阶段”止于 2022-11-20（Plan 4.1），“集中办理阶段”始于 2022-11-20（Plan "
       "4.2）；两个日期都保留"},
      {"campaign.toml:54",
       "目标晚于最后一个阶段：“市级和旗县区级手续全部办结”截止 2023-03-31（Plan 1），“清零总结阶段”止于 "
       "2023-03-30（Plan 4.3）；两个日期都保留"},
      {"campaign.toml:64",
       "目标晚于最后一个阶段：“国家、自治区级手续要件全部上报”截止 2023-03-31（Plan 1），“清零总结阶段”止于 "
       "2023-03-30（Plan 4.3）；两个日期都保留"},
      {"campaign.toml:71",
       "“任务表（附件2）首次报送”定于 2022-11-20（Plan 4.1），该日休息，日期不变（due_shift = keep）"},
      {"catalogue.toml:30", "法定时限未经核对：立项（审批）20 个工作日，"},
      {"catalogue.toml:40", "法定时限未经核对：立项（核准）20 个工作日，"},
      {"catalogue.toml:83", "法定时限未经核对：用地预审和规划选址意见书（一般）20 日，"},
      {"catalogue.toml:111", "法定时限未经核对：新增建设用地审批（一般）20 个工作日，"},
      {"catalogue.toml:153", "法定时限未经核对：节能审查（一般）20 个工作日，"},
      {"catalogue.toml:176", "法定时限未经核对：林地征占（永久使用林地）20 个工作日，"},
      {"catalogue.toml:186", "法定时限未经核对：林地征占（临时使用林地）20 个工作日，"},
      {"catalogue.toml:229", "法定时限未经核对：草地征占（临时占用草原）20 个工作日，"},
      {"catalogue.toml:296", "法定时限未经核对：取水许可（一般）45 个工作日，"},
      {"units.toml:291", "常务副组长（市委常委、市政府常务副市长）待定"}};
  ASSERT_EQ(warnings.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto& [place, zh] = expected[i];
    EXPECT_EQ(warnings[i].place, place);
    // A limit's warning goes on with its source, as the catalogue has it.
    EXPECT_EQ(zh.ends_with("，") ? warnings[i].zh.substr(0, zh.size()) : warnings[i].zh, zh);
  }
  EXPECT_EQ(
      warnings[3].en,
      "a target is due after the last stage: \"every city and county procedure finished\" is due 2023-03-31 (Plan 1), "
      "\"clearing and summing up\" ends 2023-03-30 (Plan 4.3); both dates are kept");
}

TEST(Warnings, OfTheExample) {
  EXPECT_EQ(
      flat(load_shipped("example").warnings),
      (Warnings{{"campaign.toml:11", "2025年1月下旬的任务表定于 2025-01-31，该日休息，顺延到 2025-02-05",
                 "the return of 21–31 January 2025 is due 2025-01-31, a day off; put off to 2025-02-05"},
                {"campaign.toml:11", "2025年4月上旬的任务表定于 2025-04-10，该日休息，顺延到 2025-04-11",
                 "the return of 1–10 April 2025 is due 2025-04-10, a day off; put off to 2025-04-11"},
                {"campaign.toml:11", "2025年4月中旬的任务表定于 2025-04-20，该日休息，顺延到 2025-04-21",
                 "the return of 11–20 April 2025 is due 2025-04-20, a day off; put off to 2025-04-21"},
                {"campaign.toml:79", "“任务表首次报送”定于 2024-12-15（示例方案三（一）），该日休息，顺延到 2024-12-16",
                 "\"table 2, first return\" is due 2024-12-15 (示例方案三（一）), a day off; put off to 2024-12-16"}}));
}

}  // namespace
}  // namespace guatu::campaign
