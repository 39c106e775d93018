#include <algorithm>
#include <gtest/gtest.h>

#include "guatu/json/record_codec.hpp"

#include "tests/cli/office.hpp"

// A platform's export against the ledger, from the file to the figures and the bulletin.
namespace guatu::test {
namespace {

namespace bj = boost::json;

constexpr const char* kAdapter =
    "id = \"platform\"\nname = \"平台\"\n[columns]\nproject_code = [\"项目代码\"]\nkind = [\"事项\"]\nstate = "
    "[\"状态\"]\n"
    "finished = [\"办结时间\"]\ndocument_number = [\"文号\"]\n[states]\nfinished = [\"已办结\"]\nin_review = "
    "[\"审批中\"]\n"
    "skipped = [\"作废\"]\n[kinds]\napproval = [\"备案\"]\n";

std::string text(const bj::value& row, const char* key) {
  return std::string(row.at(key).as_string());
}

class Match : public ::testing::Test {
 protected:
  void SetUp() override {
    office_.init();
    office_.make_sample(30, 11);
    dekad_ = office_.dekads().front();
    day_ = last_day(dekad_);
    ASSERT_NE(office_.import(dekad_, {"--policy", "good_rows"}).exit_code, 3);
    write_text(office_.folder() / "adapter.toml", kAdapter);
    const auto ledger = office_.ask({"ledger", "--as-of", day_, "--json"});
    for (const auto& row : ledger.as_array())
      if (text(row, "kind") == "approval" && text(row, "state") == "finished" && !text(row, "code").empty() &&
          text(row, "part").empty() && text(row, "finished_assumed") == "false")
        finished_.push_back(row.as_object());
    ASSERT_GE(finished_.size(), 2U);
  }

  /// An export in which the platform says this of the first finished project, and agrees with us on the second.
  void export_as(const std::string& state, const std::string& day) const {
    const auto line = [](const std::string& code, const std::string& said, const std::string& on) {
      return code + ",备案," + said + "," + on + ",\n";
    };
    write_text(office_.folder() / "平台.csv",
               "项目代码,事项,状态,办结时间,文号\n" + line(text(finished_[0], "code"), state, day) +
                   line(text(finished_[1], "code"), "已办结", text(finished_[1], "finished_on")) +
                   "2212-150402-04-01-000000,备案,已办结,2022-12-01,\n2212-150402-04-01-000000,消防验收,已办结,,\n");
  }

  [[nodiscard]] bj::value match(const std::string& as_of, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"match", "平台.csv", "--adapter", "adapter.toml", "--as-of", as_of, "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return office_.ask(words);
  }

  [[nodiscard]] std::int64_t disputed(const std::string& as_of) const {
    return office_.ask({"figures", "--as-of", as_of, "--json"}).at("procedures").at("disputed").as_int64();
  }

  Office office_{"chifeng-2023"};
  std::string dekad_, day_;
  std::vector<bj::object> finished_;
};

TEST_F(Match, DifferencesAreOpenedOnceShownInTheFiguresAndClosedByAgreement) {
  const auto ledger_before = office_.run({"ledger", "--as-of", day_, "--format", "csv"}).out;
  export_as("审批中", "");
  const auto tried = match(day_, {"--dry-run"});
  EXPECT_EQ(tried.at("opened").as_array().size(), 1U);
  EXPECT_FALSE(tried.at("applied").as_bool());
  EXPECT_EQ(disputed(day_), 0);

  const auto first = match(day_);
  ASSERT_EQ(first.at("opened").as_array().size(), 1U);
  const auto dispute = first.at("opened").as_array().front();
  EXPECT_EQ(text(dispute, "project"), text(finished_[0], "project"));
  EXPECT_EQ(text(dispute, "field"), "state");
  EXPECT_EQ(text(dispute, "ours"), "finished");
  EXPECT_EQ(text(dispute, "theirs"), "in_review");
  EXPECT_EQ(text(dispute, "owner"), text(finished_[0], "responsible_unit"));
  EXPECT_EQ(text(dispute, "file"), "平台.csv");
  EXPECT_EQ(text(dispute, "cell"), "C2");
  EXPECT_EQ(first.at("unmatched").as_array().size(), 1U);
  EXPECT_EQ(text(first.at("other_kinds").as_array().front(), "kind"), "消防验收");
  EXPECT_EQ(disputed(day_), 1);
  EXPECT_EQ(office_.run({"ledger", "--as-of", day_, "--format", "csv"}).out, ledger_before) << "no fact is touched";

  const auto head = office_.head();
  const auto second = match(day_);
  EXPECT_TRUE(second.at("opened").as_array().empty());
  EXPECT_EQ(second.at("unchanged").as_int64(), 1);
  EXPECT_EQ(office_.head(), head) << "nothing new, nothing written";

  const auto later = "2022-12-20";
  export_as("已办结", text(finished_[0], "finished_on"));
  EXPECT_EQ(match(later).at("closed").as_array().size(), 1U);
  EXPECT_EQ(disputed(later), 0);
  EXPECT_EQ(disputed(day_), 1) << "on its day it was open";
  EXPECT_EQ(office_.run({"verify"}).exit_code, 0);
}

TEST_F(Match, DisputesAreListedByUnitAndOverdueAfterTheirDay) {
  export_as("审批中", "");
  ASSERT_EQ(match(day_).at("opened").as_array().size(), 1U);
  const auto unit = text(finished_[0], "responsible_unit");
  const auto open = office_.ask({"disputes", "--open", "--unit", unit, "--as-of", day_, "--json"});
  ASSERT_EQ(open.at("disputes").as_array().size(), 1U);
  EXPECT_FALSE(open.at("disputes").as_array().front().at("overdue").as_bool());
  const auto late = office_.ask({"disputes", "--as-of", "2023-01-30", "--json"});
  EXPECT_TRUE(late.at("disputes").as_array().front().at("overdue").as_bool());
  EXPECT_TRUE(office_.ask({"disputes", "--as-of", "2022-11-01", "--json"}).at("disputes").as_array().empty());
  const auto other = unit == "150402" ? "150403" : "150402";
  EXPECT_TRUE(office_.ask({"disputes", "--unit", other, "--as-of", day_, "--json"}).at("disputes").as_array().empty());
  EXPECT_EQ(office_.run({"disputes", "--unit", "nobody"}).exit_code, 1);
}

TEST_F(Match, AFrozenDekadStaysAsItWasWhenADisputeComesLater) {
  ASSERT_EQ(office_.run({"lock", "--dekad", dekad_}).exit_code, 0);
  ASSERT_EQ(office_.run({"publish", "--dekad", dekad_}).exit_code, 0);
  export_as("审批中", "");
  ASSERT_EQ(match(day_).at("opened").as_array().size(), 1U);
  EXPECT_EQ(office_.run({"verify"}).exit_code, 0);
}

TEST_F(Match, AWrongAdapterOrExportIsRefusedAndWritesNothing) {
  const auto head = office_.head();
  export_as("新状态", "");
  EXPECT_EQ(office_.run({"match", "平台.csv", "--adapter", "adapter.toml", "--as-of", day_}).exit_code, 1)
      << "a row that is not understood";
  write_text(office_.folder() / "adapter.toml", "id = \"p\"\n");
  const auto wrong = office_.run({"match", "平台.csv", "--adapter", "adapter.toml"});
  EXPECT_EQ(wrong.exit_code, 1);
  EXPECT_NE(wrong.err.find("adapter.toml:1: name"), std::string::npos) << wrong.err;
  EXPECT_EQ(office_.run({"match", "平台.csv"}).exit_code, 2);
  EXPECT_EQ(office_.head(), head);
}

TEST(DisputeRecord, IsReadAsItWasWritten) {
  ledger::SourceDispute dispute{
      {ProjectId{"P0001"}, KindCode{"works"}, "二标段", ledger::DisputedField::FinishedOn, "p"},
      "2022-12-05",
      "2022-12-06",
      true,
      "e.xlsx",
      "办件",
      "G7",
      UnitCode{"north"},
      Date::of(2022, 12, 10),
      Date::of(2022, 12, 16),
      std::nullopt};
  EXPECT_EQ(json::dispute_subject(dispute), "P0001/works/二标段#finished_on@p@2022-12-10");
  EXPECT_EQ(
      json::encode_dispute(dispute),
      "{\"v\":1,\"project\":\"P0001\",\"kind\":\"works\",\"part\":\"二标段\",\"field\":\"finished_on\",\"source\":"
      "\"p\","
      "\"ours\":\"2022-12-05\",\"theirs\":\"2022-12-06\",\"suggestion\":true,\"file\":\"e.xlsx\",\"sheet\":\"办件\","
      "\"cell\":\"G7\",\"owner\":\"north\",\"opened_on\":\"2022-12-10\",\"due_on\":\"2022-12-16\"}");
  const auto read = json::decode_dispute(json::encode_dispute(dispute));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, dispute);
  dispute.closed_on = Date::of(2022, 12, 20);
  EXPECT_EQ(*json::decode_dispute(json::encode_dispute(dispute)), dispute);
  const auto wrong =
      json::decode_dispute("{\"v\":1,\"field\":\"colour\",\"opened_on\":\"2022-12-10\",\"due_on\":\"2022-12-16\"}");
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().kind, ErrorKind::IntegrityBroken);
}

}  // namespace
}  // namespace guatu::test
