#include "tests/simulation/made_up_campaign.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace guatu::simulation {
namespace {

constexpr const char* kHead = R"(id = "simulated"
title = "虚构攻坚行动"
version = "{version}"
starts_on = 2022-11-25
ends_on = 2023-03-31
first_dekad = "2022-12-D1"
assessment_cuts = [2022-12-31, 2023-03-31]

[[stage]]
id = "all"
name = "全程"
first = 2022-11-25
last = 2023-03-31
clause = "虚构"

[[target]]
id = "t1"
name = "项目办结"
measure = "projects_finished"
scope = "all"
threshold = "{threshold}/10"
deadline = 2022-12-20
clause = "虚构"

[[target]]
id = "t2"
name = "市县办结"
measure = "procedures_finished"
scope = "city_and_county"
threshold = "1/1"
deadline = 2023-03-31
clause = "虚构"

[[target]]
id = "t3"
name = "上级已报"
measure = "procedures_handed_up"
scope = "region_and_state"
threshold = "1/2"
deadline = 2023-01-10
clause = "虚构"

[[due]]
id = "table2"
name = "任务表"
on = 2022-11-28
clause = "虚构"

[policy]
completion = "claimed"
ranking = "finished"
due_shift = "keep"

[form]
plan_year = 2023
state = "国家级"
region = "自治区级"
city = "市级"
county = "旗县级"

[paper]
office_name = "虚构办"
headquarters_name = "虚构部"
red_head = "虚构文件"
place = "虚构市"
districts_word = "旗县区"
departments_word = "市直部门"

[[league]]
id = "district"
name = "旗县区"
ranked = "district"
counts = "project"
bottom = {bottom}
clause = "虚构"

[[league]]
id = "sponsor"
name = "主管部门"
ranked = "sponsor"
counts = "project"
bottom = 1
clause = "虚构"

[[league]]
id = "approver"
name = "审批部门"
ranked = "approver"
counts = "procedure"
bottom = {bottom}
clause = "虚构"
)";

std::string replaced(std::string text, const std::string& word, const std::string& value) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + value.size()))
    text.replace(at, word.size(), value);
  return text;
}

std::string catalogue(int version) {
  std::string text;
  std::string before;
  for (const auto& kind : made_up_kinds()) {
    if (kind.since_version > version) continue;
    text += fmt::format("[[kind]]\ncode = \"{}\"\nname = \"{}\"\nline = \"{}\"\n", kind.code, kind.name, kind.line);
    if (kind.valid_from) text += "valid_from = " + format_iso(*kind.valid_from) + "\n";
    text += "[[kind.variant]]\ncode = \"v\"\nname = \"一般\"\ndays = 10\nunit = \"working\"\nsource = \"虚构\"\n";
    if (!before.empty())
      text += fmt::format("[[kind.predecessor]]\nkind = \"{}\"\nedge = \"law\"\nsource = \"虚构\"\n", before);
    before = kind.code;
  }
  return text;
}

}  // namespace

const std::vector<MadeUpKind>& made_up_kinds() {
  static const std::vector<MadeUpKind> kKinds{{"k0", "立项", "b1", {}, 1},
                                              {"k1", "用地预审", "b1", {}, 1},
                                              {"k2", "环评审批", "b2", {}, 1},
                                              {"k3", "取水许可", "b3", Date::of(2022, 12, 11), 1},
                                              {"k4", "施工许可", "b2", {}, 2}};
  return kKinds;
}

const std::vector<MadeUpUnit>& made_up_units() {
  static const std::vector<MadeUpUnit> kUnits{{"d1", "甲川区", "\"district\"", true, true},
                                              {"d2", "乙岭区", "\"district\"", true, true},
                                              {"d3", "丙河旗", "\"district\"", true, true},
                                              {"d4", "丁泉旗", "\"district\"", true, true},
                                              {"b1", "市规划局", "\"sponsor\", \"approver\"", true, false},
                                              {"b2", "市生态局", "\"sponsor\", \"approver\"", true, false},
                                              {"b3", "市水务局", "\"approver\"", false, false},
                                              {kOffice, "攻坚办公室", "\"office\"", false, false},
                                              {kSupervision, "督查室", "\"supervision\"", false, false}};
  return kUnits;
}

const std::string& unit_name(const std::string& code) {
  return std::ranges::find(made_up_units(), code, &MadeUpUnit::code)->name;
}

const std::string& kind_name(const std::string& code) {
  return std::ranges::find(made_up_kinds(), code, &MadeUpKind::code)->name;
}

std::vector<std::string> kinds_in_force(int version, Date day) {
  std::vector<std::string> codes;
  for (const auto& kind : made_up_kinds())
    if (kind.since_version <= version && (!kind.valid_from || *kind.valid_from <= day)) codes.push_back(kind.code);
  return codes;
}

campaign::CampaignFiles made_up_files(int version) {
  auto head = replaced(kHead, "{version}", std::to_string(version));
  head = replaced(head, "{threshold}", std::to_string(3 + version % 5));
  head = replaced(head, "{bottom}", std::to_string(1 + version % 3));
  std::string units;
  for (const auto& unit : made_up_units())
    units += fmt::format("[[unit]]\ncode = \"{}\"\nname = \"{}\"\ncapacities = [{}]\n", unit.code, unit.name,
                         unit.capacities);
  return {{"campaign.toml", head}, {"catalogue.toml", catalogue(version)}, {"units.toml", units}};
}

}  // namespace guatu::simulation
