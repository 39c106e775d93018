#include <algorithm>
#include <gtest/gtest.h>

#include "guatu/calendar/dekad.hpp"

#include "tests/cli/office.hpp"

// The whole path as an office walks it, on both shipped campaigns: form, returns, lock, publish, bulletin, verify.
namespace guatu::test {
namespace {

namespace bj = boost::json;

class Spine : public testing::TestWithParam<const char*> {
 protected:
  Office office_{GetParam()};

  std::map<std::string, std::string> papers(const std::string& dekad, const std::string& revision,
                                            const std::string& folder) {
    const auto fetched = office_.run({"bulletin", "--dekad", dekad, "--revision", revision, "--out", folder});
    EXPECT_EQ(fetched.exit_code, 0) << fetched.err;
    std::map<std::string, std::string> bytes;
    for (const auto& entry : std::filesystem::directory_iterator(office_.folder() / folder))
      bytes[entry.path().filename().string()] = read_text(entry.path());
    return bytes;
  }
};

TEST_P(Spine, ReturnsBecomePublishedBulletins) {
  office_.init();
  office_.make_sample(24, 7);
  const auto dekads = office_.dekads();
  ASSERT_GE(dekads.size(), 3U);
  for (int i = 0; i < 3; ++i)
    office_.publish(dekads[static_cast<std::size_t>(i)]);
  const auto first = papers(dekads[1], "1", "first");
  const auto again = papers(dekads[1], "1", "again");
  EXPECT_EQ(first, again);
  EXPECT_TRUE(first.contains("通报.docx"));
  EXPECT_TRUE(first.contains("bulletin.json"));
  EXPECT_EQ(first.size(), 7U);
  const auto verified = office_.ask({"verify"}).as_object();
  EXPECT_TRUE(verified.at("ok").as_bool());
  EXPECT_EQ(verified.at("publications").as_int64(), 3);
}

TEST_P(Spine, EveryCellIsReadAsMeant) {
  office_.init();
  office_.make_sample(24, 11);
  const auto dekads = office_.dekads();
  const auto& dekad = dekads.front();
  ASSERT_EQ(office_.import(dekad).exit_code, 0);
  const auto truth = bj::parse(read_text(office_.folder() / "sample" / "truth.json")).as_object();
  std::map<std::string, std::string> meant;
  for (const auto& project : truth.at("dekads").as_array().front().at("projects").as_array())
    for (const auto& [kind, state] : project.at("states").as_object())
      meant[std::string(project.at("name").as_string()) + "/" + std::string(kind)] = std::string(state.as_string());
  std::size_t compared = 0;
  const auto ledger = office_.ask({"ledger", "--as-of", last_day(dekad)});
  for (const auto& row : ledger.as_array()) {
    const auto& object = row.as_object();
    const auto key = std::string(object.at("name").as_string()) + "/" + std::string(object.at("kind").as_string());
    const auto found = meant.find(key);
    const std::string expected = found == meant.end() ? "unknown" : found->second;
    EXPECT_EQ(std::string(object.at("state").as_string()), expected) << key;
    if (found != meant.end()) ++compared;
  }
  EXPECT_EQ(compared, meant.size());
}

TEST_P(Spine, TheSameFilesAgainChangeNothing) {
  office_.init();
  office_.make_sample(24, 3);
  const auto dekad = office_.dekads().front();
  ASSERT_EQ(office_.import(dekad).exit_code, 0);
  const auto head = office_.head();
  const auto again = office_.import(dekad, {"--json"});
  ASSERT_EQ(again.exit_code, 0);
  const auto answer = bj::parse(again.out);
  for (const auto& file : answer.at("files").as_array()) {
    EXPECT_EQ(file.at("new").as_int64(), 0);
    EXPECT_EQ(file.at("changed").as_int64(), 0);
    EXPECT_EQ(file.at("unchanged").as_int64(), file.at("rows").as_int64());
  }
  EXPECT_EQ(office_.head(), head);
}

TEST_P(Spine, APrefilledFormSentBackUnchangedChangesNoProject) {
  office_.init();
  office_.make_sample(24, 5);
  const auto dekads = office_.dekads();
  ASSERT_EQ(office_.import(dekads[0]).exit_code, 0);
  const auto file = office_.returns_of(dekads[0]).front();
  const auto unit = std::filesystem::path(file).stem().string();
  ASSERT_EQ(office_.run({"template", "--kind", "table2", "--unit", unit, "--dekad", dekads[1], "--out", "form.xlsx"})
                .exit_code,
            0);
  const auto answer = office_.ask({"import", "form.xlsx"}).as_object();
  const auto& table = answer.at("files").as_array().front().as_object();
  EXPECT_EQ(std::string(table.at("unit").as_string()), unit);
  EXPECT_EQ(std::string(table.at("dekad").as_string()), dekads[1]);
  EXPECT_GT(table.at("rows").as_int64(), 0);
  EXPECT_EQ(table.at("unchanged").as_int64(), table.at("rows").as_int64());
}

TEST_P(Spine, ACorrectionIsANumberedRevisionAndTheFirstStays) {
  office_.init();
  office_.make_sample(24, 9);
  const auto dekads = office_.dekads();
  office_.publish(dekads[0]);
  const auto before = papers(dekads[0], "1", "before");
  EXPECT_EQ(office_.run({"reopen", "--dekad", dekads[0]}).exit_code, 1);
  EXPECT_EQ(office_.run({"reopen", "--dekad", dekads[0], "--reason", "补报"}).exit_code, 0);
  EXPECT_EQ(office_.run({"lock", "--dekad", dekads[0]}).exit_code, 0);
  EXPECT_EQ(office_.ask({"publish", "--dekad", dekads[0], "--reason", "补报"}).at("revision").as_int64(), 2);
  EXPECT_EQ(papers(dekads[0], "1", "after"), before);
  EXPECT_EQ(office_.run({"verify"}).exit_code, 0);
}

TEST_P(Spine, ANewCampaignVersionNeverChangesAPublishedFigure) {
  office_.init();
  office_.make_sample(24, 13);
  const auto dekad = office_.dekads().front();
  office_.publish(dekad);
  const auto before = papers(dekad, "1", "before");
  const auto copy = office_.folder() / "campaign";
  std::filesystem::copy(office_.campaign_directory(), copy, std::filesystem::copy_options::recursive);
  auto text = read_text(copy / "campaign.toml");
  const auto at = text.find("version = \"");
  ASSERT_NE(at, std::string::npos);
  text.insert(at + 11, "changed-");
  const auto bottom = text.find("bottom = ");
  ASSERT_NE(bottom, std::string::npos);
  text.replace(bottom, 10, "bottom = 1");
  write_text(copy / "campaign.toml", text);
  ASSERT_EQ(office_.run({"init", "--campaign", copy.string()}).exit_code, 0);
  EXPECT_EQ(papers(dekad, "1", "after"), before);
  EXPECT_EQ(office_.run({"verify"}).exit_code, 0);
}

TEST_P(Spine, ADekadAfterADeadlineIsPublishedWithTheValueOfTheDeadlineDay) {
  office_.init();
  office_.make_sample(24, 19);
  const auto first = office_.dekads().front();
  office_.publish(first);
  const auto figures = office_.ask({"figures", "--as-of", last_day(first)});
  const auto& target = figures.at("targets").as_array().front().as_object();
  const std::string deadline(target.at("deadline").as_string());
  const auto dekad = dekad_of(parse_iso_date(deadline).value()).next();
  const auto name = format_dekad(dekad);
  ASSERT_EQ(office_.import(first, {"--dekad", name}).exit_code, 0);
  ASSERT_EQ(office_.run({"lock", "--dekad", name}).exit_code, 0);
  ASSERT_EQ(office_.run({"publish", "--dekad", name}).exit_code, 0);
  const auto on_deadline = office_.ask({"figures", "--as-of", deadline});
  const auto later = office_.ask({"figures", "--as-of", last_day(name)});
  const auto rate = [](const bj::value& answer) {
    const auto& shown = answer.at("targets").as_array().front().at("rate").as_object();
    return std::pair(shown.at("numerator").as_int64(), shown.at("denominator").as_int64());
  };
  EXPECT_EQ(rate(later), rate(on_deadline));
  EXPECT_EQ(office_.run({"verify"}).exit_code, 0);
}

TEST_P(Spine, AProjectThatWasMovedIsNotReportedAnewByTheUnitThatItLeft) {
  office_.init();
  office_.make_sample(24, 23);
  const auto dekads = office_.dekads();
  ASSERT_EQ(office_.import(dekads[0]).exit_code, 0);
  const auto ledger = office_.ask({"ledger", "--as-of", last_day(dekads[0])});
  const auto& rows = ledger.as_array();
  const auto without_code =
      std::ranges::find_if(rows, [](const bj::value& row) { return row.at("code").as_string().empty(); });
  ASSERT_NE(without_code, rows.end());
  const auto& moved = without_code->as_object();
  const std::string unit(moved.at("responsible_unit").as_string());
  const std::string project(moved.at("project").as_string());
  std::string other;
  for (const auto& row : rows)
    if (row.at("responsible_unit").as_string() != unit) other = std::string(row.at("responsible_unit").as_string());
  const auto first_day = format_iso(parse_dekad(dekads[1]).value().first_day());
  ASSERT_EQ(office_
                .run({"project", "move", "--project", project, "--on", first_day, "--to", other, "--reason", "划转",
                      "--approval", "纪要"})
                .exit_code,
            0);
  const auto file = (office_.folder() / "sample" / dekads[0] / (unit + ".xlsx")).string();
  const auto answer = office_.ask({"import", file, "--dekad", dekads[1], "--policy", "good_rows"}, 1);
  const auto& table = answer.at("files").as_array().front().as_object();
  EXPECT_EQ(table.at("new").as_int64(), 0);
  EXPECT_EQ(table.at("refused").as_int64(), 1);
  const auto& messages = table.at("messages").as_array();
  EXPECT_TRUE(std::ranges::any_of(
      messages, [](const bj::value& message) { return message.at("code").as_string() == "project_of_other_unit"; }));
}

TEST_P(Spine, WhatWasKnownThenIsStillAnsweredTheSame) {
  office_.init();
  office_.make_sample(24, 17);
  const auto dekads = office_.dekads();
  office_.publish(dekads[0]);
  const auto then = last_day(dekads[0]) + "T23:00:00+08:00";
  const auto before = office_.ask({"figures", "--as-of", last_day(dekads[0]), "--known-at", then});
  ASSERT_EQ(office_.import(dekads[1]).exit_code, 0);
  EXPECT_EQ(office_.ask({"figures", "--as-of", last_day(dekads[0]), "--known-at", then}), before);
}

INSTANTIATE_TEST_SUITE_P(Campaigns, Spine, testing::Values("chifeng-2023", "example"), [](const auto& info) {
  return std::string(info.param).substr(0, std::string(info.param).find('-'));
});

}  // namespace
}  // namespace guatu::test
