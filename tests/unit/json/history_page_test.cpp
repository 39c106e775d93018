#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "guatu/json/history_codec.hpp"
#include "guatu/json/project_page_codec.hpp"

// What pages show of persons, and of what was recorded about a project.
namespace guatu::json {
namespace {

namespace bj = boost::json;

TEST(MaskedPhone, HidesFourDigitsAndKeepsTheRestToBeRecognised) {
  struct Row {
    const char *phone, *shown;
  };
  const std::vector<Row> rows{
      {"13800001234", "138****1234"},        // A mobile number.
      {"138-0000-1234", "138-****-1234"},    // However it is written.
      {"0476-8881234", "047*-***1234"},      // A fixed line.
      {"8881234", "888****"},                // Without the area.
      {"12345", "1****"},                    // Too short to show three before.
      {"1234", "****"},                      // Four digits are all hidden…
      {"12", "**"},                          // …and so are fewer.
      {"", ""},                              // Unknown stays unknown.
      {"未登记", "未登记"},                  // Words are no number.
      {"13800001234转8", "138****1234转8"},  // With an extension.
  };
  for (const auto& row : rows)
    EXPECT_EQ(masked_phone(row.phone), row.shown);
}

ProjectHistoryPage a_page() {
  ProjectHistoryPage page;
  page.project = "P0007";
  page.seq = 12;
  page.total = 2;
  page.limit = 1;
  page.next_cursor = "12-1";
  ProjectRevision revision;
  revision.commit.head.seq = 9;
  revision.commit.head.recorded_at = 1'670'666'400;  // 2022-12-10T18:00:00+08:00
  revision.commit.actor = "web:clerk";
  revision.commit.unit = "north";
  revision.commit.action = "import";
  revision.commit.source = "任务表.xlsx";
  revision.changes = {{"", "", "phone", "13800001234", ""}, {"land", "一期", "finished_on", "", "2022-12-08"}};
  page.revisions.push_back(std::move(revision));
  return page;
}

TEST(HistoryPage, SaysWhoChangedWhatWhenAndFromWhichFile) {
  const auto page = bj::parse(encode_history(a_page()));
  EXPECT_EQ(page.at("project").as_string(), "P0007");
  EXPECT_EQ(page.at("total").as_int64(), 2);
  EXPECT_EQ(page.at("next_cursor").as_string(), "12-1");
  const auto& revision = page.at("revisions").as_array().at(0);
  EXPECT_EQ(revision.at("seq").as_int64(), 9);
  EXPECT_EQ(revision.at("recorded_at").as_string(), "2022-12-10T18:00:00+08:00");
  EXPECT_EQ(revision.at("actor").as_string(), "web:clerk");
  EXPECT_EQ(revision.at("source").as_string(), "任务表.xlsx");
  const auto& change = revision.at("changes").as_array().at(1);
  EXPECT_EQ(change.at("kind").as_string(), "land");
  EXPECT_EQ(change.at("part").as_string(), "一期");
  EXPECT_EQ(change.at("field").as_string(), "finished_on");
  EXPECT_EQ(change.at("before").as_string(), "");
  EXPECT_EQ(change.at("after").as_string(), "2022-12-08");
}

TEST(HistoryPage, NeverShowsAWholePhoneNumber) {
  const auto text = encode_history(a_page());
  EXPECT_EQ(text.find("13800001234"), std::string::npos);
  const auto page = bj::parse(text);
  const auto& change = page.at("revisions").as_array().at(0).at("changes").as_array().at(0);
  EXPECT_TRUE(change.at("kind").is_null()) << "the project itself";
  EXPECT_EQ(change.at("before").as_string(), "138****1234");
  EXPECT_EQ(change.at("after").as_string(), "");
}

TEST(HistoryPage, EndsWithoutACursorAndMayBeEmpty) {
  const auto page = bj::parse(encode_history({"P0001", 3, 0, 50, {}, {}}));
  EXPECT_TRUE(page.at("next_cursor").is_null());
  EXPECT_TRUE(page.at("revisions").as_array().empty());
  EXPECT_EQ(page.at("limit").as_int64(), 50);
}

}  // namespace
}  // namespace guatu::json
