#include <algorithm>

#include "guatu/leagues/league_scope.hpp"
#include "guatu/leagues/league_table.hpp"

namespace guatu::leagues {
namespace {

using counting::PartCell;
using counting::Unverified;

Bilingual state_reason(const PartCell& part) {
  switch (part.state) {
    case ProcedureState::Finished:
      return {"已报未核：办结日期系推定，或既无文号又无批复，考核节点不计入",
              "unverified: assumed date, or neither number nor paper; left out at an assessment cut"};
    case ProcedureState::HandedUp:
      return decides_above_city(part.authority)
                 ? Bilingual{"要件已上报最终审批部门，尚未批复：计入达标，不计入办结",
                             "handed up and not decided yet: meets the target, is not a completion"}
                 : Bilingual{"市县权限手续须办结，上报不计", "decided by city or county: handing up does not count"};
    case ProcedureState::Returned:
      return {"补正或退件，待重新申报", "returned for correction, or rejected"};
    case ProcedureState::InReview:
      return {"已受理，尚未办结", "accepted, not decided yet"};
    case ProcedureState::Submitted:
      return {"已申报，尚未受理", "submitted, not accepted yet"};
    case ProcedureState::Preparing:
      return {"正在组卷，尚未申报", "papers being prepared, not submitted yet"};
    case ProcedureState::NotStarted:
      return {"尚未启动", "not started"};
    case ProcedureState::Unknown:
    case ProcedureState::NotApplicable:
      break;
  }
  return {"未填报：空白不等于不涉及", "not reported: blank is not \"not applicable\""};
}

Bilingual reason_of(const PartCell& part) {
  auto reason = state_reason(part);
  const auto add = [&](bool holds, const char* zh, const char* en) {
    if (!holds) return;
    reason.zh += zh;
    reason.en += en;
  };
  add(part.held_above, "；受上级前置制约", "; held by a procedure decided above");
  add(part.overdue, "；已超计划办结时间", "; past its plan date");
  add(part.disputed, "；有异议待处理", "; disputed");
  return reason;
}

class Explainer {
 public:
  Explainer(const campaign::Campaign& campaign, const counting::TallyInput& now, const campaign::LeagueRule& league)
      : campaign_(campaign), now_(now), league_(league), unverified_(unverified_on(campaign, now.as_of)) {}

  [[nodiscard]] std::vector<ExplainRow> projects_of(counting::UnitIndex unit) const {
    std::vector<ExplainRow> rows;
    for (const auto& project : now_.projects) {
      if (unit_of(league_, project) != unit) continue;
      ExplainRow row{project.id, project.name, {}, {}, false, false, {}};
      for (const auto& part : counting::parts_of(now_, project))
        take(row, part);
      row.done = row.counts && row.blockers.empty();
      rows.push_back(std::move(row));
    }
    return rows;
  }

  [[nodiscard]] std::vector<ExplainRow> parts_of(counting::UnitIndex unit) const {
    std::vector<ExplainRow> rows;
    for (const auto& project : now_.projects) {
      const auto parts = counting::parts_of(now_, project);
      if (std::ranges::none_of(parts, counting::is_applicable)) continue;
      for (const auto& part : parts) {
        if (part.line != unit || !is_in_scope(league_, part)) continue;
        ExplainRow row{project.id, project.name, kind(part), name(part), false, false, {}};
        take(row, part);
        row.done = row.counts && row.blockers.empty();
        rows.push_back(std::move(row));
      }
    }
    return rows;
  }

 private:
  [[nodiscard]] const KindCode& kind(const PartCell& part) const { return campaign_.kinds[part.kind].code; }
  [[nodiscard]] const std::string& name(const PartCell& part) const { return now_.part_names[part.part_name]; }

  void take(ExplainRow& row, const PartCell& part) const {
    if (!counting::is_applicable(part)) return;
    row.counts = true;
    if (!is_done(campaign_, league_, part, unverified_))
      row.blockers.push_back({kind(part), name(part), part.state, reason_of(part)});
  }

  const campaign::Campaign& campaign_;
  const counting::TallyInput& now_;
  const campaign::LeagueRule& league_;
  Unverified unverified_;
};

}  // namespace

std::vector<ExplainRow> explain(const campaign::Campaign& campaign, const counting::TallyInput& now,
                                const campaign::LeagueRule& league, const UnitCode& unit) {
  const auto found = std::ranges::find(campaign.units, unit, &campaign::Unit::code);
  if (found == campaign.units.end()) return {};
  const auto index = static_cast<counting::UnitIndex>(found - campaign.units.begin());
  const Explainer explainer(campaign, now, league);
  return league.counts == campaign::LeagueUnit::Project ? explainer.projects_of(index) : explainer.parts_of(index);
}

}  // namespace guatu::leagues
