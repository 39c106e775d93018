#include "guatu/planning/light.hpp"

#include <string>

namespace guatu::planning {
namespace {

std::string number(int value) {
  return std::to_string(value);
}

Bilingual slack_reason(int slack) {
  if (slack < 0)
    return {"预计难以按期办结，缺 " + number(-slack) + " 个工作日",
            number(-slack) + " working days short of the deadline"};
  return {"富余 " + number(slack) + " 个工作日", number(slack) + " working days of slack"};
}

}  // namespace

std::string_view light_name(Light light) {
  switch (light) {
    case Light::Grey:
      return "grey";
    case Light::Green:
      return "green";
    case Light::Arrow:
      return "arrow";
    case Light::Red:
      return "red";
    case Light::Yellow:
      return "yellow";
    case Light::Blue:
      return "blue";
  }
  return {};
}

Bilingual light_words(Light light) {
  switch (light) {
    case Light::Grey:
      return {"不涉及", "not applicable"};
    case Light::Green:
      return {"办结", "finished"};
    case Light::Arrow:
      return {"已上报", "handed up"};
    case Light::Red:
      return {"红灯", "red"};
    case Light::Yellow:
      return {"黄灯", "yellow"};
    case Light::Blue:
      return {"正常", "on course"};
  }
  return {};
}

LightReading read_light(const LightInput& input, Date as_of, const campaign::Policy& policy,
                        const WorkingCalendar& calendar) {
  if (input.state == ProcedureState::NotApplicable) return {Light::Grey, light_words(Light::Grey)};
  if (input.state == ProcedureState::Finished) return {Light::Green, light_words(Light::Green)};
  if (input.state == ProcedureState::HandedUp) return {Light::Arrow, light_words(Light::Arrow)};

  const bool late = input.planned && *input.planned < as_of;
  const auto plan = input.planned ? format_iso(*input.planned) : std::string{};
  if (late && !input.overdue_reason)
    return {Light::Red,
            {"已过计划办结时间 " + plan + "，未说明原因", "past its plan date " + plan + " without a recorded reason"}};
  if (input.slack && *input.slack < 0) return {Light::Red, slack_reason(*input.slack)};
  if (late)
    return {Light::Yellow,
            {"已过计划办结时间 " + plan + "，已说明原因", "past its plan date " + plan + " with a recorded reason"}};
  if (input.planned) {
    const int left = calendar.working_days_until(as_of, *input.planned);
    if (left <= policy.yellow_days)
      return {Light::Yellow,
              {"距计划办结时间 " + plan + " 还有 " + number(left) + " 个工作日",
               number(left) + " working days to the plan date " + plan}};
  }
  if (input.slack && *input.slack < policy.yellow_slack) return {Light::Yellow, slack_reason(*input.slack)};
  if (!input.planned) return {Light::Blue, {"未填计划办结时间", "no plan date"}};
  return {Light::Blue, {"按计划推进", "on course"}};
}

}  // namespace guatu::planning
