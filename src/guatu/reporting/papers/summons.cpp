#include <algorithm>

#include "guatu/reporting/bulletin_facts.hpp"
#include "guatu/reporting/bulletin_text.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/papers/papers.hpp"
#include "guatu/reporting/papers/unit_place.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

constexpr const char* kBlankTime = "　　　　年　　月　　日　　时";

Error no_cut(const BulletinInput& input) {
  std::vector<std::string> days;
  for (const auto cut : input.campaign.assessment_cuts)
    days.push_back(format_iso(cut));
  const auto day = format_iso(input.as_of);
  return make_error(
      ErrorKind::Refused, day, day + " 不是考核节点，不产生约谈对象；考核节点为" + joined(days) + "，平时可用提示函",
      day + " is no assessment cut, so nobody is a candidate; cuts are in campaign.toml, send a reminder");
}

Error no_candidate(const BulletinInput& input, const UnitCode& unit) {
  const auto name = unit_name(input.campaign, unit, input.as_of);
  return make_error(ErrorKind::Refused, unit.text(), name + "不在约谈对象建议之中",
                    unit.text() + " is not among the candidates");
}

/// Each candidate once, in the campaign's order: one unit, one summons. Source: rules 5.
std::vector<UnitCode> candidates_of(const BulletinInput& input) {
  std::vector<UnitCode> units;
  for (const auto& unit : input.campaign.units)
    if (std::ranges::any_of(input.leagues.leagues, [&](const leagues::LeagueTable& league) {
          return std::ranges::find(league.candidates, unit.code) != league.candidates.end();
        }))
      units.push_back(unit.code);
  return units;
}

std::string rules_of(const BulletinInput& input, const UnitCode& unit) {
  std::string text;
  for (const auto& place : places_of(input, unit))
    if (std::ranges::find(place.league->candidates, unit) != place.league->candidates.end())
      text += place.league->name.zh + "：" + place.league->rule.zh + "。";
  return text;
}

NamedPaper summons(const BulletinInput& input, const UnitCode& unit) {
  const auto name = unit_name(input.campaign, unit, input.as_of);
  auto paper = paper_of_office(input.campaign, issued_on(input));
  paper.title = "关于对" + name + "\n进行约谈的通知";
  paper.addressees = name + "：";
  BulletinText text;
  text.body("经" + format_chinese(input.as_of) + "考核节点测算，" + place_sentence(input, unit) +
            "按照考核通报机制，列入约谈范围。经" + input.campaign.paper.headquarters_name +
            "同意，决定对你单位主要负责同志进行约谈，现将有关事项通知如下。");
  text.heading("约谈时间");
  text.body(kBlankTime);
  text.heading("约谈地点");
  text.body("　　　　　　　　　　");
  text.heading("约谈人和参加人员");
  text.body("约谈人：　　　　　　。被约谈人：你单位主要负责同志。参加人员：分管负责同志、专班负责人。");
  text.heading("约谈内容");
  text.item("前期手续办理滞后的原因。");
  text.item("下一步措施、逐项办结时限和责任人。");
  text.item("需要协调解决的事项。");
  text.heading("有关要求");
  text.item("请提前准备书面材料，于约谈前一个工作日报" + input.campaign.paper.office_name + "。");
  text.item("约谈后五个工作日内书面报送整改方案，整改情况随任务表按旬报送。");
  paper.body = text.take();
  paper.notes = {"（测算依据：" + rules_of(input, unit) + "排名测算表见" + dekad_name_zh(input.dekad) +
                 "通报附件4。）"};
  return {"约谈通知 " + name, "letter", std::move(paper)};
}

}  // namespace

Result<std::vector<NamedPaper>> summonses(const BulletinInput& input, const std::optional<UnitCode>& unit) {
  if (unit && input.campaign.find_unit(*unit) == nullptr) return unknown_unit(*unit);
  if (!input.leagues.assessment) return no_cut(input);
  auto units = candidates_of(input);
  if (unit) {
    if (std::ranges::find(units, *unit) == units.end()) return no_candidate(input, *unit);
    units = {*unit};
  }
  std::vector<NamedPaper> papers;
  for (const auto& code : units)
    papers.push_back(summons(input, code));
  return papers;
}

}  // namespace guatu::reporting
