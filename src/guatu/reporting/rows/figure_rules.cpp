#include "guatu/reporting/rows/figure_rules.hpp"

#include <algorithm>
#include <iterator>

#include "guatu/leagues/rule_text.hpp"

namespace guatu::reporting {
namespace {

using campaign::AuthorityScope;
using campaign::Measure;
using campaign::Target;

const Bilingual kRules2{"统计规则 2（状态按日期计算）", "rules 2 (states from dated facts)"};
const Bilingual kRules4{"统计规则 4（计数）；工作方案 1", "rules 4 (counting); Plan 1"};
const Bilingual kRules7{"统计规则 7（亮灯）", "rules 7 (lights)"};

std::vector<FigureRule> project_rules() {
  return {
      {"projects.counted",
       {"计入统计的项目", "counted projects"},
       {"当日在库、至少有一项手续涉及的项目。未填报的手续视为涉及；全部不涉及的项目不计入任何数字，另列为缺陷。",
        "Projects in the campaign that day with at least one applicable procedure. What is not reported is applicable; "
        "a "
        "project where nothing is applicable is outside every number and listed as a fault."},
       kRules4,
       "projects?counted=true"},
      {"projects.finished",
       {"办结项目", "finished projects"},
       {"每项手续都已办结或不涉及，且至少一项办结的项目。要件已上报不算办结，未填报不算不涉及。",
        "Every procedure finished or not applicable, at least one finished. Handed up is not finished, not reported is "
        "not "
        "\"not applicable\"."},
       kRules4,
       "projects?counted=true&finished=true"},
      {"projects.meets",
       {"达标项目", "projects that meet the standard"},
       {"市县权限手续全部办结或不涉及，上级权限手续已上报最终审批部门、办结或不涉及的项目。",
        "City and county procedures finished or not applicable; those decided above handed up, finished or not "
        "applicable."},
       kRules4,
       "projects?counted=true&meets=true"},
      {"projects.finished_rate",
       {"办结率", "finished rate"},
       {"办结项目÷计入统计的项目。变化为两个显示比率之差（个百分点），与最近已通报旬相比，该旬未通报的按其末日重算。",
        "Finished ÷ counted projects. The change is the difference of the two rates as shown, against the newest "
        "published "
        "revision of the dekad before, otherwise that dekad recomputed."},
       kRules4,
       "projects?counted=true"},
      {"projects.meets_rate",
       {"达标率", "meets rate"},
       {"达标项目÷计入统计的项目。", "Projects that meet the standard ÷ counted projects."},
       kRules4,
       "projects?counted=true"},
      {"projects.gained",
       {"本旬新增办结", "gained"},
       {"当日办结、上一旬末（行动开始前一日为界）尚未办结的项目。",
        "Finished on the day and not yet at the end of the dekad before, nor before the campaign."},
       kRules4,
       "projects?counted=true&gained=true"},
      {"projects.invested",
       {"总投资", "total investment"},
       {"计入统计、办结、达标项目的总投资之和，以元计。",
        "Sum over the counted, finished and meeting projects, in yuan."},
       kRules4,
       "projects?counted=true"},
      {"projects.year_plan",
       {"年度计划投资", "this year's planned investment"},
       {"计入统计、办结、达标项目的年度计划投资之和，以元计。",
        "Sum over the counted, finished and meeting projects, in yuan."},
       kRules4,
       "projects?counted=true"},
  };
}

std::vector<FigureRule> procedure_rules() {
  return {
      {"procedures.strict",
       {"手续办结率", "procedures finished"},
       {"按项（子项）计：办结数÷涉及数。审批部门排名用此比率。",
        "By procedure part: finished ÷ applicable. The approvers' league ranks by it."},
       kRules4,
       "procedures?counted=true&applicable=true"},
      {"procedures.regional",
       {"手续办结率（含不涉及）", "procedures finished, the region's way"},
       {"按项（子项）计：（办结数＋不涉及数）÷全部，与上级公布口径一致，供对照。",
        "By procedure part: (finished + not applicable) ÷ all, as the region publishes it, for comparison."},
       kRules4,
       "procedures?counted=true"},
      {"procedures.not_submitted",
       {"未申报", "not submitted"},
       {"还在项目单位一侧：未填报、未启动、正在组卷、补正或退件的手续。",
        "On the owner's side: unknown, not started, preparing, returned."},
       kRules4,
       "procedures?counted=true&state=unknown,not_started,preparing,returned"},
      {"procedures.in_work",
       {"部门在办", "in work"},
       {"在审批部门一侧：已申报待受理、已受理（在办）的手续。", "On the department's side: submitted, in review."},
       kRules4,
       "procedures?counted=true&state=submitted,in_review"},
      {"procedures.overdue",
       {"超期手续", "overdue"},
       {"已过计划办结时间，且未办结、未上报、并非不涉及的手续。",
        "Past its plan date and neither finished, handed up nor not applicable."},
       kRules4,
       "procedures?counted=true&overdue=true"},
      {"procedures.unverified",
       {"已报未核", "unverified"},
       {"报为办结，但办结日期系推定，或既无文号又无批复的手续。计入办结，单独列示，考核节点不计分。",
        "Finished with an assumed date, or with neither number nor paper. Counts, is shown apart, and is left out at "
        "an "
        "assessment cut."},
       kRules2,
       "procedures?counted=true&unverified=true"},
      {"procedures.disputed",
       {"有争议", "disputed"},
       {"有未处理异议，或与审批平台记载不一致的手续。", "An open objection, or an approval platform says otherwise."},
       kRules2,
       "procedures?counted=true&disputed=true"},
      {"procedures.held_above",
       {"受上级前置制约", "held above"},
       {"前置手续由上级（省级及以上）审批且尚未办结的手续。仍计入分母。",
        "A predecessor decided by region or state is not finished. It stays in the denominator."},
       kRules2,
       "procedures?counted=true&held_above=true"},
  };
}

/// Of what is counted in groups, and of what stands beside the figures.
std::vector<FigureRule> group_rules() {
  return {
      {"by_kind",
       {"各审批事项按状态", "kinds by state"},
       {"计入统计的项目的手续，按事项和当日状态计数；状态由有日期的事实按规则推出，取最先符合的一行。",
        "Procedures of counted projects by kind and state of the day; the state follows from dated facts, first rule "
        "first."},
       kRules2,
       "procedures?counted=true&kind={kind}&state={state}"},
      {"by_authority",
       {"各审批层级按状态", "levels by state"},
       {"同上，按实际行使审批的层级计数；缺层级的列为 missing，并计入市县。",
        "The same by the level that decides; a missing level is counted with city and county."},
       kRules2,
       "procedures?counted=true&authority={authority}&state={state}"},
      {"carried",
       {"沿用上旬的单位", "carried units"},
       {"最近结束的旬未报送的责任单位；其数据沿用上旬。",
        "Responsible units that did not report the newest dekad that has ended; their facts are carried on."},
       {"统计规则 3", "rules 3"},
       "projects?carried=true"},
      {"faults",
       {"数据缺陷", "faults"},
       {"缺审批层级、缺计划办结时间、全部不涉及的项目，请责任单位补填或核实。",
        "A missing level, a missing plan date, nothing applicable: to be filled in or checked by the responsible "
        "unit."},
       kRules4,
       "projects?fault={code}"},
      {"plan",
       {"倒排工期", "back-schedule"},
       {"自统计日次一工作日起，按各事项法定办理时限和前后置关系正排得最早时间，自目标期限倒排得最迟时间，两者之差为富余"
        "工作日；"
        "小于零即按法定时限已来不及，差多少写多少。法定公示、公告期不压缩；已受理的自受理日起算；办结、已上报、不涉及的"
        "不再排。",
        "Forward from the working day after the day over legal limits and predecessors: the earliest dates. Back from "
        "the "
        "deadlines: the latest. Slack is the working days between them; below zero the legal limits no longer fit. "
        "Legal notice "
        "periods are never shortened; what was accepted runs from its day; finished, handed up and not applicable are "
        "left out."},
       {"统计规则 10", "rules 10"},
       "plan?responsible={unit}"},
      {"lights",
       {"亮灯", "lights"},
       {"依次：不涉及为灰，办结为绿，已上报为箭头；已过计划时间无理由或机动时间为负为红；临近计划时间、有理由的超期、"
        "机动时间不足为黄；其余为蓝。",
        "In turn: grey not applicable, green finished, arrow handed up; red past its plan date without a reason or "
        "slack below "
        "zero; yellow close to its plan date, late with a reason, or little slack; blue otherwise."},
       kRules7,
       "procedures?light={light}"},
  };
}

std::string scope_word(AuthorityScope scope) {
  if (scope == AuthorityScope::All) return "";
  return scope == AuthorityScope::CityAndCounty ? "&scope=city_and_county" : "&scope=region_and_state";
}

Bilingual scope_words(AuthorityScope scope) {
  if (scope == AuthorityScope::CityAndCounty) return {"市县权限（含缺层级的）", " decided by city and county"};
  if (scope == AuthorityScope::RegionAndState) return {"上级权限", " decided above the city"};
  return {"", ""};
}

Bilingual measure_words(const Target& target) {
  const auto scope = scope_words(target.scope);
  switch (target.measure) {
    case Measure::ProjectsFinished:
      return {"办结项目÷计入统计的项目" + scope.zh, "Finished ÷ counted projects" + scope.en};
    case Measure::ProjectsMeet:
      return {"达标项目÷计入统计的项目" + scope.zh, "Meeting ÷ counted projects" + scope.en};
    case Measure::ProceduresFinished:
      return {scope.zh + "手续中办结数÷涉及数", "Finished ÷ applicable procedures" + scope.en};
    case Measure::ProceduresHandedUp:
      return {scope.zh + "手续中已上报或办结数÷涉及数", "Handed up or finished ÷ applicable procedures" + scope.en};
  }
  return {};
}

FigureRule target_rule(const Target& target) {
  const bool projects = target.measure == Measure::ProjectsFinished || target.measure == Measure::ProjectsMeet;
  const auto measure = measure_words(target);
  const auto threshold =
      std::to_string(target.threshold.numerator) + "/" + std::to_string(target.threshold.denominator);
  return {"targets." + target.id,
          target.name,
          {measure.zh + "，不低于 " + threshold + "，期限 " + format_iso(target.deadline) +
               "。期限前显示当日值，期限后显示期限当日的值，当日值另列。精确比较，显示不提前达到。",
           measure.en + ", at least " + threshold + " by " + format_iso(target.deadline) +
               ". Until the deadline the value of the day, afterwards that of the deadline; compared exactly."},
          source_words(target.clause),
          projects && target.scope == AuthorityScope::All
              ? "projects?counted=true"
              : (projects ? "" : "procedures?counted=true&applicable=true" + scope_word(target.scope))};
}

FigureRule trend_rule() {
  return {
      "trend",
      {"办结曲线", "the curve"},
      {"实际：已通报的旬取冻结数，其余按台账计算。计划：每个项目各项手续计划办结时间的最晚一日前全部办结；最初计划同理"
       "。"
       "有手续缺计划时间的项目不在计划线内。目标线：当时计入统计的项目乘以下一个到期目标的比例，向上取整。"
       "每旬须完成：还差的项目÷期限前还将结束的旬数，向上取整。",
       "Actual: frozen numbers where published, otherwise computed. Planned: a project on the latest plan date of its "
       "procedures; baseline the same by the first plan dates; without a plan date it is in neither. Target: counted "
       "projects times the next target's threshold, rounded up. Needed: what remains ÷ dekads that end by the "
       "deadline."},
      kRules4,
      ""};
}

}  // namespace

Bilingual source_words(const std::string& clause) {
  constexpr std::string_view kPlan = "Plan ";
  if (!clause.starts_with(kPlan)) return {clause, clause};
  return {"工作方案 " + clause.substr(kPlan.size()), clause};
}

std::vector<FigureRule> figure_rules(const campaign::Campaign& campaign, Date day) {
  auto rules = project_rules();
  std::ranges::move(procedure_rules(), std::back_inserter(rules));
  std::ranges::move(group_rules(), std::back_inserter(rules));
  for (const auto& target : campaign.targets)
    rules.push_back(target_rule(target));
  for (const auto& league : campaign.leagues)
    rules.push_back({"leagues." + league.id, league.name, leagues::rule_text(campaign, league, day),
                     source_words(league.clause), "leagues?explain={unit}&league=" + league.id});
  rules.push_back(trend_rule());
  return rules;
}

}  // namespace guatu::reporting
