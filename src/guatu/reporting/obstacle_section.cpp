#include <algorithm>

#include "guatu/reporting/bulletin_facts.hpp"
#include "guatu/reporting/bulletin_text.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/wording.hpp"

/// Section 卡点情况: what waits above, what lies with whom in the city, and what is doubtful.
namespace guatu::reporting {
namespace {

void above(BulletinText& text, const BulletinInput& input) {
  const auto above_words = "国家、" + region_word(input.campaign);
  text.subheading("上级审批环节");
  const auto holds = upper_holds(input);
  if (holds.empty()) return text.body("没有受" + above_words + "前置审批制约的手续。");
  const auto& most = *std::ranges::max_element(holds, {}, &UpperHold::held);
  text.body("受" + above_words + "前置审批制约的手续" + number(input.figures.procedures.held_above) +
            "项，其中制约最多的是" + input.campaign.kinds[most.kind].name.zh + "（" +
            input.campaign.authority_word(most.authority) + "），涉及后续手续" + number(most.held) +
            "项（同时受两类制约的分别计入）。");
  std::vector<std::vector<std::string>> rows{{"前置审批事项", "层级", "未批复", "已上报", "最早上报", "制约后续"}};
  for (const auto& hold : holds)
    rows.push_back({column_name(input.campaign.kinds[hold.kind]), input.campaign.authority_word(hold.authority),
                    number(hold.open), number(hold.handed_up), hold.earliest ? format_dotted(*hold.earliest) : "—",
                    number(hold.held)});
  text.table("上级前置审批制约情况（单位：项）", std::move(rows));
}

void in_the_city(BulletinText& text, const BulletinInput& input) {
  const auto& procedures = input.figures.procedures;
  text.subheading("市县办理环节");
  text.body("建设单位一侧尚未申报（未填报、未启动、正在组卷、补正退件）的手续" + number(procedures.not_submitted) +
            "项，审批部门一侧在办（已申报、已受理）的" + number(procedures.in_work) + "项；超过计划办结时间的" +
            number(procedures.overdue) + "项。");
  std::vector<std::vector<std::string>> rows{
      {"对口部门", "建设单位未申报", "部门在办", "已上报待批", "受上级制约", "超期"}};
  for (const auto& load : line_loads(input))
    rows.push_back({unit_short_name(input.campaign, load.unit, input.as_of), number(load.not_submitted),
                    number(load.in_work), number(load.handed_up), number(load.held_above), number(load.overdue)});
  if (rows.size() > 1) text.table("未办结手续分部门情况（单位：项）", std::move(rows));
}

std::int64_t faults(const BulletinInput& input, const std::string& code) {
  return std::ranges::count(input.figures.faults, code, &counting::Fault::code);
}

void in_doubt(BulletinText& text, const BulletinInput& input) {
  const auto& procedures = input.figures.procedures;
  text.subheading("数据核实");
  const auto disputed = procedures.disputed > 0 ? "有争议的手续" + number(procedures.disputed) + "项" : std::string{};
  if (procedures.unverified > 0)
    text.body("已报未核的办结手续（办结时间为推定，或既无文号又无批复文件）" + number(procedures.unverified) + "项" +
              (disputed.empty() ? "" : "，" + disputed) + "，均按现报状态统计。");
  else
    text.body("没有已报未核的办结手续" + (disputed.empty() ? "。" : "；" + disputed + "，按现报状态统计。"));
  std::vector<std::string> gaps;
  for (const auto& [code, words] : {std::pair{"missing_authority", "缺审批层级的"},
                                    {"no_plan_date", "缺计划办结时间的"},
                                    {"nothing_applicable", "全部手续不涉及、未列入统计的"}})
    if (const auto count = faults(input, code); count > 0) gaps.push_back(words + number(count) + "个");
  if (!gaps.empty()) text.body("台账存在缺漏的项目：" + joined(gaps) + "，请责任单位在下一旬补齐（见附件5）。");
}

}  // namespace

void write_obstacles(BulletinText& text, const BulletinInput& input) {
  text.heading("卡点情况");
  above(text, input);
  in_the_city(text, input);
  in_doubt(text, input);
}

}  // namespace guatu::reporting
