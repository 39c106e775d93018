#include "guatu/app/web_folder.hpp"

#include <gtest/gtest.h>

#include "tests/support/program.hpp"

namespace guatu::app {
namespace {

class WebFolder : public testing::Test {
 protected:
  std::filesystem::path put(const std::string& folder) {
    test::write_text(place_.path() / folder / "index.html", "<!doctype html>");
    return place_.path() / folder;
  }
  [[nodiscard]] std::string find(const std::string& program, const std::string& asked = "") const {
    return web_folder(asked, place_.path() / program);
  }

  test::TemporaryFolder place_;
};

TEST_F(WebFolder, IsTheOneThatIsAsked) {
  put("bin/web");
  EXPECT_EQ(find("bin/guatu", "elsewhere"), "elsewhere");
  EXPECT_EQ(find("bin/guatu", "none"), "");
}

TEST_F(WebFolder, IsBesideTheProgramThenInstalledThenOfTheTree) {
  EXPECT_EQ(find("build/release/bin/guatu"), "");
  const auto tree = put("web/dist");
  EXPECT_EQ(find("build/release/bin/guatu"), tree.string());
  const auto installed = put("build/release/share/guatu/web");
  EXPECT_EQ(find("build/release/bin/guatu"), installed.string());
  const auto beside = put("build/release/bin/web");
  EXPECT_EQ(find("build/release/bin/guatu"), beside.string());
}

TEST_F(WebFolder, HasToHoldAPage) {
  std::filesystem::create_directories(place_.path() / "web/dist");
  EXPECT_EQ(find("bin/guatu"), "");
}

}  // namespace
}  // namespace guatu::app
