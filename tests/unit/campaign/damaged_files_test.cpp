#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/campaign/small_files.hpp"

/// Whatever is done to the files, loading answers: a campaign, or faults that each name a file.
namespace guatu::campaign {
namespace {

bool is_answered(const CampaignFiles& files) {
  const auto loaded = parse_campaign(files);
  if (loaded) return true;
  const auto names_a_file = [](const Bilingual& reason) {
    const auto names = campaign_file_names();
    const auto begins = [&](const std::string& name) {
      return reason.zh.starts_with(name) && reason.en.starts_with(name);
    };
    return std::ranges::any_of(names, begins);
  };
  return !loaded.error().reasons.empty() && std::ranges::all_of(loaded.error().reasons, names_a_file);
}

TEST(DamagedFiles, AnyLineLost) {
  for (const auto& [name, text] : testing::small_files()) {
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = text.find('\n', begin) + 1;
      auto files = testing::small_files();
      files[name] = text.substr(0, begin) + text.substr(end);
      EXPECT_TRUE(is_answered(files)) << name << " without " << text.substr(begin, end - begin);
      begin = end;
    }
  }
}

TEST(DamagedFiles, AnyLineTwice) {
  for (const auto& [name, text] : testing::small_files()) {
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = text.find('\n', begin) + 1;
      auto files = testing::small_files();
      files[name] = text.substr(0, end) + text.substr(begin);
      EXPECT_TRUE(is_answered(files)) << name << " with twice " << text.substr(begin, end - begin);
      begin = end;
    }
  }
}

RC_GTEST_PROP(DamagedFiles, AnyByteChanged, ()) {
  auto files = testing::small_files();
  const auto name = *rc::gen::element<std::string>("campaign.toml", "catalogue.toml", "units.toml");
  auto& text = files[name];
  const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
  text[at] = *rc::gen::arbitrary<char>();
  RC_ASSERT(is_answered(files));
}

RC_GTEST_PROP(DamagedFiles, EndsTooSoon, ()) {
  auto files = testing::small_files();
  const auto name = *rc::gen::element<std::string>("campaign.toml", "catalogue.toml", "units.toml");
  auto& text = files[name];
  text.resize(*rc::gen::inRange<std::size_t>(0, text.size()));
  RC_ASSERT(is_answered(files));
}

}  // namespace
}  // namespace guatu::campaign
