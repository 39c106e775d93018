#include "guatu/app/campaign_folders.hpp"

#include <fstream>
#include <gtest/gtest.h>

#include "tests/support/program.hpp"

namespace guatu::app {
namespace {

namespace fs = std::filesystem;

class CampaignFolders : public testing::Test {
 protected:
  CampaignFolders() {
    fs::create_directories(root_ / "clone/campaigns/city");
    fs::create_directories(root_ / "clone/campaigns/other");
    fs::create_directories(root_ / "clone/build/bin");
    fs::create_directories(root_ / "usr/share/guatu/campaigns/city");
    fs::create_directories(root_ / "elsewhere/deep");
    std::ofstream(root_ / "clone/campaigns/default") << "city\n";
    std::ofstream(root_ / "usr/share/guatu/campaigns/default") << "city\n";
  }

  std::string find(const std::string& wanted, const fs::path& program) const {
    const auto found = find_campaign_directory(wanted, campaign_folders(root_ / "elsewhere/deep", root_ / program));
    return found ? fs::path(*found).lexically_relative(root_).string() : "";
  }

  test::TemporaryFolder folder_;
  fs::path root_ = folder_.path();
};

TEST_F(CampaignFolders, AShippedCampaignIsFoundByItsNameFromAnyFolder) {
  for (const auto* wanted : {"other", "other/", "campaigns/other", "./campaigns/other/"})
    EXPECT_EQ(find(wanted, "clone/build/bin/guatu"), "clone/campaigns/other") << wanted;
}

TEST_F(CampaignFolders, NoNameMeansTheDefault) {
  EXPECT_EQ(find("", "clone/build/bin/guatu"), "clone/campaigns/city");
  EXPECT_EQ(find("", "usr/bin/guatu"), "usr/share/guatu/campaigns/city");
}

TEST_F(CampaignFolders, TheWorkingFolderComesBeforeTheProgram) {
  fs::create_directories(root_ / "elsewhere/campaigns/other");
  EXPECT_EQ(find("other", "clone/build/bin/guatu"), "elsewhere/campaigns/other");
}

TEST_F(CampaignFolders, APathThatExistsIsTakenAsItIs) {
  const auto path = (root_ / "clone/campaigns/other").string();
  const auto found = find_campaign_directory(path, {});
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, path);
}

TEST_F(CampaignFolders, WhatIsNowhereIsRefusedWithEveryPlace) {
  for (const auto* wanted : {"", "city"}) {
    const auto found = find_campaign_directory(wanted, {root_ / "elsewhere", root_ / "clone"});
    ASSERT_FALSE(found) << wanted;
    EXPECT_EQ(found.error().kind, ErrorKind::FileFailed);
    EXPECT_EQ(found.error().reasons.size(), 2U);
  }
}

TEST_F(CampaignFolders, APathIsNeverLookedForElsewhere) {
  for (const auto* wanted : {"ours/city", "/no/such/city", "../no-such-folder/city"})
    EXPECT_EQ(find(wanted, "clone/build/bin/guatu"), "") << wanted;
}

}  // namespace
}  // namespace guatu::app
