#include "guatu/reporting/rows/day_rows.hpp"

#include <algorithm>

namespace guatu::reporting {

using planning::Light;

int severity(Light light) {
  switch (light) {
    case Light::Red:
      return 0;
    case Light::Yellow:
      return 1;
    case Light::Blue:
      return 2;
    case Light::Arrow:
      return 3;
    case Light::Green:
      return 4;
    case Light::Grey:
      return 5;
  }
  return 5;
}

Light worst_light(const std::vector<PartRow>& parts) {
  auto worst = Light::Grey;
  for (const auto& part : parts)
    if (severity(part.light.light) < severity(worst)) worst = part.light.light;
  return worst;
}

PartCounts count_parts(const std::vector<PartRow>& parts) {
  PartCounts counts;
  for (const auto& [procedure, line, since, light, slack, latest_finish, hold] : parts) {
    const auto state = procedure.state;
    if (state == ProcedureState::NotApplicable) continue;
    counts.applicable += 1;
    counts.done += state == ProcedureState::Finished ? 1 : 0;
    counts.handed_up += state == ProcedureState::HandedUp ? 1 : 0;
    counts.open += state != ProcedureState::Finished && state != ProcedureState::HandedUp ? 1 : 0;
  }
  for (const auto& part : parts) {
    counts.overdue += part.procedure.overdue ? 1 : 0;
    counts.unverified += part.procedure.unverified ? 1 : 0;
    counts.disputed += part.procedure.disputed ? 1 : 0;
  }
  return counts;
}

}  // namespace guatu::reporting
