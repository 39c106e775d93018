#include <algorithm>
#include <array>

#include "guatu/ledger/project.hpp"

namespace guatu::ledger {
namespace {

struct ActionRow {
  LifeAction action;
  std::string_view name;
  const char* zh;
  const char* en;
};

constexpr std::array<ActionRow, 9> kActions{{{LifeAction::Join, "join", "增补入库", "joined"},
                                             {LifeAction::Suspend, "suspend", "暂缓", "suspended"},
                                             {LifeAction::Resume, "resume", "恢复", "resumed"},
                                             {LifeAction::Withdraw, "withdraw", "调出", "withdrawn"},
                                             {LifeAction::End, "end", "终止", "ended"},
                                             {LifeAction::Move, "move", "划转", "moved"},
                                             {LifeAction::Rename, "rename", "更名", "renamed"},
                                             {LifeAction::Merge, "merge", "合并", "merged"},
                                             {LifeAction::Split, "split", "拆分", "split"}}};

enum class Standing { NeverJoined, In, Suspended, Out };

Standing standing_on(const ProjectHistory& project, Date day) {
  auto standing = Standing::NeverJoined;
  for (const auto& event : project.life) {
    if (event.on > day) break;
    switch (event.action) {
      case LifeAction::Join:
      case LifeAction::Resume:
        standing = Standing::In;
        break;
      case LifeAction::Suspend:
        standing = Standing::Suspended;
        break;
      case LifeAction::Withdraw:
      case LifeAction::End:
      case LifeAction::Merge:
        standing = Standing::Out;
        break;
      case LifeAction::Move:
      case LifeAction::Rename:
      case LifeAction::Split:
        break;
    }
  }
  return standing;
}

bool only_assumed_join(const std::vector<LifeEvent>& life) {
  return std::ranges::none_of(life, [](const LifeEvent& event) {
    return event.action != LifeAction::Rename && event.action != LifeAction::Move && !event.assumed;
  });
}

void object_to_standing(std::vector<Bilingual>& objections, const ProjectHistory& project, const LifeEvent& event) {
  const auto standing = standing_on(project, event.on);
  const auto day = format_iso(event.on);
  switch (event.action) {
    case LifeAction::Join:
      if (standing != Standing::NeverJoined && standing != Standing::Out && !only_assumed_join(project.life))
        objections.push_back({day + " 该项目已在库", "the project is in the campaign already on " + day});
      break;
    case LifeAction::Resume:
      if (standing != Standing::Suspended)
        objections.push_back({day + " 该项目未暂缓，无从恢复", "the project is not suspended on " + day});
      break;
    default:
      if (standing != Standing::In && !(standing == Standing::Suspended && event.action != LifeAction::Suspend))
        objections.push_back({day + " 该项目不在库", "the project is not in the campaign on " + day});
      break;
  }
}

}  // namespace

std::string_view life_action_name(LifeAction action) {
  return kActions[static_cast<std::size_t>(action)].name;
}

std::optional<LifeAction> find_life_action(std::string_view name) {
  for (const auto& row : kActions)
    if (row.name == name) return row.action;
  return std::nullopt;
}

Bilingual life_action_words(LifeAction action) {
  const auto& row = kActions[static_cast<std::size_t>(action)];
  return {row.zh, row.en};
}

std::vector<Bilingual> life_objections(const ProjectHistory& project, const LifeEvent& event) {
  std::vector<Bilingual> objections;
  object_to_standing(objections, project, event);
  const bool needs_name = event.action == LifeAction::Rename || event.action == LifeAction::Split;
  if (needs_name && event.name.empty()) objections.push_back({"请写明新名称（--name）", "give the new name (--name)"});
  if (event.action == LifeAction::Rename && !event.name.empty() && project.name_on(event.on) == event.name)
    objections.push_back({"新名称与现名称相同", "the project has that name already"});
  if (event.action == LifeAction::Move && event.to_unit.empty())
    objections.push_back({"请写明划转到的单位（--to）", "give the unit to move to (--to)"});
  if (event.action == LifeAction::Move && !event.to_unit.empty() && project.responsible_on(event.on) == event.to_unit)
    objections.push_back({"该单位已是责任单位", "that unit is responsible already"});
  if (event.action == LifeAction::Merge && event.to_project.empty())
    objections.push_back({"请写明并入的项目（--to）", "give the project to merge into (--to)"});
  if (event.action == LifeAction::Merge && event.to_project == project.record.id)
    objections.push_back({"项目不能并入自身", "a project cannot be merged into itself"});
  return objections;
}

std::vector<LifeEvent> with_event(std::vector<LifeEvent> life, const LifeEvent& event) {
  // An approved joining replaces the one that was only taken from a first return, but not once the project has left.
  if (event.action == LifeAction::Join && !event.assumed && only_assumed_join(life))
    std::erase_if(life, [](const LifeEvent& other) { return other.action == LifeAction::Join && other.assumed; });
  const auto place = std::ranges::upper_bound(life, event.on, {}, &LifeEvent::on);
  life.insert(place, event);
  return life;
}

}  // namespace guatu::ledger
