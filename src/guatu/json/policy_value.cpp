#include "guatu/json/policy_value.hpp"

namespace guatu::json {
namespace {

std::string_view shift_name(ShiftPolicy policy) {
  switch (policy) {
    case ShiftPolicy::Keep:
      return "keep";
    case ShiftPolicy::Preceding:
      return "preceding";
    case ShiftPolicy::Following:
      return "following";
  }
  return "keep";
}

}  // namespace

boost::json::object policy_value(const campaign::Policy& policy) {
  return {{"completion", policy.completion == campaign::Completion::Claimed ? "claimed" : "confirmed"},
          {"ranking", policy.ranking == campaign::RankingMeasure::Finished ? "finished" : "meets"},
          {"due_shift", boost::json::string(shift_name(policy.due_shift))},
          {"practice_edges", policy.practice_edges},
          {"yellow_days", policy.yellow_days},
          {"yellow_slack", policy.yellow_slack},
          {"problem_text_limit", policy.problem_text_limit}};
}

}  // namespace guatu::json
