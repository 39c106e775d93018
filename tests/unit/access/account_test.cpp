#include "guatu/access/account.hpp"

#include <gtest/gtest.h>

#include "guatu/access/password_rule.hpp"
#include "guatu/access/session_rule.hpp"

namespace guatu::access {
namespace {

campaign::Campaign two_units() {
  campaign::Campaign campaign;
  for (const auto* code : {"zhb", "150402"}) {
    campaign::Unit unit;
    unit.code = UnitCode{code};
    unit.names.push_back({std::nullopt, {code, code}, code});
    campaign.units.push_back(unit);
  }
  campaign.index();
  return campaign;
}

Post post(Role role, const char* unit = "zhb") {
  return {role, UnitCode{unit}, {}, {}};
}

TEST(Roles, AreFoundByNameAndAdministratorsByTheShortOne) {
  for (const auto role : all_roles())
    EXPECT_EQ(find_role(role_name(role)), role);
  EXPECT_EQ(find_role("audit"), Role::AuditAdmin);
  EXPECT_EQ(find_role("unit"), std::nullopt);
  EXPECT_EQ(find_role(""), std::nullopt);
}

TEST(AccountName, IsPlain) {
  for (const auto* good : {"li", "zhang.san-2", "张三", "a_b"})
    EXPECT_TRUE(name_objections(good).empty()) << good;
  for (const auto* bad : {"", "a", "Zhang", "a b", "a/b", "a\nb", "a@b", "\xEF\xBC\xA1\xEF\xBC\xA2"})
    EXPECT_FALSE(name_objections(bad).empty()) << bad;
  EXPECT_FALSE(name_objections(std::string(41, 'a')).empty());
}

TEST(Posts, CanBeHeldTogether) {
  const auto campaign = two_units();
  EXPECT_TRUE(post_objections({}, campaign).empty());
  EXPECT_TRUE(post_objections({post(Role::Reporter, "150402"), post(Role::UnitHead, "150402")}, campaign).empty());
  EXPECT_TRUE(post_objections({post(Role::SystemAdmin)}, campaign).empty());
}

TEST(Posts, AreRefusedWithEveryReason) {
  const auto campaign = two_units();
  EXPECT_EQ(post_objections({post(Role::Reporter, "nowhere")}, campaign).size(), 1U);
  EXPECT_EQ(post_objections({post(Role::Reporter), post(Role::Reporter)}, campaign).size(), 1U);
  auto short_one = post(Role::Reporter);
  short_one.from = Date::of(2022, 12, 2);
  short_one.until = Date::of(2022, 12, 1);
  EXPECT_EQ(post_objections({short_one}, campaign).size(), 1U);
  EXPECT_EQ(post_objections({post(Role::SystemAdmin), post(Role::SecurityAdmin)}, campaign).size(), 1U);
  EXPECT_EQ(post_objections({post(Role::Office), post(Role::AuditAdmin)}, campaign).size(), 1U);
  EXPECT_EQ(post_objections({post(Role::Office, "nowhere"), post(Role::AuditAdmin)}, campaign).size(), 2U);
}

TEST(Posts, AreHeldFromDayToDay) {
  Account account;
  account.posts = {post(Role::Reporter)};
  account.posts[0].from = Date::of(2022, 12, 1);
  account.posts[0].until = Date::of(2022, 12, 31);
  EXPECT_TRUE(posts_on(account, Date::of(2022, 11, 30)).empty());
  EXPECT_EQ(posts_on(account, Date::of(2022, 12, 1)).size(), 1U);
  EXPECT_EQ(posts_on(account, Date::of(2022, 12, 31)).size(), 1U);
  EXPECT_TRUE(posts_on(account, Date::of(2023, 1, 1)).empty());
  account.disabled = true;
  EXPECT_TRUE(posts_on(account, Date::of(2022, 12, 1)).empty());
}

TEST(PasswordRule, TakesGoodOnes) {
  for (const auto* good : {"Tiger7-lake", "correct horse battery", "红山区的春天来得很早，风也不小了"})
    EXPECT_TRUE(password_objections(good, "zhang").empty()) << good;
}

TEST(PasswordRule, SaysWhatIsWrong) {
  EXPECT_EQ(password_objections("Ab1-xyzz", "zhang").size(), 1U) << "too short";
  EXPECT_EQ(password_objections("abcdefghijkl", "zhang").size(), 1U) << "one kind";
  EXPECT_EQ(password_objections("Aa1-Aa1-Aa1-", "zhang").size(), 1U) << "few letters";
  EXPECT_EQ(password_objections("Zhang-2022-12", "zhang").size(), 1U) << "the name";
  EXPECT_EQ(password_objections("Password-12", "zhang").size(), 1U) << "common";
  EXPECT_EQ(password_objections(std::string(201, 'x') + "Aa1-bcd", "zhang").size(), 1U) << "too long";
  EXPECT_GE(password_objections("", "zhang").size(), 3U) << "all at once";
}

TEST(SessionRule, EndsByIdlenessAndByAge) {
  const SessionRule rule{100, 1000, 10};
  EXPECT_FALSE(is_over(0, 0, 109, rule));
  EXPECT_TRUE(is_over(0, 0, 110, rule)) << "use is noted up to ten seconds late";
  EXPECT_FALSE(is_over(0, 950, 999, rule));
  EXPECT_TRUE(is_over(0, 999, 1000, rule));
  EXPECT_FALSE(should_touch(0, 9, rule));
  EXPECT_TRUE(should_touch(0, 10, rule));
}

}  // namespace
}  // namespace guatu::access
