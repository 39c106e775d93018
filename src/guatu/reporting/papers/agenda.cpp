#include <algorithm>

#include "guatu/reporting/bulletin_facts.hpp"
#include "guatu/reporting/bulletin_text.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/headline.hpp"
#include "guatu/reporting/papers/papers.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

/// Topics in one table, numbered through.
class Topics {
 public:
  void add(const std::string& topic, const std::string& speaker, const std::string& proposal) {
    rows_.push_back({number(static_cast<std::int64_t>(rows_.size())), topic, speaker, proposal});
  }
  [[nodiscard]] bool empty() const { return rows_.size() == 1; }
  [[nodiscard]] std::vector<std::vector<std::string>> take() { return std::move(rows_); }

 private:
  std::vector<std::vector<std::string>> rows_{{"序号", "议题", "汇报单位", "建议"}};
};

void add_targets(Topics& topics, const BulletinInput& input) {
  for (const auto& target : input.figures.targets) {
    const auto distance = distance_to(target, input.as_of);
    if (!target.rate.ratio.is_defined() || distance.missing_projects == 0 || distance.days_left < 0) continue;
    const auto things = counted_things(input.campaign, target).zh;
    topics.add("“" + target.name.zh + "”目标推进情况：现为" + rate_words(target.rate) + "，还差" +
                   number(distance.missing_projects) + things,
               input.campaign.paper.office_name,
               "平均每旬需完成" + number(distance.needed_per_dekad) + things + "，研究分解任务");
  }
}

void add_holds(Topics& topics, const BulletinInput& input) {
  for (const auto& hold : upper_holds(input)) {
    const auto& kind = input.campaign.kinds[hold.kind];
    topics.add(kind.name.zh + "（" + input.campaign.authority_word(hold.authority) + "）未批复" + number(hold.open) +
                   "项，制约后续手续" + number(hold.held) + "项",
               unit_short_name(input.campaign, kind.line, input.as_of),
               hold.handed_up < hold.open ? "尚有" + number(hold.open - hold.handed_up) + "项要件未上报，研究上报时限"
                                          : "研究对接上级部门的办法");
  }
}

void add_problems(Topics& topics, const BulletinInput& input) {
  for (const auto& list : input.ledger.upper_problems)
    for (const auto& problem : list.problems)
      topics.add(problem.project_name + "：" + problem.problem,
                 problem.city_department.empty() ? unit_short_name(input.campaign, problem.raised_by, input.as_of)
                                                 : problem.city_department,
                 "提请" + problem.upper_departments + "协调");
}

void add_bottom(Topics& topics, const BulletinInput& input) {
  for (const auto& league : input.leagues.leagues) {
    std::vector<std::string> names;
    for (const auto& row : league.rows)
      if (row.bottom) names.push_back(row.name);
    if (names.empty()) continue;
    topics.add(league.name.zh + "排名靠后单位情况", joined(names),
               input.leagues.assessment ? "研究约谈对象" : "听取原因和措施");
  }
}

}  // namespace

NamedPaper meeting_agenda(const BulletinInput& input) {
  auto paper = paper_of_office(input.campaign, issued_on(input));
  paper.title = "指挥部研判会议议题单";
  Topics topics;
  add_targets(topics, input);
  add_holds(topics, input);
  add_problems(topics, input);
  add_bottom(topics, input);
  BulletinText text;
  text.heading("会议安排");
  text.item("时间：　　　　年　　月　　日　　时");
  text.item("地点：");
  text.item("主持人：");
  text.heading("建议议题");
  if (topics.empty())
    text.body("按现有数据没有需要研判的事项。");
  else
    text.table("议题（截至" + format_chinese(input.as_of) + "）", topics.take());
  text.heading("会后落实");
  text.body("议定事项由" + input.campaign.paper.office_name + "形成交办清单，明确责任单位和时限，按旬调度，办结销号。");
  paper.body = text.take();
  return {"会议议题单 " + format_iso(input.as_of), "plain", std::move(paper)};
}

}  // namespace guatu::reporting
