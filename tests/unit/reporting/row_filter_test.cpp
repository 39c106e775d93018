#include "guatu/reporting/rows/row_filter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "guatu/reporting/rows/row_order.hpp"

#include "tests/support/campaign_builder.hpp"

// Which rows a number opens to: each condition alone, several together, and the order.
namespace guatu::reporting {
namespace {

using testing::small_campaign;

/// Three projects: P1 of the north with a finished and an open part, P2 of the south handed up above, P3 all finished.
class RowFilter : public ::testing::Test {
 protected:
  RowFilter() {
    histories_.resize(3);
    add(0, "P0001", "桥头镇污水处理厂", "north", "qtzwsclc", 300);
    add_part(0, 0, ProcedureState::Finished, Authority::City, planning::Light::Green);
    add_part(0, 1, ProcedureState::InReview, Authority::City, planning::Light::Red).procedure.overdue = true;
    add(1, "P0002", "矿区道路", "south", "kqdl", 100);
    add_part(1, 0, ProcedureState::HandedUp, Authority::Region, planning::Light::Arrow);
    add_part(1, 1, ProcedureState::Unknown, std::nullopt, planning::Light::Yellow);
    add(2, "P0003", "风电场", "north", "fdc", 200);
    add_part(2, 0, ProcedureState::Finished, Authority::City, planning::Light::Green);
    rows_.projects[2].verdict = {true, true, true};
    for (auto& project : rows_.projects) {
      project.light = worst_light(project.parts);
      project.counts = count_parts(project.parts);
    }
  }

  void add(std::size_t place, const std::string& id, const std::string& name, const std::string& unit,
           const std::string& initials, std::int64_t investment) {
    auto& record = histories_[place].record;
    record.id = ProjectId{id};
    record.name = name;
    record.districts = {UnitCode{unit}};
    record.total_investment = Amount{investment};
    ProjectRow row;
    row.history = &histories_[place];
    row.name = name;
    row.responsible = UnitCode{unit};
    row.verdict.counted = true;
    row.initials = initials + "\n";
    row.search_key = (id == "P0001" ? "p0001" : "p000x") + ("\n" + name);
    rows_.projects.push_back(std::move(row));
  }

  PartRow& add_part(std::size_t place, std::size_t kind, ProcedureState state, std::optional<Authority> authority,
                    planning::Light light) {
    PartRow part;
    part.procedure.kind = kind;
    part.procedure.state = state;
    part.procedure.authority = authority;
    part.line = campaign_.kinds[kind].line;
    part.light.light = light;
    if (state != ProcedureState::Finished) part.hold = ledger::Hold::Unfinished;
    return rows_.projects[place].parts.emplace_back(std::move(part));
  }

  [[nodiscard]] std::string found(const ProjectFilter& filter, const PartFilter& part = {}) const {
    std::string ids;
    for (const auto* row : find_projects(rows_, filter, part, campaign_))
      ids += row->history->record.id.text().substr(4);
    return ids;
  }
  [[nodiscard]] std::size_t parts(const PartFilter& part, const ProjectFilter& filter = {}) const {
    return find_parts(rows_, filter, part, campaign_).size();
  }

  campaign::Campaign campaign_ = small_campaign();
  std::vector<ledger::ProjectHistory> histories_;
  DayRows rows_{Date::of(2023, 1, 10), {}};
};

TEST_F(RowFilter, NothingAskedFindsEverything) {
  EXPECT_EQ(found({}), "123");
  EXPECT_EQ(parts({}), 5U);
}

TEST_F(RowFilter, EachConditionOfAProject) {
  EXPECT_EQ(found({.responsible = {"north"}}), "13");
  EXPECT_EQ(found({.responsible = {"north", "south"}}), "123");
  EXPECT_EQ(found({.districts = {"south"}}), "2");
  EXPECT_EQ(found({.lights = {"red"}}), "1");
  EXPECT_EQ(found({.lights = {"green"}}), "3");
  EXPECT_EQ(found({.held_at = {"land"}}), "12");
  EXPECT_EQ(found({.held_by = {"plan"}}), "2");
  EXPECT_EQ(found({.finished = true}), "3");
  EXPECT_EQ(found({.finished = false}), "12");
  EXPECT_EQ(found({.gained = true}), "");
  EXPECT_EQ(found({.fault = "no_plan_date"}), "");
}

TEST_F(RowFilter, TextIsFoundInNamesIdsAndInitials) {
  EXPECT_EQ(found({.text = "污水"}), "1");
  EXPECT_EQ(found({.text = "P 0001"}), "1");
  EXPECT_EQ(found({.text = "QTZ"}), "1");
  EXPECT_EQ(found({.text = "kqdl"}), "2");
  EXPECT_EQ(found({.text = " "}), "123");
  EXPECT_EQ(found({.text = "水污"}), "");
}

TEST_F(RowFilter, EachConditionOfAPart) {
  EXPECT_EQ(parts({.kinds = {"approval"}}), 3U);
  EXPECT_EQ(parts({.states = {"finished"}}), 2U);
  EXPECT_EQ(parts({.states = {"finished", "unknown"}}), 3U);
  EXPECT_EQ(parts({.lines = {"soil"}}), 2U);
  EXPECT_EQ(parts({.lights = {"yellow", "red"}}), 2U);
  EXPECT_EQ(parts({.authorities = {"missing"}}), 1U);
  EXPECT_EQ(parts({.scope = campaign::AuthorityScope::CityAndCounty}), 4U) << "a missing level counts with the city";
  EXPECT_EQ(parts({.scope = campaign::AuthorityScope::RegionAndState}), 1U);
  EXPECT_EQ(parts({.overdue = true}), 1U);
  EXPECT_EQ(parts({.open = true}), 2U) << "handed up is not open";
  EXPECT_EQ(parts({.applicable = false}), 0U);
}

TEST_F(RowFilter, OnePartHasToMeetEverythingAtOnce) {
  EXPECT_EQ(found({}, {.kinds = {"approval"}, .states = {"finished"}}), "13");
  EXPECT_EQ(found({}, {.kinds = {"land"}, .states = {"finished"}}), "") << "two parts together are not one";
  EXPECT_EQ(parts({.states = {"finished"}}, {.responsible = {"north"}, .finished = false}), 1U);
}

TEST_F(RowFilter, OrdersKeepTheIdsOrderAmongEquals) {
  auto rows = find_projects(rows_, {}, {}, campaign_);
  const auto order = [&](std::string_view word) {
    rows = find_projects(rows_, {}, {}, campaign_);
    EXPECT_TRUE(sort_projects(rows, word)) << word;
    std::string ids;
    for (const auto* row : rows)
      ids += row->history->record.id.text().substr(4);
    return ids;
  };
  EXPECT_EQ(order(""), "123");
  EXPECT_EQ(order("-id"), "321");
  EXPECT_EQ(order("total_investment"), "231");
  EXPECT_EQ(order("-total_investment"), "132");
  EXPECT_EQ(order("light"), "123");
  EXPECT_EQ(order("responsible"), "132");
  EXPECT_EQ(order("name"), "321");
  EXPECT_FALSE(sort_projects(rows, "colour"));
  EXPECT_FALSE(sort_projects(rows, "--id"));
}

}  // namespace
}  // namespace guatu::reporting
