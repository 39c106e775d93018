#pragma once

#include <optional>
#include <string_view>

#include "guatu/base/bilingual.hpp"
#include "guatu/calendar/working_calendar.hpp"
#include "guatu/campaign/campaign.hpp"
#include "guatu/campaign/procedure_state.hpp"

/// The light of a procedure part: always a word and a shape beside the colour. Source: rules 7, first match.
namespace guatu::planning {

enum class Light { Grey, Green, Arrow, Red, Yellow, Blue };
[[nodiscard]] std::string_view light_name(Light light);  ///< "grey" … as in JSON
[[nodiscard]] Bilingual light_words(Light light);        ///< 不涉及, 办结, 已上报, 红灯, 黄灯, 正常

struct LightInput {
  ProcedureState state = ProcedureState::Unknown;
  std::optional<Date> planned;  ///< Last day that the plan means.
  bool overdue_reason = false;  ///< A reason for being late is on record.
  std::optional<int> slack;     ///< Of the back-schedule; none when it was left out of the network.
};

struct LightReading {
  Light light = Light::Blue;
  Bilingual reason;  ///< Why: with dates and days.
};

[[nodiscard]] LightReading read_light(const LightInput& input, Date as_of, const campaign::Policy& policy,
                                      const WorkingCalendar& calendar);

}  // namespace guatu::planning
