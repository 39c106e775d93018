#include "guatu/json/figures_codec.hpp"

#include "guatu/json/figures_fields.hpp"
#include "guatu/json/policy_value.hpp"
#include "guatu/json/rate_fields.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;
using counting::Figures;

/// Keys of the states in the contract's order.
constexpr std::array<ProcedureState, kProcedureStateCount> kStateOrder{
    ProcedureState::NotApplicable, ProcedureState::Unknown,   ProcedureState::NotStarted,
    ProcedureState::Preparing,     ProcedureState::Submitted, ProcedureState::InReview,
    ProcedureState::HandedUp,      ProcedureState::Returned,  ProcedureState::Finished};

void put_counts(bj::object& object, const counting::StateCounts& counts) {
  object["total"] = counts.total;
  for (const auto state : kStateOrder)
    object[bj::string(state_name(state))] = counts.of(state);
  object["strict"] = rate_value(counts.strict);
  object["regional"] = rate_value(counts.regional);
}

counting::StateCounts read_counts(Fields& fields) {
  counting::StateCounts counts;
  counts.total = fields.number("total");
  for (const auto state : kStateOrder)
    counts.by_state[static_cast<std::size_t>(state)] = fields.number(state_name(state));
  counts.strict = read_rate(fields, "strict");
  counts.regional = read_rate(fields, "regional");
  return counts;
}

bj::object invested_value(const counting::Invested& invested) {
  return {{"counted", yuan_text(invested.counted)},
          {"finished", yuan_text(invested.finished)},
          {"meets", yuan_text(invested.meets)}};
}

counting::Invested read_invested(Fields& outer, std::string_view key) {
  const auto* value = outer.find(key);
  if (value == nullptr) {
    outer.fail(key, "amounts");
    return {};
  }
  Fields fields(*value, key);
  counting::Invested invested;
  invested.counted = fields.find_amount("counted").value_or(Amount{});
  invested.finished = fields.find_amount("finished").value_or(Amount{});
  invested.meets = fields.find_amount("meets").value_or(Amount{});
  if (fields.failed()) outer.fail(key, "amounts");
  return invested;
}

bj::object target_value(const counting::TargetFigures& target) {
  bj::object object{{"id", target.id},
                    {"name", target.name.zh},
                    {"name_en", target.name.en},
                    {"rate", rate_value(target.rate)},
                    {"running", rate_value(target.running)},
                    {"threshold", ratio_value(target.threshold)},
                    {"deadline", format_iso(target.deadline)}};
  if (target.met) {
    object["met"] = *target.met;
  } else {
    object["met"] = nullptr;
  }
  return object;
}

counting::TargetFigures read_target(const bj::value& value, Fields& outer) {
  Fields fields(value, "targets");
  counting::TargetFigures target;
  target.id = fields.text("id");
  target.name = {fields.text("name"), fields.text("name_en")};
  target.rate = read_rate(fields, "rate");
  target.running = read_rate(fields, "running");
  target.threshold = read_ratio(fields, "threshold");
  target.deadline = fields.day("deadline");
  if (fields.find("met") != nullptr) target.met = fields.flag("met");
  if (fields.failed()) outer.fail("targets", "targets");
  return target;
}

void read_projects(Fields& outer, counting::ProjectFigures& projects) {
  const auto* value = outer.find("projects");
  if (value == nullptr) {
    outer.fail("projects", "an object");
    return;
  }
  Fields fields(*value, "projects");
  projects.counted = fields.number("counted");
  projects.finished = fields.number("finished");
  projects.meets = fields.number("meets");
  projects.finished_rate = read_rate(fields, "finished_rate");
  projects.meets_rate = read_rate(fields, "meets_rate");
  projects.gained = fields.number("gained");
  projects.invested = read_invested(fields, "invested");
  projects.year_plan = read_invested(fields, "year_plan");
  if (fields.failed()) outer.fail("projects", "project figures");
}

void read_procedures(Fields& outer, counting::ProcedureFigures& procedures) {
  const auto* value = outer.find("procedures");
  if (value == nullptr) {
    outer.fail("procedures", "an object");
    return;
  }
  Fields fields(*value, "procedures");
  procedures.strict = read_rate(fields, "strict");
  procedures.regional = read_rate(fields, "regional");
  procedures.overdue = fields.number("overdue");
  procedures.unverified = fields.number("unverified");
  procedures.disputed = fields.number("disputed");
  procedures.held_above = fields.number("held_above");
  procedures.not_submitted = fields.number("not_submitted");
  procedures.in_work = fields.number("in_work");
  if (fields.failed()) outer.fail("procedures", "procedure figures");
}

void read_breakdowns(Fields& fields, Figures& figures) {
  for (const auto& value : fields.list("by_kind")) {
    Fields inner(value, "by_kind");
    figures.by_kind.push_back(
        {KindCode{inner.text("kind")}, {inner.text("name"), inner.text("name_en")}, read_counts(inner)});
    if (inner.failed()) fields.fail("by_kind", "counts");
  }
  for (const auto& value : fields.list("by_authority")) {
    Fields inner(value, "by_authority");
    figures.by_authority.push_back({find_authority(inner.text("authority")), read_counts(inner)});
    if (inner.failed()) fields.fail("by_authority", "counts");
  }
}

}  // namespace

bj::object projects_value(const counting::ProjectFigures& projects) {
  return {{"counted", projects.counted},
          {"finished", projects.finished},
          {"meets", projects.meets},
          {"finished_rate", rate_value(projects.finished_rate)},
          {"meets_rate", rate_value(projects.meets_rate)},
          {"gained", projects.gained},
          {"invested", invested_value(projects.invested)},
          {"year_plan", invested_value(projects.year_plan)}};
}

bj::object procedures_value(const counting::ProcedureFigures& procedures) {
  return {{"strict", rate_value(procedures.strict)},
          {"regional", rate_value(procedures.regional)},
          {"overdue", procedures.overdue},
          {"unverified", procedures.unverified},
          {"disputed", procedures.disputed},
          {"held_above", procedures.held_above},
          {"not_submitted", procedures.not_submitted},
          {"in_work", procedures.in_work}};
}

bj::array kinds_value(const std::vector<counting::KindFigures>& kinds) {
  bj::array values;
  for (const auto& kind : kinds) {
    bj::object value{{"kind", kind.kind.text()}, {"name", kind.name.zh}, {"name_en", kind.name.en}};
    put_counts(value, kind.counts);
    values.push_back(std::move(value));
  }
  return values;
}

std::string encode_figures(const NumbersHead& head, const campaign::Policy& policy, const Figures& figures,
                           const std::vector<UnitCode>& carried) {
  bj::object object{{"campaign", head.campaign},
                    {"version", head.version},
                    {"as_of", format_iso(head.as_of)},
                    {"known_at", format_rfc3339(head.known_at)},
                    {"seq", head.seq},
                    {"policy", policy_value(policy)}};
  if (figures.previous) {
    object["previous"] =
        bj::object{{"dekad", format_dekad(figures.previous->dekad)}, {"revision", figures.previous->revision}};
  } else {
    object["previous"] = nullptr;
  }
  object["projects"] = projects_value(figures.projects);
  object["procedures"] = procedures_value(figures.procedures);
  auto& targets = object["targets"].emplace_array();
  for (const auto& target : figures.targets)
    targets.push_back(target_value(target));
  object["by_kind"] = kinds_value(figures.by_kind);
  auto& authorities = object["by_authority"].emplace_array();
  for (const auto& authority : figures.by_authority) {
    bj::object value{
        {"authority", authority.authority ? bj::string(authority_name(*authority.authority)) : bj::string("missing")}};
    put_counts(value, authority.counts);
    authorities.push_back(std::move(value));
  }
  auto& units = object["carried"].emplace_array();
  for (const auto& unit : carried)
    units.emplace_back(unit.text());
  auto& faults = object["faults"].emplace_array();
  for (const auto& fault : figures.faults)
    faults.push_back(bj::object{{"project", fault.project.text()},
                                {"name", fault.name},
                                {"code", fault.code},
                                {"text", fault.text.zh},
                                {"text_en", fault.text.en}});
  return bj::serialize(object);
}

Result<Figures> decode_figures(std::string_view text) {
  GUATU_TRY(const auto value, parse_body(text));
  Fields fields(value, "figures");
  Figures figures;
  if (const auto* previous = fields.find("previous")) {
    Fields inner(*previous, "previous");
    const auto dekad = parse_dekad(inner.text("dekad"));
    if (!dekad) fields.fail("previous", "a dekad");
    if (dekad) figures.previous = counting::PreviousDekad{*dekad, static_cast<int>(inner.number("revision"))};
  }
  read_projects(fields, figures.projects);
  read_procedures(fields, figures.procedures);
  for (const auto& target : fields.list("targets"))
    figures.targets.push_back(read_target(target, fields));
  read_breakdowns(fields, figures);
  for (const auto& fault : fields.list("faults")) {
    Fields inner(fault, "faults");
    auto project = ProjectId{inner.text("project")};
    auto name = inner.text("name");
    auto code = inner.text("code");
    figures.faults.push_back(
        {std::move(project), std::move(name), std::move(code), {inner.text("text"), inner.text("text_en")}});
  }
  GUATU_CHECK(fields.finish());
  return figures;
}

}  // namespace guatu::json
