#include "guatu/reporting/bulletin_model.hpp"

#include <algorithm>
#include <map>

#include "guatu/ledger/finish_rule.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/headline.hpp"
#include "guatu/reporting/league_wording.hpp"

namespace guatu::reporting {
namespace {

using campaign::Capacity;
using counting::Rate;

std::string number(std::int64_t value) {
  return std::to_string(value);
}

std::string change_words(const Rate& rate) {
  if (!rate.change) return {};
  if (*rate.change == "0") return "，与上旬持平";
  return std::string("，较上旬") + (rate.change->starts_with('+') ? "提高" : "下降") + rate.change->substr(1) +
         "个百分点";
}

/// Counts of one side: districts, or city departments.
struct Side {
  std::int64_t projects = 0, finished = 0;
  Amount total, plan;
};

class BulletinWriter {
 public:
  explicit BulletinWriter(const BulletinInput& input)
      : input_(input), campaign_(input.campaign), figures_(input.figures) {}

  BulletinModel write() {
    model_.red_head = campaign_.paper.red_head;
    model_.title = "关于" + campaign_.title.zh + "工作进展情况的通报";
    model_.document_number = campaign_.paper.document_number_prefix + "〔" + number(input_.as_of.year()) + "〕　号";
    model_.issuer = campaign_.paper.office_name;
    model_.date = format_chinese(input_.as_of);
    model_.copy_to = campaign_.paper.copy_to;
    model_.printed_on = format_chinese(input_.as_of) + "印发";
    if (input_.draft) model_.draft_mark = "草稿";
    opening();
    overall();
    rankings();
    obstacles();
    changes();
    next_steps();
    attachments();
    foot();
    return std::move(model_);
  }

 private:
  void heading(const std::string& text) {
    model_.body.push_back({ParagraphStyle::Heading1, chinese_number(++headings_) + "、" + text});
  }
  void subheading(int index, const std::string& text) {
    model_.body.push_back({ParagraphStyle::Heading2, "（" + chinese_number(index) + "）" + text});
  }
  void body(std::string text) { model_.body.push_back({ParagraphStyle::Body, std::move(text)}); }

  [[nodiscard]] std::string name_of(const UnitCode& unit) const {
    return unit_short_name(campaign_, unit, input_.as_of);
  }

  [[nodiscard]] std::pair<Side, Side> sides() const {
    Side districts;
    Side departments;
    for (const auto& history : input_.ledger.projects) {
      if (!history.in_campaign_on(input_.as_of)) continue;
      const auto project = ledger::project_on_day(history, campaign_, input_.as_of);
      if (ledger::nothing_applicable(project)) continue;
      const auto* unit = campaign_.find_unit(project.responsible);
      auto& side = unit != nullptr && unit->has(Capacity::District) ? districts : departments;
      ++side.projects;
      if (ledger::finished(project)) ++side.finished;
      side.total = side.total + history.record.total_investment.value_or(Amount{});
      side.plan = side.plan + history.record.year_plan.value_or(Amount{});
    }
    return {districts, departments};
  }

  [[nodiscard]] static std::string side_words(const std::string& name, const Side& side) {
    return name + number(side.projects) + "个，总投资" + format_hundred_million(side.total) + "亿元，办结" +
           number(side.finished) + "个";
  }

  void opening() {
    const auto& projects = figures_.projects;
    const auto [districts, departments] = sides();
    std::string text = "截至" + format_chinese(input_.as_of) + "，全市共有新建重点项目" + number(projects.counted) +
                       "个，总投资" + format_hundred_million(projects.invested.counted) + "亿元，" +
                       number(campaign_.form.plan_year) + "年计划完成投资" +
                       format_hundred_million(projects.year_plan.counted) + "亿元。其中，" +
                       side_words(campaign_.paper.districts_word, districts) + "；" +
                       side_words(campaign_.paper.departments_word, departments) + "。现将" +
                       dekad_name_zh(input_.dekad) + "前期手续办理情况通报如下。";
    body(std::move(text));
    if (input_.revision > 1)
      body("本通报为更正后的第" + number(input_.revision) + "版，替代此前各版" +
           (input_.reason.empty() ? std::string{} : "，更正原因：" + input_.reason) + "。");
  }

  void overall() {
    heading("总体情况");
    const auto& projects = figures_.projects;
    body("以项目为单位，全部手续办结" + number(projects.finished) + "个，办结率" + projects.finished_rate.text() +
         "（" + number(projects.finished) + "/" + number(projects.counted) + "）" +
         change_words(projects.finished_rate) + "，本旬新增办结" + number(projects.gained) +
         "个；市级、旗县级手续办结且上级审批手续要件已上报的" + number(projects.meets) + "个，达标率" +
         projects.meets_rate.text() + change_words(projects.meets_rate) + "。已办结项目总投资" +
         format_hundred_million(projects.invested.finished) + "亿元。");
    const auto& procedures = figures_.procedures;
    body("以手续为单位，办结率" + procedures.strict.text() + "（" + number(procedures.strict.ratio.numerator) + "/" +
         number(procedures.strict.ratio.denominator) + "，不涉及的不计）" + change_words(procedures.strict) + "；按" +
         region_word(campaign_) + "口径（不涉及视同办结）为" + procedures.regional.text() + "。");
    for (const auto& target : figures_.targets)
      body(target_words(target));
    kinds();
  }

  [[nodiscard]] std::string target_words(const counting::TargetFigures& target) const {
    const auto distance = distance_to(target, input_.as_of);
    std::string text = "目标“" + target.name.zh + "”（" + format_chinese(target.deadline) + "前达到" +
                       percent_text(shown_tenths(target.threshold, {})) + "）：" +
                       (distance.days_left < 0 ? "截止日为" : "目前为") + target.rate.text() + "（" +
                       number(target.rate.ratio.numerator) + "/" + number(target.rate.ratio.denominator) + "）";
    if (!target.rate.ratio.is_defined()) return text + "，暂无应统计内容。";
    if (distance.missing_projects == 0) return text + "，已达到。";
    if (distance.days_left < 0)
      return text + "，未达到，差" + number(distance.missing_projects) + "；当前为" + target.running.text() + "。";
    return text + "，还差" + number(distance.missing_projects) + "，剩余" + number(distance.days_left) + "天、" +
           number(distance.dekads_left) + "旬，平均每旬需完成" + number(distance.needed_per_dekad) + "，本旬" +
           gained_words(target);
  }

  [[nodiscard]] std::string gained_words(const counting::TargetFigures& target) const {
    if (!input_.before) return "为首次统计。";
    for (const auto& before : input_.before->targets)
      if (before.id == target.id)
        return "较上旬净增" + number(target.running.ratio.numerator - before.running.ratio.numerator) + "。";
    return "为首次统计。";
  }

  void kinds() {
    std::string text = "分事项看，";
    bool first = true;
    for (const auto& kind : figures_.by_kind) {
      text += (first ? "" : "，") + kind.name.zh + "办结" + number(kind.counts.of(ProcedureState::Finished)) + "项（" +
              kind.counts.strict.text() + "）";
      first = false;
    }
    body(text + "。");
  }

  void rankings() {
    heading("排名情况");
    int index = 0;
    for (const auto& table : input_.leagues.leagues) {
      const auto rule = std::ranges::find(campaign_.leagues, table.id, &campaign::LeagueRule::id);
      const bool projects = rule == campaign_.leagues.end() || rule->counts == campaign::LeagueUnit::Project;
      subheading(++index, table.name.zh);
      body(std::string(projects ? "按项目办结率排名：" : "按手续办结率排名：") +
           league_sentence(table, rule == campaign_.leagues.end() ? 0 : rule->bottom,
                           [this](const UnitCode& unit) { return name_of(unit); }));
      if (!table.candidates.empty()) {
        std::string names;
        for (const auto& unit : table.candidates)
          names += (names.empty() ? "" : "、") + name_of(unit);
        body("本旬为考核节点，拟提请约谈" + names + "主要领导，由指挥部办公室依规核定。");
      }
    }
    if (input_.leagues.assessment)
      body("考核节点得分不计已报未核的办结手续（" + number(figures_.procedures.unverified) + "项）。");
  }

  void obstacles() {
    heading("卡点情况");
    const auto& procedures = figures_.procedures;
    body("受国家、" + region_word(campaign_) + "前置审批制约的手续" + number(procedures.held_above) +
         "项；超过计划办结时间的" + number(procedures.overdue) + "项；建设单位尚未申报的" +
         number(procedures.not_submitted) + "项，审批部门在办的" + number(procedures.in_work) + "项；已报未核的办结" +
         number(procedures.unverified) + "项，有争议的" + number(procedures.disputed) + "项。");
    held_kinds();
    if (!figures_.faults.empty())
      body("台账缺漏" + number(static_cast<std::int64_t>(figures_.faults.size())) +
           "处，请有关单位于下旬补齐，详见附件。");
  }

  void held_kinds() {
    std::map<std::size_t, int> held;
    for (const auto& history : input_.ledger.projects) {
      if (!history.in_campaign_on(input_.as_of)) continue;
      const auto project = ledger::project_on_day(history, campaign_, input_.as_of);
      for (const auto& procedure : project.procedures)
        if (procedure.held_above) ++held[procedure.kind];
    }
    if (held.empty()) return;
    std::string text = "受上级前置制约的手续中，";
    bool first = true;
    for (const auto& [kind, count] : held) {
      text += (first ? "" : "、") + campaign_.kinds[kind].name.zh + number(count) + "项";
      first = false;
    }
    body(text + "，请对口部门盯办。");
  }

  void changes() {
    heading("本旬变化");
    const auto from = last_ended_before(input_.as_of).last_day();
    int count = 0;
    for (const auto& history : input_.ledger.projects)
      for (const auto& event : history.life) {
        if (event.assumed || event.on <= from || event.on > input_.as_of) continue;
        body(number(++count) + "." + history.name_on(from) + "：" + format_chinese(event.on) +
             life_action_words(event.action).zh + "，" + event.reason + "（" + event.approval + "）。");
      }
    if (count == 0) body("本旬项目无增减变动。");
    if (count > 0 && input_.finished_rate_without_life_events) {
      const auto moved =
          change_text(figures_.projects.finished_rate.tenths, input_.finished_rate_without_life_events->tenths);
      body("项目增减变动使办结率变化" + moved.value_or("0") + "个百分点。");
    }
    if (!input_.carried.empty()) {
      std::string names;
      for (const auto& unit : input_.carried)
        names += (names.empty() ? "" : "、") + name_of(unit);
      body("本旬未报送任务表、数据沿用上旬的单位：" + names + "。");
    }
  }

  void next_steps() {
    heading("下一步工作");
    const auto& procedures = figures_.procedures;
    if (procedures.not_submitted > 0)
      body("各责任单位要督促建设单位抓紧组卷申报，未申报的" + number(procedures.not_submitted) +
           "项逐项明确申报时间。");
    if (procedures.in_work > 0)
      body("各审批部门对在办的" + number(procedures.in_work) + "项手续要压缩时限、并联办理，超期的" +
           number(procedures.overdue) + "项说明原因。");
    if (procedures.held_above > 0)
      body("涉及国家、" + region_word(campaign_) + "审批的，由市级对口部门主动对接上级部门，按旬反馈进展。");
    body("请各单位按旬核对报送任务表，数据以加盖公章的任务表为准。");
  }

  void attachments() {
    model_.attachments = {"任务表", upper_list_title(campaign_), "未办结手续清单", "排名测算表", "项目增减变动表"};
    for (std::size_t i = 0; i < model_.attachments.size(); ++i)
      model_.body.push_back(
          {ParagraphStyle::Attachment,
           (i == 0 ? "附件：" : "　　　") + number(static_cast<std::int64_t>(i) + 1) + ". " + model_.attachments[i]});
  }

  void foot() {
    const auto& policy = campaign_.policy;
    const std::string previous = figures_.previous ? "对比基数为" + dekad_name_zh(figures_.previous->dekad) + "第" +
                                                         number(figures_.previous->revision) + "版通报"
                                                   : "对比基数为上旬末重算值";
    model_.body.push_back({ParagraphStyle::Foot,
                           std::string("统计口径：办结以") +
                               (policy.completion == campaign::Completion::Claimed ? "责任单位申报" : "对口部门确认") +
                               "为准；排名按" +
                               (policy.ranking == campaign::RankingMeasure::Finished ? "办结率" : "达标率") + "；" +
                               previous + "；攻坚行动版本" + campaign_.version + "。"});
    model_.body.push_back(
        {ParagraphStyle::Foot, "数据台账第" + number(input_.seq) + "号，摘要" + input_.head_digest + "。"});
  }

  const BulletinInput& input_;
  const campaign::Campaign& campaign_;
  const counting::Figures& figures_;
  BulletinModel model_;
  int headings_ = 0;
};

}  // namespace

BulletinModel make_bulletin(const BulletinInput& input) {
  return BulletinWriter(input).write();
}

}  // namespace guatu::reporting
