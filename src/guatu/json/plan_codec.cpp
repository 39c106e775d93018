#include "guatu/json/plan_codec.hpp"

#include <boost/json.hpp>

namespace guatu::json {
namespace {

namespace bj = boost::json;

bj::value day_value(const std::optional<Date>& day) {
  return day ? bj::value(format_iso(*day)) : bj::value(nullptr);
}

bj::object part_value(const PlanPartDocument& part) {
  bj::object object{{"kind", part.kind}, {"part", part.part}};
  object["duration"] = bj::object{{"days", part.duration.days},
                                  {"unit", part.duration.unit == DayUnit::WorkingDay ? "working" : "calendar"}};
  object["earliest_start"] = day_value(part.earliest_start);
  object["earliest_finish"] = day_value(part.earliest_finish);
  object["latest_start"] = day_value(part.latest_start);
  object["latest_finish"] = day_value(part.latest_finish);
  object["slack"] = part.slack ? bj::value(*part.slack) : bj::value(nullptr);
  object["critical"] = part.critical;
  object["light"] = part.light;
  object["light_reason"] = part.light_reason;
  object["light_reason_en"] = part.light_reason_en;
  object["held_above"] = part.held_above;
  auto& after = object["after"].emplace_array();
  for (const auto& before : part.after)
    after.push_back(bj::object{{"kind", before.kind}, {"part", before.part}, {"lag_days", before.lag_days}});
  return object;
}

bj::object settled_value(const SettledPartDocument& part) {
  return {{"kind", part.kind}, {"part", part.part}, {"state", part.state}, {"since", day_value(part.since)}};
}

bj::object project_value(const ProjectPlanDocument& project) {
  bj::object value{{"project", project.project},
                   {"name", project.name},
                   {"responsible", project.responsible},
                   {"deadline", format_iso(project.deadline)},
                   {"feasible", project.feasible}};
  value["broken_by"] = project.broken_by.empty() ? bj::value(nullptr) : bj::value(project.broken_by);
  value["days_short"] = project.days_short;
  value["slack"] = project.slack;
  auto& procedures = value["procedures"].emplace_array();
  for (const auto& part : project.procedures)
    procedures.push_back(part_value(part));
  auto& settled = value["settled"].emplace_array();
  for (const auto& part : project.settled)
    settled.push_back(settled_value(part));
  return value;
}

}  // namespace

std::string encode_plan(Date as_of, const std::vector<ProjectPlanDocument>& projects) {
  bj::object object{{"as_of", format_iso(as_of)}};
  auto& list = object["projects"].emplace_array();
  for (const auto& project : projects)
    list.push_back(project_value(project));
  return bj::serialize(object);
}

}  // namespace guatu::json
