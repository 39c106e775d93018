#pragma once

#include <set>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"

/// A small campaign for tests: three kinds, three districts, two sponsors, three approvers, no target and no league until
/// a test adds them. Every field may be changed afterwards.
namespace guatu::testing {

inline campaign::Unit make_unit(const std::string& code, const std::string& zh,
                                std::set<campaign::Capacity> capacities) {
  campaign::Unit unit;
  unit.code = UnitCode{code};
  unit.names.push_back({std::nullopt, {zh, "Unit " + code}, zh});
  unit.capacities = std::move(capacities);
  return unit;
}

inline campaign::ProcedureKind make_kind(const std::string& code, const std::string& zh, const std::string& line) {
  campaign::ProcedureKind kind;
  kind.code = KindCode{code};
  kind.name = {zh, "Kind " + code};
  kind.short_name = zh;
  kind.line = UnitCode{line};
  campaign::Variant variant;
  variant.code = VariantCode{"normal"};
  variant.name = {"一般", "normal"};
  variant.legal_limit = {20, DayUnit::WorkingDay};
  kind.variants.push_back(variant);
  return kind;
}

inline campaign::Target make_target(const std::string& id, campaign::Measure measure, campaign::AuthorityScope scope,
                                    Ratio threshold, Date deadline) {
  return {id, {"目标" + id, "Target " + id}, measure, scope, threshold, deadline, "Plan 1"};
}

inline campaign::LeagueRule make_league(const std::string& id, campaign::Capacity ranked, campaign::LeagueUnit counts,
                                        int bottom) {
  campaign::LeagueRule league;
  league.id = id;
  league.name = {"序列" + id, "League " + id};
  league.ranked = ranked;
  league.counts = counts;
  league.bottom = bottom;
  league.clause = "Plan 2.4";
  return league;
}

/// Kinds `approval` (line `plan`), `land` (line `soil`), `works` (line `build`); districts `north`, `south`, `west`;
/// sponsors `road`, `farm`. Starts 2022-12-01, assessment cut 2022-12-31.
inline campaign::Campaign small_campaign() {
  using campaign::Capacity;
  campaign::Campaign campaign;
  campaign.id = "small";
  campaign.title = {"小型行动", "Small campaign"};
  campaign.version = "1";
  campaign.starts_on = Date::of(2022, 12, 1);
  campaign.ends_on = Date::of(2023, 3, 31);
  campaign.first_dekad = {2022, 12, 1};
  campaign.assessment_cuts = {Date::of(2022, 12, 31)};
  campaign.kinds = {make_kind("approval", "立项", "plan"), make_kind("land", "用地", "soil"),
                    make_kind("works", "施工许可", "build")};
  campaign.units = {
      make_unit("north", "北区", {Capacity::District}),  make_unit("south", "南区", {Capacity::District}),
      make_unit("west", "西旗", {Capacity::District}),   make_unit("road", "交通局", {Capacity::Sponsor}),
      make_unit("farm", "农牧局", {Capacity::Sponsor}),  make_unit("plan", "发改委", {Capacity::Approver}),
      make_unit("soil", "资源局", {Capacity::Approver}), make_unit("build", "住建局", {Capacity::Approver})};
  return campaign;
}

}  // namespace guatu::testing
