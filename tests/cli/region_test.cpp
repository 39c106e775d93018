#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/office.hpp"

// A region adds up what its cities have published.
namespace guatu::test {
namespace {

using testing::HasSubstr;

class Region : public testing::Test {
 protected:
  Region() {
    int seed = 40;
    for (const auto* city : {&first_, &second_}) {
      city->init();
      city->make_sample(6, seed++);
      city->publish(city->dekads()[0]);
    }
    dekad_ = first_.dekads()[0];
    second_.publish(second_.dekads()[1]);
  }

  [[nodiscard]] static std::string entry(const std::string& code, const std::string& name, const std::string& store) {
    return "[[city]]\ncode = \"" + code + "\"\nname = \"" + name + "\"\nname_en = \"City " + code + "\"\nstore = \"" +
           store + "\"\n";
  }
  [[nodiscard]] static std::string store_of(const Office& city) {
    return "sqlite:" + (city.folder() / "guatu.db").string();
  }

  void write_registry(const std::string& more = {}) const {
    write_text(first_.folder() / "region.toml", "[region]\nname = \"某自治区\"\nname_en = \"A region\"\n" +
                                                    entry("1", "甲市", "sqlite:guatu.db") +
                                                    entry("2", "乙市", store_of(second_)) + more);
  }

  [[nodiscard]] static boost::json::value figures(const Office& city, const std::string& dekad) {
    return city.ask({"figures", "--as-of", last_day(dekad)});
  }

  Office first_{"example"}, second_{"example"};
  std::string dekad_;
};

TEST_F(Region, AddsWhatTheCitiesPublishedForADekad) {
  write_registry();
  const auto answer = first_.ask({"region", "figures", "--registry", "region.toml", "--dekad", dekad_});
  ASSERT_EQ(answer.at("cities").as_array().size(), 2U);
  EXPECT_TRUE(answer.at("missing").as_array().empty());
  for (const auto* key : {"counted", "finished", "meets", "gained"}) {
    const auto sum = figures(first_, dekad_).at("projects").at(key).as_int64() +
                     figures(second_, dekad_).at("projects").at(key).as_int64();
    EXPECT_EQ(answer.at("total").at("projects").at(key).as_int64(), sum) << key;
  }
  EXPECT_GT(answer.at("total").at("projects").at("counted").as_int64(), 0);
}

TEST_F(Region, TakesEachCitysNewestBulletinAndSaysWhenTheyDiffer) {
  write_registry();
  const auto answer = first_.ask({"region", "figures", "--registry", "region.toml"});
  EXPECT_EQ(answer.at("cities").at(0).at("dekad"), boost::json::value(dekad_));
  EXPECT_EQ(answer.at("cities").at(1).at("dekad"), boost::json::value(second_.dekads()[1]));
  const auto shown = first_.run({"region", "figures", "--registry", "region.toml", "--lang", "en"});
  EXPECT_EQ(shown.exit_code, 0);
  EXPECT_THAT(shown.out, HasSubstr("of different dekads"));
}

TEST_F(Region, UnpublishedChangesDoNotCount) {
  write_registry();
  const auto before = first_.run({"region", "figures", "--registry", "region.toml", "--json"}).out;
  ASSERT_EQ(first_.import(first_.dekads()[1]).exit_code, 0);
  EXPECT_EQ(first_.run({"region", "figures", "--registry", "region.toml", "--json"}).out, before);
}

TEST_F(Region, ACityThatCannotBeReadIsNamedAndTheOthersCount) {
  const Office empty{"example"};
  empty.init();
  write_registry(entry("3", "丙市", store_of(empty)) + entry("4", "丁市", "sqlite:nowhere.db"));
  const auto answer = first_.ask({"region", "figures", "--registry", "region.toml"}, 1);
  EXPECT_EQ(answer.at("cities").as_array().size(), 2U);
  const auto& missing = answer.at("missing").as_array();
  ASSERT_EQ(missing.size(), 2U);
  EXPECT_EQ(missing[0].at("text_en"), boost::json::value("has published nothing yet"));
  EXPECT_THAT(std::string(missing[1].at("text_en").as_string()), HasSubstr("nowhere.db"));
  const auto shown = first_.run({"region", "figures", "--registry", "region.toml", "--lang", "en"});
  EXPECT_EQ(shown.exit_code, 1);
  EXPECT_THAT(shown.err, HasSubstr("not counted: City 3: has published nothing yet"));
}

TEST_F(Region, OneLedgerUnderTwoAddressesCountsOnce) {
  std::filesystem::copy_file(second_.folder() / "guatu.db", first_.folder() / "copy.db");
  write_registry(entry("3", "丙市", "sqlite:./guatu.db") + entry("4", "丁市", "sqlite:copy.db"));
  const auto answer = first_.ask({"region", "figures", "--registry", "region.toml"}, 1);
  EXPECT_EQ(answer.at("cities").as_array().size(), 2U);
  const auto& missing = answer.at("missing").as_array();
  ASSERT_EQ(missing.size(), 2U);
  EXPECT_THAT(std::string(missing[0].at("text_en").as_string()), HasSubstr("same ledger as that of 1"));
  EXPECT_THAT(std::string(missing[1].at("text_en").as_string()), HasSubstr("same ledger as that of 2"));
}

TEST_F(Region, APasswordInTheRegistryIsNotRepeated) {
  const std::string store = "postgresql://u:geheim@127.0.0.1/guatu";
  write_registry(entry("3", "丙市", store) + entry("4", "丁市", store));
  const auto refused = first_.run({"region", "figures", "--registry", "region.toml", "--lang", "en"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr("is that of a city above (3)"));
  EXPECT_THAT(refused.err + refused.out, testing::Not(HasSubstr("geheim")));
}

TEST_F(Region, ARegistryWithFaultsIsRefused) {
  write_text(first_.folder() / "region.toml", "[region]\nname = \"r\"\n");
  const auto refused = first_.run({"region", "figures", "--registry", "region.toml", "--lang", "en"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr("lists no city"));
  EXPECT_EQ(first_.run({"region", "rank", "--registry", "region.toml"}).exit_code, 2);
}

}  // namespace
}  // namespace guatu::test
