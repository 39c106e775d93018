#include "guatu/json/bulletin_codec.hpp"

#include "guatu/json/leagues_codec.hpp"
#include "guatu/json/rate_fields.hpp"
#include "guatu/reporting/bulletin_facts.hpp"
#include "guatu/reporting/bulletin_model.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/headline.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;
using reporting::BulletinInput;

bj::value day_or_null(const std::optional<Date>& day) {
  return day ? bj::value(format_iso(*day)) : bj::value();
}

bj::object target_value(const counting::TargetFigures& target, Date as_of) {
  bj::object object{{"id", target.id},
                    {"name", bilingual_value(target.name)},
                    {"met", target.met ? bj::value(*target.met) : bj::value()}};
  const auto distance = reporting::distance_to(target, as_of);
  object["missing"] = distance.missing_projects;
  object["days_left"] = distance.days_left;
  object["dekads_left"] = distance.dekads_left;
  object["needed_per_dekad"] = distance.needed_per_dekad;
  return object;
}

bj::object headline_value(const BulletinInput& input) {
  const auto& projects = input.figures.projects;
  bj::object object{{"finished", projects.finished},
                    {"counted", projects.counted},
                    {"finished_rate", rate_value(projects.finished_rate)},
                    {"gained", projects.gained},
                    {"meets", projects.meets},
                    {"meets_rate", rate_value(projects.meets_rate)}};
  auto& targets = object["targets"].emplace_array();
  for (const auto& target : input.figures.targets)
    targets.push_back(target_value(target, input.as_of));
  auto& lines = object["lines"].emplace_array();
  for (const auto& line : reporting::headline(input.campaign, input.figures, input.as_of))
    lines.push_back(bilingual_value(line));
  return object;
}

bj::object side_value(const reporting::Side& side) {
  return {{"counted", side.counted},
          {"finished", side.finished},
          {"meets", side.meets},
          {"finished_rate", rate_value(side.finished_rate)},
          {"invested", yuan_text(side.invested)},
          {"year_plan", yuan_text(side.year_plan)}};
}

bj::array holds_value(const BulletinInput& input) {
  bj::array array;
  for (const auto& hold : reporting::upper_holds(input)) {
    const auto& kind = input.campaign.kinds[hold.kind];
    array.push_back(bj::object{{"kind", kind.code.text()},
                               {"name", kind.name.zh},
                               {"authority", authority_name(hold.authority)},
                               {"held", hold.held},
                               {"open", hold.open},
                               {"handed_up", hold.handed_up},
                               {"earliest_on", day_or_null(hold.earliest)}});
  }
  return array;
}

bj::array departments_value(const BulletinInput& input) {
  bj::array array;
  for (const auto& load : reporting::line_loads(input))
    array.push_back(bj::object{{"unit", load.unit.text()},
                               {"name", reporting::unit_name(input.campaign, load.unit, input.as_of)},
                               {"not_submitted", load.not_submitted},
                               {"in_work", load.in_work},
                               {"handed_up", load.handed_up},
                               {"held_above", load.held_above},
                               {"overdue", load.overdue}});
  return array;
}

bj::object life_value(const reporting::LifeChange& change) {
  const auto& event = change.event;
  const auto& to = !event.to_unit.empty()      ? event.to_unit.text()
                   : !event.to_project.empty() ? event.to_project.text()
                                               : event.name;
  return {{"project", change.project.text()},
          {"name", change.name},
          {"action", ledger::life_action_name(event.action)},
          {"on", format_iso(event.on)},
          {"reason", event.reason},
          {"approval", event.approval},
          {"to", to}};
}

bj::object changes_value(const BulletinInput& input) {
  const auto changes = reporting::dekad_changes(input);
  bj::object object;
  auto& gained = object["gained"].emplace_array();
  for (const auto& name : changes.gained)
    gained.push_back(bj::value(name));
  auto& life = object["life"].emplace_array();
  for (const auto& change : changes.life)
    life.push_back(life_value(change));
  object["first_reported"] = changes.first_reported;
  auto& revoked = object["revoked"].emplace_array();
  for (const auto& row : changes.revoked)
    revoked.push_back(bj::object{{"project", row.project.text()},
                                 {"name", row.name},
                                 {"kind", input.campaign.kinds[row.kind].code.text()},
                                 {"part", row.part},
                                 {"effective_on", format_iso(row.revocation.effective_on)},
                                 {"false_papers", row.revocation.false_papers},
                                 {"reason", row.revocation.reason}});
  object["moved_points"] = changes.moved_points ? bj::value(*changes.moved_points) : bj::value();
  auto& carried = object["carried"].emplace_array();
  for (const auto& unit : input.carried)
    carried.push_back(bj::value(unit.text()));
  return object;
}

bj::array lines_of(const std::string& text) {
  bj::array lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    lines.push_back(bj::value(text.substr(at, end - at)));
    at = end == std::string::npos ? text.size() : end + 1;
  }
  return lines;
}

std::string one_line(std::string text) {
  std::erase(text, '\n');
  return text;
}

}  // namespace

std::string encode_bulletin(const BulletinInput& input) {
  const auto& campaign = input.campaign;
  const auto model = reporting::make_bulletin(input);
  const NumbersHead head{campaign.id, campaign.version, input.as_of, input.known_at, input.seq};
  bj::object object{{"dekad", format_dekad(input.dekad)},
                    {"as_of", format_iso(input.as_of)},
                    {"revision", input.revision},
                    {"draft", input.draft},
                    {"reason", input.reason}};
  object["title"] = one_line(model.title);
  object["issued_on"] = format_iso(reporting::issued_on(input));
  object["known_at"] = format_rfc3339(input.known_at);
  object["seq"] = input.seq;
  object["head_digest"] = input.head_digest;
  object["campaign"] =
      bj::object{{"id", campaign.id}, {"version", campaign.version}, {"digest", input.campaign_digest}};
  object["headline"] = headline_value(input);
  const auto split = reporting::split_by_side(input);
  object["split"] =
      bj::object{{"districts", side_value(split.districts)}, {"departments", side_value(split.departments)}};
  object["held_above"] = holds_value(input);
  object["departments"] = departments_value(input);
  object["changes"] = changes_value(input);
  object["text"] = lines_of(reporting::plain_text(model));
  object["figures"] = bj::parse(encode_figures(head, campaign.policy, input.figures, input.carried));
  object["leagues"] = bj::parse(encode_leagues(head, input.leagues));
  return bj::serialize(object) + "\n";
}

}  // namespace guatu::json
