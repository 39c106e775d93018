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

Standing standing_after(Standing before, LifeAction action) {
  switch (action) {
    case LifeAction::Join:
    case LifeAction::Resume:
      return Standing::In;
    case LifeAction::Suspend:
      return Standing::Suspended;
    case LifeAction::Withdraw:
    case LifeAction::End:
    case LifeAction::Merge:
      return Standing::Out;
    case LifeAction::Move:
    case LifeAction::Rename:
    case LifeAction::Split:
      return before;
  }
  return before;
}

Standing standing_on(const ProjectHistory& project, Date day) {
  auto standing = Standing::NeverJoined;
  for (const auto& event : project.life) {
    if (event.on > day) break;
    standing = standing_after(standing, event.action);
  }
  return standing;
}

bool may_happen(Standing standing, LifeAction action) {
  switch (action) {
    case LifeAction::Join:
      return standing == Standing::NeverJoined || standing == Standing::Out;
    case LifeAction::Resume:
      return standing == Standing::Suspended;
    case LifeAction::Suspend:
      return standing == Standing::In;
    default:
      return standing == Standing::In || standing == Standing::Suspended;
  }
}

/// Events that are recorded already and lie later have to stay possible.
void object_to_later(std::vector<Bilingual>& objections, const ProjectHistory& project, const LifeEvent& event) {
  auto standing = Standing::NeverJoined;
  for (const auto& other : with_event(project.life, event)) {
    if (other.on > event.on && !other.assumed && !may_happen(standing, other.action)) {
      const auto words = life_action_words(other.action);
      objections.push_back({"与已记录的 " + format_iso(other.on) + " " + words.zh + "相抵触",
                            "it contradicts what is recorded for " + format_iso(other.on) + ": " + words.en});
      return;
    }
    standing = standing_after(standing, other.action);
  }
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
      if (event.action == LifeAction::Suspend && standing == Standing::Suspended)
        objections.push_back({day + " 该项目已暂缓", "the project is suspended already on " + day});
      else if (!may_happen(standing, event.action))
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
  if (objections.empty()) object_to_later(objections, project, event);
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
