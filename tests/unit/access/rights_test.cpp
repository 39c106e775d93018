#include "guatu/access/rights.hpp"

#include <gtest/gtest.h>
#include <set>

namespace guatu::access {
namespace {

Post post(Role role, const char* unit = "150402") {
  return {role, UnitCode{unit}, {}, {}};
}

WrittenRow row_of(const char* responsible, const char* line = "lcj") {
  return {UnitCode{responsible}, UnitCode{line}, {}, false};
}

WrittenRow locked(WrittenRow row, bool has_reason) {
  row.closed = Dekad{2022, 12, 1};
  row.has_reason = has_reason;
  return row;
}

TEST(Rights, NamesAreDistinctAndFoundAgain) {
  std::set<std::string_view> names;
  for (const auto right : all_rights()) {
    names.insert(right_name(right));
    EXPECT_EQ(find_right(right_name(right)), right);
    EXPECT_FALSE(right_words(right).zh.empty());
  }
  EXPECT_EQ(names.size(), kRights);
  EXPECT_EQ(find_right("fly"), std::nullopt);
}

TEST(Rights, EverybodyHasHisOwnAccountAndNobodyHasEverything) {
  for (const auto role : all_roles()) {
    EXPECT_EQ(reach_of(Right::OwnAccount, role), Reach::All);
    bool lacks = false;
    for (const auto right : all_rights())
      lacks = lacks || reach_of(right, role) == Reach::None;
    EXPECT_TRUE(lacks) << role_name(role);
  }
}

/// 三员分立: who makes accounts gives no roles and sees no audit, and so on around; none of them writes the ledger.
TEST(Rights, TheThreeAdministratorsAreSeparated) {
  const std::pair<Right, Role> kOnly[] = {{Right::ManageAccounts, Role::SystemAdmin},
                                          {Right::GiveRoles, Role::SecurityAdmin},
                                          {Right::SeeAudit, Role::AuditAdmin}};
  for (const auto& [right, holder] : kOnly)
    for (const auto role : all_roles())
      EXPECT_EQ(reach_of(right, role), role == holder ? Reach::All : Reach::None)
          << right_name(right) << " " << role_name(role);
  for (const auto right : {Right::SeeLedger, Right::SeeRanks, Right::ImportReturns, Right::EditProcedures,
                           Right::EditProjects, Right::ChangeLife, Right::ReviewLine})
    for (const auto role : {Role::SystemAdmin, Role::SecurityAdmin, Role::AuditAdmin})
      EXPECT_EQ(reach_of(right, role), Reach::None) << right_name(right);
}

TEST(Rights, WhoReadsOnlyWritesNothing) {
  for (const auto role : {Role::SealKeeper, Role::Supervisor, Role::Publicity, Role::Leader})
    for (const auto right :
         {Right::ImportReturns, Right::EditProcedures, Right::EditProjects, Right::ChangeLife, Right::ReviewLine})
      EXPECT_EQ(objections(post(role), right, row_of("150402")).size(), 1U) << role_name(role) << right_name(right);
}

TEST(Rights, AReporterWritesHisOwnUnitsRowsWhileTheDekadIsOpen) {
  const auto reporter = post(Role::Reporter);
  EXPECT_TRUE(objections(reporter, Right::EditProcedures, row_of("150402")).empty());
  const auto foreign = objections(reporter, Right::EditProcedures, row_of("150403"));
  ASSERT_EQ(foreign.size(), 1U);
  EXPECT_EQ(foreign[0].zh, "“填报手续”只限本单位负责的项目，这个项目由 150403 负责");
  EXPECT_EQ(objections(reporter, Right::EditProcedures, locked(row_of("150402"), false)).size(), 1U);
  EXPECT_EQ(objections(reporter, Right::EditProcedures, locked(row_of("150402"), true)).size(), 1U)
      << "a reason does not open it to units";
  EXPECT_EQ(objections(reporter, Right::EditProcedures, locked(row_of("150403"), false)).size(), 2U) << "both reasons";
}

TEST(Rights, TheOfficeWritesEverywhereAndIntoALockedDekadWithAReason) {
  const auto office = post(Role::Office, "zhb");
  EXPECT_TRUE(objections(office, Right::EditProcedures, row_of("150403")).empty());
  EXPECT_EQ(objections(office, Right::EditProcedures, locked(row_of("150403"), false)).size(), 1U);
  EXPECT_TRUE(objections(office, Right::EditProcedures, locked(row_of("150403"), true)).empty());
  EXPECT_TRUE(objections(office, Right::ChangeLife, locked(row_of("150403"), false)).empty()) << "life has no gate";
}

TEST(Rights, AReviewerReviewsHisLine) {
  const auto reviewer = post(Role::LineReviewer, "lcj");
  EXPECT_TRUE(objections(reviewer, Right::ReviewLine, row_of("150402", "lcj")).empty());
  EXPECT_EQ(objections(reviewer, Right::ReviewLine, row_of("lcj", "slj")).size(), 1U);
}

TEST(Rights, EveryFieldHasOneRight) {
  std::set<std::string_view> fields;
  for (const auto& each : field_rights())
    EXPECT_TRUE(fields.insert(each.field).second) << each.field;
}

TEST(Rights, AForbiddenErrorIsToldFromOtherRefusals) {
  EXPECT_TRUE(is_forbidden(forbidden("P0001", {})));
  EXPECT_FALSE(is_forbidden(make_error(ErrorKind::Refused, "P0001", "不行", "no")));
}

}  // namespace
}  // namespace guatu::access
