#include "guatu/json/campaign_words.hpp"

namespace guatu::json {
namespace {

using campaign::Policy;

PolicyChoice completion_choice(const Policy& policy) {
  if (policy.completion == campaign::Completion::Claimed)
    return {
        "completion",
        "claimed",
        {"责任单位报为办结即计入，已报未核的另列", "a reported completion counts; unverified ones are shown apart"}};
  return {"completion",
          "confirmed",
          {"对口部门核实后才计入办结", "a completion counts once the line department has confirmed it"}};
}

PolicyChoice ranking_choice(const Policy& policy) {
  if (policy.ranking == campaign::RankingMeasure::Finished)
    return {"ranking", "finished", {"按办结率排名", "ranked by the finished rate"}};
  return {"ranking", "meets", {"按达标率排名", "ranked by the meets rate"}};
}

PolicyChoice shift_choice(const Policy& policy) {
  switch (policy.due_shift) {
    case ShiftPolicy::Preceding:
      return {
          "due_shift", "preceding", {"报送日逢非工作日提前到前一工作日", "due on the working day before a day off"}};
    case ShiftPolicy::Following:
      return {"due_shift", "following", {"报送日逢非工作日顺延到下一工作日", "due on the working day after a day off"}};
    case ShiftPolicy::Keep:
      break;
  }
  return {"due_shift", "keep", {"报送日逢非工作日不变", "due days stay, also on days off"}};
}

PolicyChoice number_choice(const char* id, int value, const std::string& zh, const std::string& en) {
  return {id, std::to_string(value), {zh + " " + std::to_string(value), en + " " + std::to_string(value)}};
}

}  // namespace

const char* measure_name(campaign::Measure measure) {
  switch (measure) {
    case campaign::Measure::ProjectsFinished:
      return "projects_finished";
    case campaign::Measure::ProjectsMeet:
      return "projects_meet";
    case campaign::Measure::ProceduresFinished:
      return "procedures_finished";
    case campaign::Measure::ProceduresHandedUp:
      return "procedures_handed_up";
  }
  return "projects_finished";
}

const char* scope_name(campaign::AuthorityScope scope) {
  switch (scope) {
    case campaign::AuthorityScope::All:
      return "all";
    case campaign::AuthorityScope::CityAndCounty:
      return "city_and_county";
    case campaign::AuthorityScope::RegionAndState:
      return "region_and_state";
  }
  return "all";
}

const char* counts_name(campaign::LeagueUnit unit) {
  return unit == campaign::LeagueUnit::Project ? "project" : "procedure";
}

std::vector<PolicyChoice> policy_choices(const campaign::Campaign& campaign) {
  const auto& policy = campaign.policy;
  std::vector<PolicyChoice> choices{completion_choice(policy), ranking_choice(policy), shift_choice(policy)};
  choices.push_back(
      {"practice_edges", policy.practice_edges ? "true" : "false",
       policy.practice_edges
           ? Bilingual{"倒排工期时惯例性前置也算", "customary predecessors bind in plans"}
           : Bilingual{"倒排工期时只算法定和材料前置", "only predecessors by law or material bind in plans"}});
  choices.push_back(number_choice("yellow_days", policy.yellow_days, "距计划办结时间不超过几个工作日亮黄灯：",
                                  "working days before the plan date that turn a light yellow:"));
  choices.push_back(number_choice("yellow_slack", policy.yellow_slack, "机动时间少于几个工作日亮黄灯：",
                                  "working days of slack below which a light is yellow:"));
  choices.push_back(number_choice("problem_text_limit", policy.problem_text_limit, "重大事项清单问题表述字数上限：",
                                  "characters that a problem for higher levels may have:"));
  return choices;
}

}  // namespace guatu::json
