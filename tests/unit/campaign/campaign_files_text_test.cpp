#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/campaign/small_files.hpp"

/// All files of a campaign as one text and back: what a version is digested from.
namespace guatu::campaign {
namespace {

TEST(JoinFiles, IsOneTextInNameOrder) {
  EXPECT_EQ(join_files({{"b.toml", "y\n"}, {"a.toml", ""}}), "a.toml 0\n\nb.toml 2\ny\n\n");
  EXPECT_EQ(join_files({}), "");
}

TEST(SplitFiles, GivesBackWhatWasJoined) {
  for (const auto* name : {"chifeng-2023", "example"}) {
    const auto files = testing::read_shipped(name);
    const auto again = split_files(join_files(files));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, files);
  }
}

RC_GTEST_PROP(SplitFiles, GivesBackAnyTexts, (const std::map<std::string, std::string>& texts)) {
  CampaignFiles files;
  int number = 0;
  for (const auto& [key, text] : texts)
    files["file " + std::to_string(number++)] = key + "\n" + text;
  const auto again = split_files(join_files(files));
  RC_ASSERT(again.has_value());
  RC_ASSERT(*again == files);
}

TEST(SplitFiles, RefusesWhatIsNotWhole) {
  const auto joined = join_files({{"a.toml", "12345"}});
  for (std::size_t size = 1; size < joined.size(); ++size) {
    const auto cut = split_files(joined.substr(0, size));
    ASSERT_FALSE(cut) << size;
    EXPECT_EQ(cut.error().kind, ErrorKind::IntegrityBroken);
    EXPECT_EQ(cut.error().message.zh, "存档的攻坚行动文件不完整，请从备份恢复");
  }
  for (const auto* text : {"a.toml\n\n", "a.toml x\n\n", "a.toml -1\n\n", "a.toml 0x\n\n",
                           "a.toml 18446744073709551615\nx\n", "a.toml 1\nxx\n", "a.toml 0\n\na.toml 0\n\n", "no line"})
    EXPECT_FALSE(split_files(text)) << text;
}

TEST(FileNames, AreThoseThatParseCampaignReads) {
  EXPECT_EQ(campaign_file_names(),
            (std::vector<std::string>{"campaign.toml", "catalogue.toml", "units.toml", "calendar.toml"}));
}

}  // namespace
}  // namespace guatu::campaign
