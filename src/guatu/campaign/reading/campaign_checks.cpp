#include <algorithm>
#include <set>

#include "guatu/campaign/reading/file_readers.hpp"

namespace guatu::campaign {
namespace {

bool has_post(const Campaign& campaign, const std::string& code) {
  return std::ranges::find(campaign.roster, code, &Post::code) != campaign.roster.end();
}

bool has_target(const Campaign& campaign, const std::string& id) {
  return std::ranges::find(campaign.targets, id, &Target::id) != campaign.targets.end();
}

bool has_league(const Campaign& campaign, const std::string& id) {
  return std::ranges::find(campaign.leagues, id, &LeagueRule::id) != campaign.leagues.end();
}

/// A blank name has been reported where it stands.
void missing(Faults& faults, const Place& place, const std::string& name, const char* zh, const char* en) {
  if (name.empty()) return;
  faults.add(place, std::string(zh) + "“" + name + "”不存在", std::string(en) + " \"" + name + "\" does not exist");
}

void check_kinds(Reading& reading) {
  const auto& campaign = reading.campaign;
  for (const auto& kind : campaign.kinds) {
    const auto& code = kind.code.text();
    if (campaign.find_unit(kind.line) == nullptr)
      missing(reading.faults, reading.places.of("kind line", code), kind.line.text(), "单位", "unit");
    if (!has_post(campaign, kind.leading_deputy))
      missing(reading.faults, reading.places.of("kind leading_deputy", code), kind.leading_deputy, "职务", "post");
    for (const auto& edge : kind.predecessors)
      if (campaign.find_kind(edge.kind) == nullptr)
        missing(reading.faults, reading.places.of("edge", code + " " + edge.kind.text()), edge.kind.text(), "事项",
                "kind");
  }
  for (const auto& merged : campaign.merged_aliases)
    for (const auto& kind : merged.kinds)
      if (campaign.find_kind(kind) == nullptr)
        missing(reading.faults, reading.places.of("merged", kind.text()), kind.text(), "事项", "kind");
}

void check_posts(Reading& reading) {
  for (const auto& post : reading.campaign.roster)
    if (post.unit && reading.campaign.find_unit(*post.unit) == nullptr)
      missing(reading.faults, reading.places.of("post unit", post.code), post.unit->text(), "单位", "unit");
}

void check_leagues(Reading& reading) {
  const auto& campaign = reading.campaign;
  for (const auto& league : campaign.leagues) {
    for (const auto& unit : league.only)
      if (campaign.find_unit(unit) == nullptr)
        missing(reading.faults, reading.places.of("league only " + league.id, unit.text()), unit.text(), "单位",
                "unit");
    const auto is_ranked = [&](const Unit& unit) { return unit.has(league.ranked); };
    if (league.only.empty() && std::ranges::none_of(campaign.units, is_ranked))
      reading.faults.add(reading.places.of("league ranked", league.id),
                         "没有一个单位的 capacities 含 " + std::string(capacity_name(league.ranked)) + "，无单位可排名",
                         "ranks nobody: no unit has the capacity " + std::string(capacity_name(league.ranked)));
    if (league.guard != Guard::TargetMissed || has_target(campaign, league.guard_target)) continue;
    const auto& place = reading.places.of("league guard", league.id);
    if (league.guard_target.empty())
      reading.faults.add(place, "缺少 guard_target", "guard_target is missing");
    else
      missing(reading.faults, place, league.guard_target, "目标", "target");
  }
}

void check_exemptions(Reading& reading) {
  const auto& campaign = reading.campaign;
  for (std::size_t i = 0; i < campaign.exemptions.size(); ++i) {
    const auto& exemption = campaign.exemptions[i];
    const auto place = [&](const char* key) {
      return reading.places.of(std::string("exemption ") + key, std::to_string(i));
    };
    if (!has_league(campaign, exemption.league))
      missing(reading.faults, place("league"), exemption.league, "考核序列", "league");
    if (campaign.find_unit(exemption.unit) == nullptr)
      missing(reading.faults, place("unit"), exemption.unit.text(), "单位", "unit");
    if (!campaign.is_assessment_cut(exemption.cut))
      reading.faults.add(place("cut"), format_iso(exemption.cut) + " 不是考核节点（assessment_cuts）",
                         format_iso(exemption.cut) + " is none of assessment_cuts");
  }
}

/// The first circle of predecessors on one track, by depth first.
class CircleSearch {
 public:
  CircleSearch(const Campaign& campaign, Track track) : campaign_(campaign), track_(track) {}

  /// Codes from a kind back to itself; none when there is no circle.
  std::vector<std::string> find() {
    for (const auto& kind : campaign_.kinds)
      if (visit(kind)) return {std::ranges::find(path_, path_.back()), path_.end()};
    return {};
  }

 private:
  bool binds(const Predecessor& edge) const {
    return edge.tracks.empty() || std::ranges::find(edge.tracks, track_) != edge.tracks.end();
  }

  bool visit(const ProcedureKind& kind) {
    const auto& code = kind.code.text();
    if (done_.contains(code)) return false;
    const bool closes = std::ranges::find(path_, code) != path_.end();
    path_.push_back(code);
    if (closes) return true;
    for (const auto& edge : kind.predecessors) {
      const auto* before = campaign_.find_kind(edge.kind);
      if (before != nullptr && binds(edge) && visit(*before)) return true;
    }
    path_.pop_back();
    done_.insert(code);
    return false;
  }

  const Campaign& campaign_;
  Track track_;
  std::vector<std::string> path_;
  std::set<std::string> done_;
};

/// Edges by practice are looked at too: the policy may switch them on.
void check_circles(Reading& reading) {
  std::map<std::vector<std::string>, std::string> tracks_of_circle;
  for (const auto track : {Track::Approval, Track::Sanction, Track::Filing}) {
    const auto circle = CircleSearch(reading.campaign, track).find();
    if (circle.empty()) continue;
    auto& tracks = tracks_of_circle[circle];
    tracks += (tracks.empty() ? "" : ", ") + std::string(track_name(track));
  }
  for (const auto& [circle, tracks] : tracks_of_circle) {
    std::string path;
    for (const auto& code : circle)
      path += (path.empty() ? "" : " ← ") + code;
    reading.faults.add(reading.places.of("edge", circle[0] + " " + circle[1]),
                       "前置关系成环（" + tracks + "）：" + path,
                       "predecessors form a circle (" + tracks + "): " + path);
  }
}

}  // namespace

void check_whole(Reading& reading) {
  check_kinds(reading);
  check_posts(reading);
  check_leagues(reading);
  check_exemptions(reading);
  check_circles(reading);
}

}  // namespace guatu::campaign
