#include "guatu/reporting/bulletin_facts.hpp"
#include "guatu/reporting/bulletin_text.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/headline.hpp"
#include "guatu/reporting/wording.hpp"

/// Opening totals and section 总体情况.
namespace guatu::reporting {
namespace {

using counting::Rate;
using counting::TargetFigures;

/// What changes are measured against: a published revision, or the ledger recomputed.
std::string base_words(const BulletinInput& input) {
  const auto& previous = input.figures.previous;
  if (!previous) return dekad_name_zh(last_ended_before(input.as_of)) + "末";
  return dekad_name_zh(previous->dekad) + "通报" +
         (previous->revision > 1 ? "（第" + number(previous->revision) + "版）" : "");
}

std::string with_change(const BulletinInput& input, const Rate& rate) {
  const auto change = change_words(rate, base_words(input));
  return rate_words(rate) + (change.empty() ? "" : "，" + change);
}

std::string money(Amount amount) {
  return format_hundred_million(amount) + "亿元";
}

std::string plan_words(const BulletinInput& input) {
  return number(input.campaign.form.plan_year) + "年计划完成投资";
}

std::string side_totals(const std::string& name, const Side& side) {
  if (side.counted == 0) return name + "无项目";
  return name + number(side.counted) + "个，总投资" + money(side.invested) + "，年度计划投资" + money(side.year_plan);
}

std::string side_finished(const std::string& name, const Side& side) {
  if (side.counted == 0) return name + "无项目";
  return name + "办结" + number(side.finished) + "个，办结率" + rate_words(side.finished_rate);
}

void totals(BulletinText& text, const BulletinInput& input) {
  const auto& projects = input.figures.projects;
  const auto& paper = input.campaign.paper;
  const auto split = split_by_side(input);
  text.body("纳入统计的" + number(projects.counted) + "个项目总投资" + money(projects.invested.counted) + "，" +
            plan_words(input) + money(projects.year_plan.counted) + "。其中，" +
            side_totals(paper.districts_word, split.districts) + "；" +
            side_totals(paper.departments_word, split.departments) + "。");
  if (projects.finished == 0) return text.body("尚无手续全部办结的项目。");
  text.body("手续全部办结的" + number(projects.finished) + "个项目总投资" + money(projects.invested.finished) + "，" +
            plan_words(input) + money(projects.year_plan.finished) + "。其中，" +
            side_finished(paper.districts_word, split.districts) + "；" +
            side_finished(paper.departments_word, split.departments) + "。");
}

void by_project(BulletinText& text, const BulletinInput& input) {
  const auto& projects = input.figures.projects;
  text.subheading("以项目为单位");
  if (projects.counted == 0) return text.body("本旬没有纳入统计的项目。");
  totals(text, input);
  text.body(input.campaign.authority_word(Authority::City) + "、" + input.campaign.authority_word(Authority::County) +
            "手续全部办结且上级审批手续要件均已上报的（达标）项目" + number(projects.meets) + "个，达标率" +
            with_change(input, projects.meets_rate) + "，总投资" + money(projects.invested.meets) + "。");
}

/// 本旬净增3个项目，低于所需进度 — net, because a revoked completion takes away again.
std::string pace_words(const BulletinInput& input, const TargetFigures& target, const DistanceToTarget& distance,
                       const std::string& unit) {
  if (!input.before) return {};
  for (const auto& before : input.before->targets) {
    if (before.id != target.id) continue;
    const auto net = target.running.ratio.numerator - before.running.ratio.numerator;
    const auto moved = net == 0 ? "没有净增" : (net < 0 ? "净减" : "净增") + number(net < 0 ? -net : net) + unit;
    return "，本旬" + moved + (net < distance.needed_per_dekad ? "，低于所需进度" : "，达到所需进度");
  }
  return {};
}

std::string days_words(const DistanceToTarget& distance, const std::string& unit) {
  if (distance.days_left == 0) return "，今日到期";
  if (distance.dekads_left == 0) return "；剩余" + number(distance.days_left) + "天，须在到期前全部完成";
  return "；剩余" + number(distance.days_left) + "天（" + number(distance.dekads_left) + "旬），平均每旬需完成" +
         number(distance.needed_per_dekad) + unit;
}

std::string target_words(const BulletinInput& input, const TargetFigures& target) {
  const auto name = "“" + target.name.zh + "”（" + format_chinese(target.deadline) + "前达到" +
                    percent_text(shown_tenths(target.threshold, {})) + "）：";
  if (!target.rate.ratio.is_defined()) return name + "暂无应统计的内容。";
  const auto distance = distance_to(target, input.as_of);
  const auto unit = counted_things(input.campaign, target).zh;
  if (distance.days_left < 0) {
    const auto at_deadline = name + "到期时为" + rate_words(target.rate);
    if (distance.missing_projects == 0) return at_deadline + "，按期完成。";
    return at_deadline + "，未按期完成，差" + number(distance.missing_projects) + unit + "；目前为" +
           rate_words(target.running) + "。";
  }
  const auto now = name + "目前为" + rate_words(target.rate);
  if (distance.missing_projects == 0) return now + "，已达到。";
  return now + "，还差" + number(distance.missing_projects) + unit + days_words(distance, unit) +
         pace_words(input, target, distance, unit) + "。";
}

/// 距…目标还差59个项目，剩余18天…: the first target by project that is still open, as a mayor asks for it.
std::string nearest_target_words(const BulletinInput& input) {
  for (const auto& target : input.figures.targets) {
    const auto distance = distance_to(target, input.as_of);
    const auto unit = counted_things(input.campaign, target).zh;
    if (!counts_projects(input.campaign, target) || !target.rate.ratio.is_defined() || distance.days_left < 0) continue;
    const auto name = "“" + target.name.zh + "”目标（" + format_chinese(target.deadline) + "前）";
    if (distance.missing_projects == 0) return name + "已达到。";
    return "距" + name + "还差" + number(distance.missing_projects) + unit + days_words(distance, unit) + "。";
  }
  return {};
}

void kind_table(BulletinText& text, const BulletinInput& input) {
  using enum ProcedureState;
  std::vector<std::vector<std::string>> rows{{"审批事项", "涉及", "未申报", "在办", "已上报", "办结", "办结率"}};
  for (const auto& kind : input.figures.by_kind) {
    const auto& counts = kind.counts;
    const auto* known = input.campaign.find_kind(kind.kind);
    rows.push_back({known == nullptr ? kind.name.zh : column_name(*known), number(counts.applicable()),
                    number(counts.of(Unknown) + counts.of(NotStarted) + counts.of(Preparing) + counts.of(Returned)),
                    number(counts.of(Submitted) + counts.of(InReview)), number(counts.of(HandedUp)),
                    number(counts.of(Finished)), counts.strict.text()});
  }
  text.table("分事项办理情况（单位：项）", std::move(rows));
}

void by_procedure(BulletinText& text, const BulletinInput& input) {
  const auto& procedures = input.figures.procedures;
  text.subheading("以手续为单位");
  if (!procedures.strict.ratio.is_defined()) return text.body("本旬没有涉及的手续。");
  text.body("涉及的手续共" + number(procedures.strict.ratio.denominator) + "项，已办结" +
            number(procedures.strict.ratio.numerator) + "项，办结率" + with_change(input, procedures.strict) + "；按" +
            region_word(input.campaign) + "通报口径（不涉及视同办结）为" + with_change(input, procedures.regional) +
            "。");
  kind_table(text, input);
}

}  // namespace

void write_opening(BulletinText& text, const BulletinInput& input) {
  const auto& projects = input.figures.projects;
  if (input.draft) text.body("（本稿为草稿，尚未通报，仅供核对数据。）");
  const auto base = "截至" + format_chinese(input.as_of) + "，";
  const auto ending = "现将" + dekad_name_zh(input.dekad) + "前期手续办理情况通报如下。";
  if (projects.counted == 0) {
    text.body(base + "全市尚无纳入统计的新建重点项目。" + ending);
  } else {
    text.body(base + "全市纳入统计的新建重点项目共" + number(projects.counted) + "个，前期手续全部办结" +
              number(projects.finished) + "个，办结率" + with_change(input, projects.finished_rate) + "；本旬新增办结" +
              number(projects.gained) + "个。" + nearest_target_words(input) + ending);
  }
  if (input.revision > 1)
    text.body("本通报为更正后的第" + number(input.revision) + "版，此前各版同时停止使用" +
              (input.reason.empty() ? std::string{} : "。更正原因：" + input.reason) + "。");
}

void write_overall(BulletinText& text, const BulletinInput& input) {
  text.heading("总体情况");
  by_project(text, input);
  text.subheading("距目标差距");
  for (const auto& target : input.figures.targets)
    text.item(target_words(input, target));
  by_procedure(text, input);
}

}  // namespace guatu::reporting
