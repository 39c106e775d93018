#include <algorithm>

#include "guatu/calendar/deadline.hpp"
#include "guatu/reporting/bulletin_facts.hpp"
#include "guatu/reporting/bulletin_text.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/headline.hpp"
#include "guatu/reporting/wording.hpp"

/// Section 下一步工作: only what the numbers ask for, and the policies behind them.
namespace guatu::reporting {
namespace {

void next_target(BulletinText& text, const BulletinInput& input) {
  for (const auto& target : input.figures.targets) {
    if (!target.rate.ratio.is_defined()) continue;
    const auto distance = distance_to(target, input.as_of);
    if (distance.missing_projects == 0 || distance.days_left < 0) continue;
    return text.item("紧盯“" + target.name.zh +
                     "”目标，对照未办结手续清单（附件3）倒排工期，逐项明确责任人和办结时间。");
  }
}

/// ，其中甲局对口的最多，为5项 — all of them where several have as many; nothing when nobody has any.
std::string busiest(const BulletinInput& input, std::int64_t LineLoad::* count) {
  const auto loads = line_loads(input);
  const auto most = std::ranges::max_element(loads, {}, count);
  if (most == loads.end() || (*most).*count == 0) return {};
  std::vector<std::string> names;
  for (const auto& load : loads)
    if (load.*count == (*most).*count) names.push_back(unit_short_name(input.campaign, load.unit, input.as_of));
  return "，其中" + joined(names) + "对口的最多，" + (names.size() > 1 ? "均" : "") + "为" + number((*most).*count) +
         "项";
}

/// When the next return is due, moved as the campaign moves a due date on a day off; none after its last dekad. Rules 6.
void next_return(BulletinText& text, const BulletinInput& input) {
  const auto next = input.dekad.next();
  if (next.first_day() > input.campaign.ends_on) return;
  const auto due = shifted(next.last_day(), input.campaign.policy.due_shift, input.campaign.calendar);
  text.item(dekad_name_zh(next) + "任务表加盖公章后，于" + format_chinese(due) + "前报" +
            input.campaign.paper.office_name + "。");
}

std::string policy_words(const BulletinInput& input) {
  const auto& policy = input.campaign.policy;
  std::string text =
      policy.completion == campaign::Completion::Claimed ? "办结以责任单位申报为准" : "办结以对口部门确认为准";
  text += policy.ranking == campaign::RankingMeasure::Finished ? "；项目排名按办结率" : "；项目排名按达标率";
  for (const auto& league : input.campaign.leagues) {
    if (league.counts == campaign::LeagueUnit::Project && league.ranked == campaign::Capacity::Sponsor)
      text +=
          "；" + league.name.zh +
          (league.sponsor_counts == campaign::SponsorCounts::Own ? "只计本单位为责任主体的项目" : "计本行业全部项目");
    if (league.counts == campaign::LeagueUnit::ProcedurePart)
      text += "；" + league.name.zh +
              (league.approver_scope == campaign::ApproverScope::Line ? "计对口的各层级手续" : "只计市级权限手续");
    if (league.guard == campaign::Guard::TargetMissed) text += "；" + league.name.zh + "中已完成目标的不列后位";
  }
  return text + (policy.practice_edges ? "；惯例前置计入制约" : "");
}

}  // namespace

void write_next_steps(BulletinText& text, const BulletinInput& input) {
  const auto& procedures = input.figures.procedures;
  text.heading("下一步工作");
  next_target(text, input);
  if (procedures.not_submitted > 0)
    text.item("责任单位要督促建设单位抓紧组卷申报，对尚未申报的" + number(procedures.not_submitted) +
              "项手续逐项确定申报时间" + busiest(input, &LineLoad::not_submitted) + "。");
  if (procedures.in_work > 0)
    text.item("审批部门要对在办的" + number(procedures.in_work) + "项手续并联审批、压缩时限" +
              busiest(input, &LineLoad::in_work) + "。");
  if (procedures.overdue > 0)
    text.item("对超过计划办结时间的" + number(procedures.overdue) +
              "项手续，责任单位要在下一旬报送时说明原因并调整计划。");
  if (procedures.held_above > 0)
    text.item("对受上级前置审批制约的" + number(procedures.held_above) + "项手续，市级对口部门要主动对接国家、" +
              region_word(input.campaign) + "有关部门，每旬更新对接记录。");
  if (procedures.unverified > 0)
    text.item("对已报未核的" + number(procedures.unverified) +
              "项手续，责任单位要补报批复文号或批复文件；考核节点前未补报的，不计入得分。");
  if (!input.carried.empty()) text.item("未按期报送的单位要立即补报。");
  next_return(text, input);
  text.item("各单位核对本通报数据，有异议的在下一旬报送前书面反馈；数据以加盖公章的任务表为准。");
}

std::vector<std::string> source_notes(const BulletinInput& input) {
  return {"（附件1、3、5为电子表格，随文另送。）",
          "（统计口径：" + policy_words(input) + "。攻坚行动设定第" + input.campaign.version + "版。）",
          "（数据截至" + format_chinese(input.as_of) + "，取自台账第" + number(input.seq) + "号记录，链头摘要" +
              input.head_digest + "。）"};
}

}  // namespace guatu::reporting
