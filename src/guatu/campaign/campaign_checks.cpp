#include <algorithm>
#include <functional>

#include "guatu/base/text.hpp"
#include "guatu/campaign/file_readers.hpp"

namespace guatu::campaign {
namespace {

std::string place_of(const Places& places, const std::string& key, const char* file) {
  const auto found = places.find(key);
  return found == places.end() ? std::string(file) : found->second;
}

void check_references(const Campaign& campaign, const Places& places, Faults& faults) {
  for (const auto& kind : campaign.kinds) {
    const auto place = place_of(places, "kind " + kind.code.text(), "catalogue.toml");
    const auto* line = campaign.find_unit(kind.line);
    if (line == nullptr) faults.add(place, "对口部门“" + kind.line.text() + "”不在 units.toml 中", "line department \"" + kind.line.text() + "\" is not in units.toml");
    const auto is_deputy = [&](const Post& post) { return post.code == kind.leading_deputy; };
    if (!kind.leading_deputy.empty() && std::ranges::none_of(campaign.roster, is_deputy))
      faults.add(place, "分管领导“" + kind.leading_deputy + "”不在名单中", "leading deputy \"" + kind.leading_deputy + "\" is not in the roster");
    for (const auto& edge : kind.predecessors)
      if (campaign.find_kind(edge.kind) == nullptr)
        faults.add(place_of(places, "edge " + kind.code.text(), "catalogue.toml"), "前置事项“" + edge.kind.text() + "”不存在", "predecessor \"" + edge.kind.text() + "\" does not exist");
  }
  for (const auto& post : campaign.roster)
    if (post.unit && campaign.find_unit(*post.unit) == nullptr)
      faults.add(place_of(places, "post " + post.code, "units.toml"), "单位“" + post.unit->text() + "”不存在", "unit \"" + post.unit->text() + "\" does not exist");
  for (const auto& exemption : campaign.exemptions)
    if (campaign.find_unit(exemption.unit) == nullptr)
      faults.add(place_of(places, "exemption " + exemption.unit.text(), "campaign.toml"), "单位“" + exemption.unit.text() + "”不存在", "unit \"" + exemption.unit.text() + "\" does not exist");
}

/// A spelling that two units, or two kinds, share would be guessed at.
template <typename Thing, typename Spellings>
void check_spellings(const std::vector<Thing>& things, Spellings spellings, const char* what, const char* file, const Places& places, Faults& faults) {
  std::map<std::string, std::string> owner;
  for (const auto& thing : things) {
    for (const auto& spelling : spellings(thing)) {
      const auto [found, fresh] = owner.emplace(match_key(spelling), thing.code.text());
      if (fresh || found->second == thing.code.text()) continue;
      faults.add(place_of(places, std::string(what) + thing.code.text(), file), "名称“" + spelling + "”与 " + found->second + " 相同",
                 "the name \"" + spelling + "\" also belongs to " + found->second);
    }
  }
}

/// The first circle of predecessors on a track, as codes from a kind back to itself.
std::vector<std::string> find_cycle(const Campaign& campaign, Track track) {
  enum class Mark { New, Open, Done };
  std::map<std::string, Mark> marks;
  std::vector<std::string> path;
  std::function<bool(const ProcedureKind&)> visit = [&](const ProcedureKind& kind) {
    auto& mark = marks[kind.code.text()];
    if (mark == Mark::Done) return false;
    path.push_back(kind.code.text());
    if (mark == Mark::Open) return true;
    mark = Mark::Open;
    for (const auto& edge : kind.predecessors) {
      if (!edge.tracks.empty() && std::ranges::find(edge.tracks, track) == edge.tracks.end()) continue;
      const auto* before = campaign.find_kind(edge.kind);
      if (before != nullptr && visit(*before)) return true;
    }
    path.pop_back();
    marks[kind.code.text()] = Mark::Done;
    return false;
  };
  for (const auto& kind : campaign.kinds)
    if (visit(kind)) return {std::ranges::find(path, path.back()), path.end()};
  return {};
}

void check_cycles(const Campaign& campaign, const Places& places, Faults& faults) {
  for (const auto track : {Track::Approval, Track::Sanction, Track::Filing}) {
    const auto cycle = find_cycle(campaign, track);
    if (cycle.empty()) continue;
    std::string text;
    for (const auto& code : cycle) text += (text.empty() ? "" : " → ") + code;
    const std::string name(track_name(track));
    faults.add(place_of(places, "kind " + cycle.front(), "catalogue.toml"), "前置关系成环（" + name + "）：" + text, "predecessors form a circle (" + name + "): " + text);
  }
}

void check_leagues(const Campaign& campaign, const Places& places, Faults& faults) {
  for (const auto& league : campaign.leagues) {
    const auto place = place_of(places, "league " + league.id, "campaign.toml");
    for (const auto& unit : league.only)
      if (campaign.find_unit(unit) == nullptr) faults.add(place, "单位“" + unit.text() + "”不存在", "unit \"" + unit.text() + "\" does not exist");
    const auto ranked = [&](const Unit& unit) { return unit.has(league.ranked); };
    if (league.only.empty() && std::ranges::none_of(campaign.units, ranked)) faults.add(place, "没有参加排名的单位", "it ranks nobody");
    const auto guards = [&](const Target& target) { return target.id == league.guard_target; };
    if (league.guard == Guard::TargetMissed && std::ranges::none_of(campaign.targets, guards))
      faults.add(place, "guard_target“" + league.guard_target + "”不是目标", "guard_target \"" + league.guard_target + "\" is no target");
  }
}

void warn(std::vector<CampaignWarning>& warnings, std::string place, std::string zh, std::string en) {
  warnings.push_back({std::move(place), {std::move(zh), std::move(en)}});
}

std::string clause(const std::string& text) { return text.empty() ? std::string{} : "（" + text + "）"; }

void doubt_stages(const Campaign& campaign, const Places& places, std::vector<CampaignWarning>& warnings) {
  if (campaign.stages.empty()) return;
  const auto& last = campaign.stages.back();
  for (const auto& target : campaign.targets)
    if (target.deadline > last.last)
      warn(warnings, place_of(places, "target " + target.id, "campaign.toml"),
           "目标“" + target.name.zh + "”截止 " + format_iso(target.deadline) + clause(target.clause) + "晚于最后阶段“" + last.name.zh + "”结束 " + format_iso(last.last) + clause(last.clause) + "，两个日期都保留",
           "target \"" + target.name.en + "\" ends " + format_iso(target.deadline) + " (" + target.clause + ") after the last stage \"" + last.name.en + "\" ends " + format_iso(last.last) + " (" + last.clause + "); both are kept");
}

void doubt_days(const Campaign& campaign, const Places& places, std::vector<CampaignWarning>& warnings) {
  for (const auto& due : campaign.due_dates)
    if (!campaign.calendar.is_working(due.on))
      warn(warnings, place_of(places, "due " + due.id, "campaign.toml"), "“" + due.name.zh + "”" + format_iso(due.on) + clause(due.clause) + "是休息日，按 due_shift 办理",
           "\"" + due.name.en + "\" " + format_iso(due.on) + " (" + due.clause + ") is a day off; due_shift decides");
  for (int year = campaign.starts_on.year(); year <= campaign.ends_on.year(); ++year)
    if (!campaign.calendar.covers(year))
      warn(warnings, "calendar.toml", "没有 " + std::to_string(year) + " 年放假安排，只按周末推算", "no holiday notice for " + std::to_string(year) + "; weekends only");
}

}  // namespace

void check_whole(const Campaign& campaign, const Places& places, Faults& faults) {
  check_references(campaign, places, faults);
  check_spellings(campaign.units, unit_spellings, "unit ", "units.toml", places, faults);
  check_spellings(campaign.kinds, kind_spellings, "kind ", "catalogue.toml", places, faults);
  check_cycles(campaign, places, faults);
  check_leagues(campaign, places, faults);
}

std::vector<CampaignWarning> find_doubts(const Campaign& campaign, const Places& places) {
  std::vector<CampaignWarning> warnings;
  doubt_stages(campaign, places, warnings);
  doubt_days(campaign, places, warnings);
  for (const auto& kind : campaign.kinds)
    for (const auto& variant : kind.variants)
      if (variant.unverified)
        warn(warnings, place_of(places, "kind " + kind.code.text(), "catalogue.toml"), kind.name.zh + "“" + variant.name.zh + "”的时限未经核对：" + variant.source,
             kind.name.en + " \"" + variant.name.en + "\": limit not checked against its source, " + variant.source);
  for (const auto& post : campaign.roster)
    if (post.person.empty())
      warn(warnings, place_of(places, "post " + post.code, "units.toml"), post.role + "（" + post.title + "）待定", post.code + " is vacant");
  return warnings;
}

}  // namespace guatu::campaign
