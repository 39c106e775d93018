#include "guatu/intake/exports/export_adapter.hpp"

#include <gtest/gtest.h>

#include "tests/support/campaign_builder.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/program.hpp"
#include "tests/unit/intake/filled_form.hpp"

namespace guatu::intake {
namespace {

using testing::shipped;

campaign::Campaign small() {
  auto campaign = guatu::testing::small_campaign();
  campaign.index();
  return campaign;
}

constexpr const char* kGood =
    "id = \"platform\"\nname = \"平台\"\nkind = \"works\"\n[columns]\nproject_code = [\"项目代码\"]\n"
    "state = [\"状态\"]\nfinished = [\"办结时间\", \"发证 日期\"]\n[states]\nfinished = [\"已办结\"]\nin_review = "
    "[\"审批中\"]\n"
    "skipped = [\"作废\"]\n[authorities]\nregion = [\"省级\"]\n";

std::vector<std::string> faults_of(const std::string& text) {
  const auto adapter = parse_export_adapter(text, "a.toml", small());
  if (adapter) return {};
  EXPECT_EQ(adapter.error().kind, ErrorKind::InvalidInput);
  EXPECT_EQ(adapter.error().subject, "a.toml");
  std::vector<std::string> faults;
  for (const auto& reason : adapter.error().reasons)
    faults.push_back(reason.en);
  return faults;
}

TEST(ExportAdapter, HoldsWhatItsFileSays) {
  const auto adapter = parse_export_adapter(kGood, "a.toml", small());
  ASSERT_TRUE(adapter.has_value()) << adapter.error().reasons.front().en;
  EXPECT_EQ(adapter->id, "platform");
  EXPECT_EQ(adapter->kind, KindCode{"works"});
  EXPECT_EQ(adapter->headers.at(ExportColumn::Finished), (std::vector<std::string>{"办结时间", "发证日期"}));
  EXPECT_EQ(adapter->states.at("已办结"), ProcedureState::Finished);
  EXPECT_EQ(adapter->skipped_states, (std::vector<std::string>{"作废"}));
  EXPECT_EQ(adapter->authorities.at("省级"), Authority::Region);
}

TEST(ExportAdapter, TheShippedOnesAreGood) {
  for (const char* name : {"investment-platform.toml", "construction-platform.toml"}) {
    const auto text = test::read_text(std::string(GUATU_SOURCE_DIR) + "/campaigns/chifeng-2023/adapters/" + name);
    const auto adapter = parse_export_adapter(text, name, shipped());
    EXPECT_TRUE(adapter.has_value()) << (adapter ? "" : adapter.error().reasons.front().en);
  }
}

TEST(ExportAdapter, EveryFaultIsNamedWithItsKeyAndAllAtOnce) {
  struct Case {
    const char* what;
    const char* text;
    std::vector<std::string> faults;
  };
  const std::vector<Case> cases{
      {"nothing", "", {"a.toml: [columns] is missing", "a.toml:1: id is missing", "a.toml:1: name is missing"}},
      {"no code, no kind, nothing to compare",
       "id = \"p\"\nname = \"平台\"\n[columns]\n",
       {"a.toml:3: project_code is missing: rows are matched by project code",
        "a.toml:3: kind is missing, and so is a fixed kind",
        "a.toml:3: state is missing, and so is finished: nothing could be compared"}},
      {"kind twice and unknown",
       "id = \"p\"\nname = \"平台\"\nkind = \"work\"\n[columns]\nproject_code = [\"代码\"]\nkind = [\"事项\"]\n"
       "finished = [\"办结\"]\n",
       {"a.toml:3: kind \"work\" is no code of a procedure", "a.toml:6: kind cannot stand beside a fixed kind"}},
      {"one header for two columns",
       "id = \"p\"\nname = \"平台\"\nkind = \"works\"\n[columns]\nproject_code = [\"代码\"]\naccepted = [\"时间\"]\n"
       "finished = [\"时 间\"]\n",
       {"a.toml:7: the name \"时 间\" already belongs to columns.accepted (a.toml:6)"}},
      {"a state column without states, a word with two meanings, unknown keys",
       "id = \"p p\"\nname = \"平台\"\nkind = \"works\"\n[columns]\nproject_code = [\"代码\"]\nstate = [\"状态\"]\n"
       "number = [\"文号\"]\n",
       {"a.toml:1: id may hold letters, digits, _ and - only",
        "a.toml:1: states is missing: what the platform's states mean", "a.toml:7: number is not a known key"}},
      {"states",
       "id = \"p\"\nname = \"平台\"\nkind = \"works\"\n[columns]\nproject_code = [\"代码\"]\nstate = "
       "[\"状态\"]\n[states]\n"
       "finished = [\"办结\"]\nreturned = [\"办结\"]\nfinish = [\"完\"]\n",
       {"a.toml:9: the name \"办结\" already belongs to states.finished (a.toml:8)",
        "a.toml:10: finish is not a known key; did you mean finished"}}};
  for (const auto& each : cases)
    EXPECT_EQ(faults_of(each.text), each.faults) << each.what;
  EXPECT_EQ(faults_of("id = ").size(), 1U) << "no TOML at all";
}

}  // namespace
}  // namespace guatu::intake
