#include <boost/json.hpp>

#include "guatu/json/fields.hpp"
#include "guatu/json/record_codec.hpp"

namespace guatu::json {
namespace bj = boost::json;

std::string encode_project(const ledger::ProjectRecord& project, PersonalVault& vault) {
  bj::object object{{"v", 1}};
  put_text(object, "id", project.id.text());
  put_text(object, "code", project.code);
  put_text(object, "name", project.name);
  put_text(object, "responsible", project.responsible.text());
  bj::array districts;
  for (const auto& district : project.districts)
    districts.emplace_back(district.text());
  if (!districts.empty()) object["districts"] = std::move(districts);
  if (project.industry_department) put_text(object, "industry_department", project.industry_department->text());
  put_text(object, "owner", project.owner);
  put_text(object, "credit_code", project.credit_code);
  put_text(object, "field", project.field);
  if (project.track) put_text(object, "track", track_name(*project.track));
  put_text(object, "content", project.content);
  put_amount(object, "total_investment", project.total_investment);
  put_amount(object, "year_plan", project.year_plan);
  put_vague_date(object, "planned_start", project.planned_start);
  put_text(object, "leader", project.leader);
  put_text(object, "contact", vault.digest_of(project.contact));
  put_text(object, "phone", vault.digest_of(project.phone));
  put_text(object, "progress", project.progress);
  put_text(object, "problems", project.problems);
  put_text(object, "measures", project.measures);
  put_text(object, "note", project.note);
  return bj::serialize(object);
}

Result<ledger::ProjectRecord> decode_project(std::string_view body, const PersonalVault& vault) {
  bj::monotonic_resource memory;
  GUATU_TRY(const auto value, parse_body(body, &memory));
  Fields fields(value, "project");
  ledger::ProjectRecord project;
  project.id = ProjectId{fields.text("id")};
  project.code = fields.text("code");
  project.name = fields.text("name");
  project.responsible = UnitCode{fields.text("responsible")};
  for (const auto& district : fields.list("districts"))
    if (const auto* text = district.if_string())
      project.districts.emplace_back(std::string(text->data(), text->size()));
  if (const auto unit = fields.text("industry_department"); !unit.empty()) project.industry_department = UnitCode{unit};
  project.owner = fields.text("owner");
  project.credit_code = fields.text("credit_code");
  project.field = fields.text("field");
  if (const auto track = fields.text("track"); !track.empty()) project.track = find_track(track);
  project.content = fields.text("content");
  project.total_investment = fields.find_amount("total_investment");
  project.year_plan = fields.find_amount("year_plan");
  project.planned_start = fields.find_vague_date("planned_start");
  project.leader = fields.text("leader");
  project.contact = vault.value_of(fields.text("contact"));
  project.phone = vault.value_of(fields.text("phone"));
  project.progress = fields.text("progress");
  project.problems = fields.text("problems");
  project.measures = fields.text("measures");
  project.note = fields.text("note");
  GUATU_CHECK(fields.finish());
  return project;
}

std::string encode_life_event(const ledger::LifeEvent& event) {
  bj::object object{{"v", 1}};
  put_text(object, "action", life_action_name(event.action));
  put_day(object, "on", event.on);
  put_text(object, "reason", event.reason);
  put_text(object, "approval", event.approval);
  put_text(object, "to_unit", event.to_unit.text());
  put_text(object, "to_project", event.to_project.text());
  put_text(object, "name", event.name);
  put_flag(object, "assumed", event.assumed);
  return bj::serialize(object);
}

Result<ledger::LifeEvent> decode_life_event(std::string_view body) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "life");
  ledger::LifeEvent event;
  if (const auto action = ledger::find_life_action(fields.text("action"))) {
    event.action = *action;
  } else {
    fields.fail("action", "a life action");
  }
  event.on = fields.day("on");
  event.reason = fields.text("reason");
  event.approval = fields.text("approval");
  event.to_unit = UnitCode{fields.text("to_unit")};
  event.to_project = ProjectId{fields.text("to_project")};
  event.name = fields.text("name");
  event.assumed = fields.flag("assumed");
  GUATU_CHECK(fields.finish());
  return event;
}

}  // namespace guatu::json
