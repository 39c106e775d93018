#include <algorithm>

#include "guatu/ledger/state_on_day.hpp"
#include "guatu/reporting/bulletin_facts.hpp"
#include "guatu/reporting/bulletin_text.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/papers/open_parts.hpp"
#include "guatu/reporting/papers/papers.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

std::string money(const std::optional<Amount>& amount) {
  return amount ? format_hundred_million(*amount) + "亿元" : std::string("未填报");
}

/// "名称：值", two in a row, for what is known.
std::vector<std::vector<std::string>> base_facts(const BulletinInput& input, const TimedProject& project) {
  const auto& record = project.project.history->record;
  std::vector<std::string> facts;
  const auto add = [&facts](const std::string& name, const std::string& value) {
    if (!value.empty()) facts.push_back(name + "：" + value);
  };
  add("责任单位", unit_name(input.campaign, project.project.responsible, input.as_of));
  add("建设单位", record.owner);
  add("项目代码", record.code);
  add("立项方式", track_word(record.track));
  add("总投资", money(record.total_investment));
  add(number(input.campaign.form.plan_year) + "年计划完成投资", money(record.year_plan));
  if (record.planned_start) add("计划开工", vague_date_text(*record.planned_start));
  add("包联领导", record.leader);
  if (facts.size() % 2 != 0) facts.emplace_back();
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < facts.size(); i += 2)
    rows.push_back({facts[i], facts[i + 1]});
  return rows;
}

std::string without_stop(const std::string& text) {
  constexpr std::string_view kStop = "。";
  return text.ends_with(kStop) ? text.substr(0, text.size() - kStop.size()) : text;
}

std::vector<std::string> row_of(const BulletinInput& input, const TimedPart& part) {
  const auto& procedure = part.procedure;
  const auto* facts = procedure.facts;
  const auto since =
      facts == nullptr ? std::nullopt : ledger::state_since(*facts, input.as_of, input.campaign.policy.completion);
  return {procedure_name(input.campaign, procedure),
          authority_word(input.campaign, procedure.authority),
          state_words(procedure.state).zh,
          since ? format_dotted(since->on) : std::string{},
          facts != nullptr && facts->planned ? format_dotted(facts->planned->deadline()) : std::string{},
          part.dates ? format_dotted(part.dates->latest_finish) : std::string{},
          part.dates ? number(part.dates->slack) : std::string{},
          planning::light_words(part.light.light).zh};
}

std::string count_words(const TimedProject& project) {
  std::int64_t applicable = 0;
  std::int64_t finished = 0;
  for (const auto& part : project.parts) {
    if (part.procedure.state == ProcedureState::NotApplicable) continue;
    ++applicable;
    if (part.procedure.state == ProcedureState::Finished) ++finished;
  }
  return "涉及手续" + number(applicable) + "项，办结" + number(finished) + "项，未办结" +
         number(applicable - finished) + "项。";
}

/// The chain that decides: what to do, by when, in its order.
void write_next(BulletinText& text, const BulletinInput& input, const TimedProject& project) {
  std::vector<const TimedPart*> chain;
  for (const auto& part : project.parts)
    if (part.dates && part.dates->critical) chain.push_back(&part);
  if (chain.empty()) return;
  std::ranges::stable_sort(chain, {}, [](const TimedPart* part) { return part->dates->latest_start; });
  std::string steps;
  int slack = chain.front()->dates->slack;
  for (const auto* part : chain) {
    steps += (steps.empty() ? "" : "，") + procedure_name(input.campaign, part->procedure) + "（最迟" +
             format_dotted(part->dates->latest_start) + "启动、" + format_dotted(part->dates->latest_finish) + "办结）";
    slack = std::min(slack, part->dates->slack);
  }
  text.heading("关键环节");
  text.body(
      "依次为" + steps +
      (slack < 0 ? "。已来不及，须压缩" + number(-slack) + "个工作日。" : "。余量" + number(slack) + "个工作日。"));
}

/// Procedures with a red light, each reason once.
std::string red_lights(const BulletinInput& input, const TimedProject& project) {
  std::vector<std::pair<std::string, std::vector<std::string>>> reasons;
  for (const auto& part : project.parts) {
    if (part.light.light != planning::Light::Red) continue;
    auto found = std::ranges::find(reasons, part.light.reason.zh, &decltype(reasons)::value_type::first);
    if (found == reasons.end()) found = reasons.insert(reasons.end(), {part.light.reason.zh, {}});
    found->second.push_back(procedure_name(input.campaign, part.procedure));
  }
  std::string text;
  for (const auto& [reason, names] : reasons)
    text += (text.empty() ? "红灯：" : "；") + joined(names) + "（" + reason + "）";
  return text;
}

void write_problems(BulletinText& text, const BulletinInput& input, const TimedProject& project) {
  const auto& record = project.project.history->record;
  std::vector<std::string> lines;
  if (!record.problems.empty()) lines.push_back(record.problems);
  if (auto red = red_lights(input, project); !red.empty()) lines.push_back(std::move(red));
  for (const auto& list : input.ledger.upper_problems)
    for (const auto& problem : list.problems)
      if (problem.project == record.id) lines.push_back(problem.problem + "（提请" + problem.upper_departments + "）");
  if (lines.empty()) return;
  text.heading("存在问题");
  for (const auto& line : lines)
    text.item(line + (line.ends_with("。") ? "" : "。"));
}

}  // namespace

NamedPaper project_page(const BulletinInput& input, const TimedProject& project) {
  const auto& history = *project.project.history;
  const auto& name = history.name_on(input.as_of);
  auto paper = paper_of_office(input.campaign, issued_on(input));
  paper.title = name + "\n前期手续办理情况";
  BulletinText text;
  text.heading("基本情况");
  text.facts(base_facts(input, project));
  if (!history.record.content.empty()) text.body("建设内容：" + without_stop(history.record.content) + "。");
  text.heading("办理情况");
  text.body("截至" + format_chinese(input.as_of) + "，" + count_words(project) +
            (project.feasible ? "" : "按现有进度，不能在" + format_chinese(project.deadline) + "前全部办结。"));
  std::vector<std::vector<std::string>> rows{
      {"手续", "层级", "状态", "自何时起", "计划办结", "最迟办结", "余量", "预警"}};
  std::vector<std::string> not_applicable;
  for (const auto& part : project.parts) {
    if (part.procedure.state == ProcedureState::NotApplicable)
      not_applicable.push_back(procedure_name(input.campaign, part.procedure));
    else
      rows.push_back(row_of(input, part));
  }
  text.table("手续办理情况（余量为工作日）", std::move(rows));
  if (!not_applicable.empty()) text.body("不涉及的手续：" + joined(not_applicable) + "。");
  write_problems(text, input, project);
  write_next(text, input, project);
  paper.body = text.take();
  return {"项目一页纸 " + history.record.id.text(), "page", std::move(paper)};
}

}  // namespace guatu::reporting
