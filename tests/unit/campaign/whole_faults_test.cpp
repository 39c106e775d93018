#include "tests/unit/campaign/small_files.hpp"

/// Faults that only the whole shows: what is claimed twice, what refers to nothing, circles, leagues that rank nobody.
namespace guatu::campaign {
namespace {

using testing::replaced;
using testing::small_files;

std::vector<Bilingual> reasons_of(const CampaignFiles& files) {
  const auto loaded = parse_campaign(files);
  EXPECT_FALSE(loaded);
  return loaded ? std::vector<Bilingual>{} : loaded.error().reasons;
}

std::vector<std::string> chinese(const std::vector<Bilingual>& reasons) {
  std::vector<std::string> texts;
  for (const auto& reason : reasons)
    texts.push_back(reason.zh);
  return texts;
}

std::vector<std::string> english(const std::vector<Bilingual>& reasons) {
  std::vector<std::string> texts;
  for (const auto& reason : reasons)
    texts.push_back(reason.en);
  return texts;
}

using Texts = std::vector<std::string>;

TEST(SmallFiles, LoadWithoutDoubt) {
  const auto loaded = parse_campaign(small_files());
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->warnings.size(), 0U);
}

TEST(Files, AreMissing) {
  EXPECT_EQ(chinese(reasons_of({})),
            (Texts{"campaign.toml: 缺少此文件", "catalogue.toml: 缺少此文件", "units.toml: 缺少此文件"}));
  auto files = small_files();
  files.erase("catalogue.toml");
  const auto reasons = reasons_of(files);
  EXPECT_EQ(english(reasons), Texts{"catalogue.toml: the file is missing"});  // Nothing of what would refer to it.
}

TEST(Files, AreForeign) {
  auto files = small_files();
  files["unit.toml"] = "";
  files["papers/bulletin.docx"] = "a template, read elsewhere";
  const auto reasons = reasons_of(files);
  EXPECT_EQ(chinese(reasons), Texts{"unit.toml: 不是攻坚行动的文件"});
  EXPECT_EQ(english(reasons), Texts{"unit.toml: is not a file of a campaign"});
}

TEST(Files, AreEmpty) {
  auto files = small_files();
  files["catalogue.toml"] = "";
  files["units.toml"] = "# nobody\n";
  EXPECT_EQ(chinese(reasons_of(files)),
            (Texts{"campaign.toml:58: 没有一个单位的 capacities 含 district，无单位可排名",
                   "catalogue.toml: 没有任何审批事项（[[kind]]）", "units.toml: 没有任何单位（[[unit]]）"}));
}

TEST(Faults, AreAllTold) {
  auto files = small_files();
  files["units.toml"] = replaced(files["units.toml"], "capacities = [\"district\"]", "capacitys = [\"district\"]");
  files["campaign.toml"] = replaced(files["campaign.toml"], "plan_year = 2024", "plan_year = 24");
  files["campaign.toml"] = replaced(files["campaign.toml"], "deadline = 2024-05-31", "deadline = \"May\"");
  files["catalogue.toml"] = "[[kind]\n";
  const auto loaded = parse_campaign(files);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().message.zh, "攻坚行动文件有 5 处错误，未载入，请逐条改正后重新载入");
  EXPECT_EQ(loaded.error().message.en,
            "the campaign files hold 5 faults; nothing was loaded, mend them and load again");
  const auto& reasons = loaded.error().reasons;
  ASSERT_EQ(reasons.size(), 5U);
  EXPECT_EQ(reasons[0].zh, "campaign.toml:24: deadline 应为日期，如 2022-11-30（不加引号）");
  EXPECT_EQ(reasons[1].zh, "campaign.toml:40: plan_year 应在 1990 到 2200 之间");
  EXPECT_TRUE(reasons[2].zh.starts_with("catalogue.toml:1: 读不下去，以下未检查：")) << reasons[2].zh;
  EXPECT_EQ(reasons[3].zh, "units.toml:1: capacities 必须填写");
  EXPECT_EQ(reasons[4].zh, "units.toml:5: capacitys 是不认识的项；是否为 capacities");
}

TEST(Codes, AreUsedOnce) {
  const auto repeat = [](const char* file, const std::string& row) {
    auto files = small_files();
    files[file] += row;
    return chinese(reasons_of(files));
  };
  EXPECT_EQ(repeat("units.toml", "[[unit]]\ncode = \"north\"\nname = \"又一个\"\ncapacities = [\"member\"]\n"),
            Texts{"units.toml:18: 代码“north”重复，已用于 units.toml:2"});
  EXPECT_EQ(repeat("units.toml", "[[post]]\ncode = \"deputy\"\nrole = \"成员\"\ntitle = \"局长\"\nperson = \"某乙\"\n"),
            Texts{"units.toml:18: 代码“deputy”重复，已用于 units.toml:13"});
  EXPECT_EQ(
      repeat(
          "catalogue.toml",
          "[[kind.variant]]\ncode = \"normal\"\nname = \"又一种\"\ndays = 1\nunit = \"working\"\nsource = \"某法\"\n"),
      Texts{"catalogue.toml:36: 代码“normal”重复，已用于 catalogue.toml:24"});
  EXPECT_EQ(
      repeat("campaign.toml", "[[stage]]\nid = \"all\"\nname = \"又一段\"\nfirst = 2024-05-06\nlast = 2024-05-07\n"),
      Texts{"campaign.toml:62: 代码“all”重复，已用于 campaign.toml:11"});
  EXPECT_EQ(repeat("campaign.toml", "[[due]]\nid = \"table2\"\nname = \"又一次\"\non = 2024-05-07\n"),
            Texts{"campaign.toml:62: 代码“table2”重复，已用于 campaign.toml:28"});
  EXPECT_EQ(repeat("campaign.toml",
                   "[[league]]\nid = \"district\"\nname = \"又一列\"\nranked = \"district\"\ncounts = "
                   "\"project\"\nbottom = 1\n"),
            Texts{"campaign.toml:62: 代码“district”重复，已用于 campaign.toml:55"});
  EXPECT_EQ(repeat("campaign.toml",
                   "[[target]]\nid = \"t1\"\nname = \"又一个\"\nmeasure = \"projects_meet\"\nthreshold = "
                   "\"1/2\"\ndeadline = 2024-05-31\n"),
            Texts{"campaign.toml:62: 代码“t1”重复，已用于 campaign.toml:19"});
}

TEST(Spellings, BelongToOne) {
  auto files = small_files();
  files["units.toml"] +=
      "[[unit]]\ncode = \"south\"\nname = \"南县\"\naliases = [\n  \"ＮＯＲＴＨ\",\n  \"规 划 局\"]\ncapacities = "
      "[\"district\"]\n";
  const auto units = reasons_of(files);
  EXPECT_EQ(chinese(units), (Texts{"units.toml:21: 名称“ＮＯＲＴＨ”已属于 north（units.toml:2）",
                                   "units.toml:22: 名称“规 划 局”已属于 plb（units.toml:9）"}));
  EXPECT_EQ(english(units).front(), "units.toml:21: the name \"ＮＯＲＴＨ\" already belongs to north (units.toml:2)");

  files = small_files();
  files["catalogue.toml"] =
      replaced(files["catalogue.toml"], "name = \"建设审批\"", "name = \"建设审批\"\nshort_name = \"规划\"");
  EXPECT_EQ(chinese(reasons_of(files)), Texts{"catalogue.toml:20: 名称“规划”已属于 plan（catalogue.toml:5）"});

  files = small_files();
  files["catalogue.toml"] += "[[merged]]\naliases = [\"规划\"]\nkinds = [\"plan\", \"build\"]\n";
  EXPECT_EQ(chinese(reasons_of(files)), Texts{"catalogue.toml:36: 名称“规划”已属于 plan（catalogue.toml:5）"});

  // A unit and a kind may share one: a cell is read as one or the other by its column.
  files = small_files();
  files["units.toml"] = replaced(files["units.toml"], "[\"北\"]", "[\"规划\"]");
  EXPECT_TRUE(parse_campaign(files));
  // Two names of one unit may be spelt alike.
  files["units.toml"] = replaced(files["units.toml"], "name = \"北县\"", "name = \"北县\"\nshort_name = \"北县\"");
  EXPECT_TRUE(parse_campaign(files));
}

TEST(AuthorityWords, StandForOneLevel) {
  auto files = small_files();
  files["campaign.toml"] = replaced(
      files["campaign.toml"], "county = \"县级\"",
      "county = \"县级\"\nregion_aliases = [\"省\", \"区级\"]\ncounty_aliases = [\"区级\"]\nambiguous = [\"省\"]");
  EXPECT_EQ(chinese(reasons_of(files)), (Texts{"campaign.toml:46: 名称“区级”已属于 region（campaign.toml:45）",
                                               "campaign.toml:47: 名称“省”已属于 region（campaign.toml:45）"}));
}

TEST(References, ExistOfKinds) {
  auto files = small_files();
  auto& text = files["catalogue.toml"];
  text = replaced(text, "line = \"plb\"", "line = \"plan\"");
  text = replaced(text, "\"deputy\"", "\"deputy_x\"");
  text = replaced(text, "kind = \"plan\"", "kind = \"plans\"");
  text += "[[merged]]\naliases = [\"两证\"]\nkinds = [\n\"plan\",\n\"land\"]\n";
  const auto reasons = reasons_of(files);
  EXPECT_EQ(chinese(reasons), (Texts{"catalogue.toml:6: 单位“plan”不存在", "catalogue.toml:7: 职务“deputy_x”不存在",
                                     "catalogue.toml:32: 事项“plans”不存在", "catalogue.toml:39: 事项“land”不存在"}));
  EXPECT_EQ(english(reasons).front(), "catalogue.toml:6: unit \"plan\" does not exist");
}

TEST(References, ExistOfPosts) {
  auto files = small_files();
  files["units.toml"] += "unit = \"planning\"\n";
  EXPECT_EQ(chinese(reasons_of(files)), Texts{"units.toml:17: 单位“planning”不存在"});
}

TEST(References, ExistOfLeaguesAndExemptions) {
  auto files = small_files();
  files["campaign.toml"] += R"(only = [
  "north",
  "east"]
guard = "target_missed"
guard_target = "t9"

[[exemption]]
league = "districts"
unit = "west"
cut = 2024-05-30
reason = "洪灾"
approval = "纪要"
)";
  const auto reasons = reasons_of(files);
  EXPECT_EQ(chinese(reasons),
            (Texts{"campaign.toml:63: 单位“east”不存在", "campaign.toml:65: 目标“t9”不存在",
                   "campaign.toml:68: 考核序列“districts”不存在", "campaign.toml:69: 单位“west”不存在",
                   "campaign.toml:70: 2024-05-30 不是考核节点（assessment_cuts）"}));
  EXPECT_EQ(english(reasons).back(), "campaign.toml:70: 2024-05-30 is none of assessment_cuts");
}

TEST(Guard, NeedsItsTargetAndTheOtherWayRound) {
  auto files = small_files();
  files["campaign.toml"] += "guard = \"target_missed\"\n";
  EXPECT_EQ(chinese(reasons_of(files)), Texts{"campaign.toml:61: 缺少 guard_target"});
  files = small_files();
  files["campaign.toml"] += "guard_target = \"t1\"\n";
  EXPECT_EQ(chinese(reasons_of(files)),
            Texts{"campaign.toml:61: guard_target 只在 guard = \"target_missed\" 时才有意义"});
}

TEST(League, RanksSomebody) {
  auto files = small_files();
  files["campaign.toml"] = replaced(files["campaign.toml"], "ranked = \"district\"", "ranked = \"sponsor\"");
  const auto reasons = reasons_of(files);
  EXPECT_EQ(chinese(reasons), Texts{"campaign.toml:58: 没有一个单位的 capacities 含 sponsor，无单位可排名"});
  EXPECT_EQ(english(reasons), Texts{"campaign.toml:58: ranks nobody: no unit has the capacity sponsor"});
  files["campaign.toml"] += "only = [\"north\"]\n";
  EXPECT_TRUE(parse_campaign(files));
}

TEST(Days, AreInOrder) {
  auto files = small_files();
  files["campaign.toml"] = replaced(files["campaign.toml"], "deadline = 2024-05-31", "deadline = 2024-05-05");
  files["campaign.toml"] = replaced(files["campaign.toml"], "[2024-05-31]", "[2024-05-31, 2024-05-20, 2024-05-20]");
  const auto reasons = reasons_of(files);
  EXPECT_EQ(chinese(reasons), (Texts{"campaign.toml:8: assessment_cuts 应由早到晚、不重复",
                                     "campaign.toml:24: deadline 早于行动开始日 2024-05-06"}));
  EXPECT_EQ(english(reasons), (Texts{"campaign.toml:8: assessment_cuts must go from early to late, each day once",
                                     "campaign.toml:24: deadline lies before the campaign's start 2024-05-06"}));
}

TEST(Predecessors, FormNoCircle) {
  auto files = small_files();
  const auto edge = [](const char* kind, const char* rest) {
    return std::string("[[kind.predecessor]]\nkind = \"") + kind + "\"\nedge = \"law\"\nsource = \"某法\"\n" + rest +
           "\n";
  };
  const auto with_back_edge = [&](const char* rest) {
    auto changed = small_files();
    changed["catalogue.toml"] = replaced(changed["catalogue.toml"], "source = \"某法第一条\"\n\n",
                                         "source = \"某法第一条\"\n\n" + edge("build", rest));
    return changed;
  };
  const auto everywhere = reasons_of(with_back_edge(""));
  EXPECT_EQ(chinese(everywhere),
            Texts{"catalogue.toml:18: 前置关系成环（approval, sanction, filing）：plan ← build ← plan"});
  EXPECT_EQ(english(everywhere),
            Texts{"catalogue.toml:18: predecessors form a circle (approval, sanction, filing): plan ← build ← plan"});
  EXPECT_EQ(chinese(reasons_of(with_back_edge("tracks = [\"filing\"]"))),
            Texts{"catalogue.toml:18: 前置关系成环（filing）：plan ← build ← plan"});

  // The same two edges on different tracks are no circle.
  files = with_back_edge("tracks = [\"filing\"]");
  files["catalogue.toml"] += "tracks = [\"approval\"]\n";
  EXPECT_TRUE(parse_campaign(files));

  files = small_files();
  files["catalogue.toml"] += edge("build", "");
  EXPECT_EQ(chinese(reasons_of(files)),
            Texts{"catalogue.toml:36: 前置关系成环（approval, sanction, filing）：build ← build"});
}

TEST(Predecessors, AreNamedOncePerTrack) {
  auto files = small_files();
  files["catalogue.toml"] +=
      "[[kind.predecessor]]\nkind = \"plan\"\nedge = \"material\"\ntracks = [\"filing\"]\nsource = \"某法\"\n";
  const auto reasons = reasons_of(files);
  EXPECT_EQ(chinese(reasons), Texts{"catalogue.toml:36: kind 在同一立项方式下重复"});
  EXPECT_EQ(english(reasons), Texts{"catalogue.toml:36: kind is a predecessor on the same track already"});
  files["catalogue.toml"] = replaced(files["catalogue.toml"], "source = \"某法第三条\"",
                                     "source = \"某法第三条\"\ntracks = [\"approval\", \"sanction\"]");
  EXPECT_TRUE(parse_campaign(files));
}

TEST(MergedAliases, HoldSeveralKinds) {
  auto files = small_files();
  files["catalogue.toml"] += "[[merged]]\naliases = [\"合办\"]\nkinds = [\"plan\", \"plan\"]\n";
  EXPECT_EQ(chinese(reasons_of(files)), Texts{"catalogue.toml:37: kinds 至少要有两个不同的事项"});
  files = small_files();
  files["catalogue.toml"] += "[[merged]]\nkinds = [\"plan\", \"build\"]\n";
  EXPECT_EQ(chinese(reasons_of(files)), Texts{"catalogue.toml:35: aliases 必须填写"});
}

}  // namespace
}  // namespace guatu::campaign
