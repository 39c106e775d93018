#include "guatu/counting/faults.hpp"

#include <algorithm>

#include "guatu/counting/part_verdict.hpp"

namespace guatu::counting {
namespace {

bool lacks_authority(const PartCell& part) {
  return is_applicable(part) && !part.authority;
}
bool lacks_plan_date(const PartCell& part) {
  return is_open(part) && part.no_plan_date;
}

/// Kinds with their parts: 立项、施工许可（一标段）.
Bilingual names_of(const campaign::Campaign& campaign, const TallyInput& input, const ProjectCells& project,
                   bool (*wanted)(const PartCell&)) {
  Bilingual names;
  for (const auto& part : parts_of(input, project)) {
    if (!wanted(part)) continue;
    if (!names.zh.empty()) {
      names.zh += "、";
      names.en += ", ";
    }
    const auto& kind = campaign.kinds[part.kind].name;
    const auto& part_name = input.part_names[part.part_name];
    names.zh += part_name.empty() ? kind.zh : kind.zh + "（" + part_name + "）";
    names.en += part_name.empty() ? kind.en : kind.en + " (" + part_name + ")";
  }
  return names;
}

}  // namespace

std::vector<Fault> find_faults(const campaign::Campaign& campaign, const TallyInput& input) {
  std::vector<Fault> faults;
  for (const auto& project : input.projects) {
    const auto parts = parts_of(input, project);
    const auto add = [&](const char* code, bool (*wanted)(const PartCell&), const char* zh, const char* en) {
      const auto names = names_of(campaign, input, project, wanted);
      faults.push_back({project.id, project.name, code, {zh + names.zh, en + names.en}});
    };
    if (std::ranges::any_of(parts, lacks_authority))
      add("missing_authority", lacks_authority, "缺审批层级，暂按市县权限统计，请补填：",
          "authority missing, counted with city and county until filled in: ");
    if (std::ranges::any_of(parts, lacks_plan_date))
      add("no_plan_date", lacks_plan_date, "缺计划办结时间，请补填：", "plan date missing, to be filled in: ");
    if (std::ranges::none_of(parts, is_applicable))
      add(
          "nothing_applicable", [](const PartCell&) { return true; }, "全部手续均为不涉及，不纳入统计和排名，请核实：",
          "every procedure is not applicable, so the project is outside all counts; to be checked: ");
  }
  return faults;
}

}  // namespace guatu::counting
