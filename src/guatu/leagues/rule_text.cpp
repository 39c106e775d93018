#include "guatu/leagues/rule_text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace guatu::leagues {
namespace {

using campaign::ApproverScope;
using campaign::LeagueRule;
using campaign::LeagueUnit;

void append(Bilingual& text, const std::string& zh, const std::string& en) {
  text.zh += zh;
  text.en += (text.en.empty() ? "" : " ") + en;
}

/// "工作方案 2.4" for "Plan 2.4"; a clause of anything else as the campaign wrote it.
std::string clause_words(const std::string& clause) {
  constexpr std::string_view kPlan = "Plan ";
  return clause.starts_with(kPlan) ? "工作方案 " + clause.substr(kPlan.size()) : clause;
}

void say_projects(Bilingual& text, const campaign::Policy& policy, const LeagueRule& league) {
  const bool own = league.sponsor_counts == campaign::SponsorCounts::Own;
  const std::string whose_zh = own ? "本单位为责任主体的项目" : "本单位为行业主管部门的项目";
  const std::string whose_en =
      own ? "projects for which the unit is responsible" : "all projects of the unit's industry";
  if (policy.ranking == campaign::RankingMeasure::Meets)
    append(text,
           "以项目为单位统计：" + whose_zh +
               "中，市县权限手续全部办结、上级权限手续已上报最终审批部门或办结的项目数÷计入统计的项目数（达标率）。",
           "By project, " + whose_en +
               ": those with every city and county procedure finished and every higher one handed up or finished ÷ "
               "counted projects.");
  else
    append(text, "以项目为单位统计：" + whose_zh + "中，手续全部办结的项目数÷计入统计的项目数（办结率）。",
           "By project, " + whose_en + ": finished ÷ counted projects.");
}

void say_procedures(Bilingual& text, const LeagueRule& league) {
  if (league.approver_scope == ApproverScope::CityOnly)
    append(text, "以手续为单位统计：本部门对口手续中市级权限的（缺审批层级的暂计入），办结数÷涉及数。",
           "By procedure, those of the unit's line that the city decides (missing authority included): finished ÷ "
           "applicable.");
  else
    append(text, "以手续为单位统计：本部门对口的各层级手续，办结数÷涉及数。",
           "By procedure, those of the unit's line at every level: finished ÷ applicable.");
}

void say_bottom(Bilingual& text, const campaign::Campaign& campaign, const LeagueRule& league) {
  if (league.bottom <= 0) return;
  append(text, fmt::format("末位为最后{}名，并列跨线的全部列入；达到100%或并列第一的不列入。", league.bottom),
         fmt::format("Bottom: the {} lowest places, with all units tied across the line; never a unit at 100% or "
                     "sharing the first place.",
                     league.bottom));
  if (league.guard != campaign::Guard::TargetMissed) return;
  const auto target = std::ranges::find(campaign.targets, league.guard_target, &campaign::Target::id);
  if (target == campaign.targets.end()) return;
  append(text, "已达到“" + target->name.zh + "”的单位不列入。",
         "Nor a unit that met the target \"" + target->name.en + "\".");
}

}  // namespace

Bilingual rule_text(const campaign::Campaign& campaign, const LeagueRule& league, Date day) {
  Bilingual text;
  if (league.counts == LeagueUnit::Project)
    say_projects(text, campaign.policy, league);
  else
    say_procedures(text, league);
  append(text, "从高到低排名，比率相同的并列（1、2、2、4）；没有可统计对象的不排名。",
         "Best first, equal rates share a place (1, 2, 2, 4); units with nothing to count are not ranked.");
  say_bottom(text, campaign, league);
  if (campaign.is_assessment_cut(day))
    append(text, "本日为考核节点：已报未核的办结不计入；列入末位且未获免予约谈的，列为约谈建议对象，由人确认。",
           "Assessment cut: unverified completions are left out; units at the bottom that are not exempt are "
           "candidates, to be confirmed by a person.");
  if (!league.clause.empty())
    append(text, "依据：" + clause_words(league.clause) + "。", "Source: " + league.clause + ".");
  return text;
}

}  // namespace guatu::leagues
