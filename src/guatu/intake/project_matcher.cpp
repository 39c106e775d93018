#include "guatu/intake/project_matcher.hpp"

namespace guatu::intake {
namespace {

using ledger::ProjectHistory;

const Place& place_of(const ReadProject& row, const char* field) {
  const auto found = row.places.find(field);
  return found == row.places.end() ? row.row : found->second;
}

}  // namespace

ProjectMatcher::ProjectMatcher(const ChangeContext& context, ListedRows& listed, std::vector<Message>& messages,
                               Answers& settled)
    : context_(context),
      listed_(listed),
      messages_(messages),
      settled_(settled),
      identities_(context.ledger, context.dekad.last_day()) {}

void ProjectMatcher::say(std::string_view code, const Place& place, const MessageWords& words) {
  messages_.push_back(make_message(code, place, words));
}

MeantProject ProjectMatcher::refuse(std::string_view code, const Place& place, const MessageWords& words) {
  say(code, place, words);
  return {nullptr, true};
}

UnitCode ProjectMatcher::owner_of(const ProjectHistory& project) const {
  return project.responsible_on(context_.dekad.last_day());
}

std::string ProjectMatcher::unit_name(const UnitCode& code) const {
  const auto* unit = context_.campaign.find_unit(code);
  return unit == nullptr ? code.text() : unit->name_on(context_.dekad.last_day()).name.zh;
}

/// The cell of an earlier row that names the same project: the same code, or the same name where one gives no code.
std::optional<std::string> ProjectMatcher::find_listed(const ReadProject& row) {
  const auto& fields = row.fields;
  const auto here = cell_reference(row.row);
  const auto name = context_.unit.text() + "\n" + name_key(fields.name);
  const auto find = [](const auto& rows, const auto& key) {
    const auto found = rows.find(key);
    return found == rows.end() ? std::nullopt : std::optional(found->second);
  };
  auto earlier = fields.code.empty() ? find(listed_.by_name, name) : find(listed_.by_code, fields.code);
  if (!earlier && !fields.code.empty()) earlier = find(listed_.uncoded_by_name, name);
  listed_.by_name.emplace(name, here);
  fields.code.empty() ? listed_.uncoded_by_name.emplace(name, here) : listed_.by_code.emplace(fields.code, here);
  return earlier;
}

std::optional<std::string> ProjectMatcher::find_answer(const std::string& name) const {
  if (context_.answers == nullptr) return std::nullopt;
  const auto found = context_.answers->projects.find(name_key(name));
  return found == context_.answers->projects.end() ? std::nullopt : std::optional(found->second);
}

/// The project that the office says is meant.
MeantProject ProjectMatcher::find_answered(const ReadProject& row, const std::string& answer) {
  const auto* project = answer == kSameProject ? identities_.find_near(context_.unit, row.fields.name)
                                               : identities_.find_by_number_or_code(answer);
  if (project == nullptr || owner_of(*project) != context_.unit)
    return refuse("bad_answer", place_of(row, "name"), {answer, {}, {}});
  settled_.projects[name_key(row.fields.name)] = project->record.id.text();
  return {project, false};
}

/// True when the name is near one that is known, or near a new one above in the same table.
bool ProjectMatcher::ask_about_near(const ReadProject& row) {
  const auto day = context_.dekad.last_day();
  if (const auto* near = identities_.find_near(context_.unit, row.fields.name)) {
    say("near_match", place_of(row, "name"), {near->name_on(day), {}, {}});
    return true;
  }
  // Who lists 二期 beside the project itself means two.
  NameShape shape(name_key(row.fields.name));
  auto& alike = new_names_[shape.telling];
  const auto above = alike.names.find(shape);
  if (above) {
    const auto& other = alike.rows[*above];
    say("near_match:row", place_of(row, "name"), {other.value, {}, cell_reference(other)});
  }
  alike.names.add(std::move(shape));
  alike.rows.push_back(place_of(row, "name"));
  return above.has_value();
}

MeantProject ProjectMatcher::identify(const ReadProject& row) {
  const auto& fields = row.fields;
  if (const auto earlier = find_listed(row)) return refuse("duplicate_row", row.row, {{}, {}, *earlier});
  if (!fields.responsible.empty() && fields.responsible != context_.unit)
    return refuse("project_of_other_unit", place_of(row, "responsible"), {unit_name(fields.responsible), {}, {}});
  if (const auto* by_code = fields.code.empty() ? nullptr : identities_.find_by_code(fields.code)) {
    const auto owner = owner_of(*by_code);
    if (owner == context_.unit) return {by_code, false};
    return refuse("project_of_other_unit", place_of(row, "code"), {unit_name(owner), {}, {}});
  }
  const auto* by_name = identities_.find_by_name(context_.unit, fields.name);
  // Another code under the same name is another project; no code yet, or none given, is the same one.
  if (by_name != nullptr && (by_name->record.code.empty() || fields.code.empty())) return {by_name, false};
  if (by_name != nullptr)
    return refuse("identity_conflict", place_of(row, "code"), {by_name->record.code, {}, fields.code});
  // A project that was moved is not reported anew by the unit that it left.
  if (const auto* moved = identities_.find_moved(context_.unit, fields.name);
      moved != nullptr && (moved->record.code.empty() || fields.code.empty()))
    return refuse("project_of_other_unit", place_of(row, "name"), {unit_name(owner_of(*moved)), {}, {}});
  const auto answer = find_answer(fields.name);
  if (answer && *answer != kNewProject) return find_answered(row, *answer);
  if (!answer && fields.code.empty() && ask_about_near(row)) return {nullptr, true};
  if (const auto* elsewhere = identities_.find_elsewhere(context_.unit, fields.name))
    say("same_name_elsewhere", place_of(row, "name"), {unit_name(owner_of(*elsewhere)), {}, {}});
  return {};
}

MeantProject ProjectMatcher::find(const ReadProject& row) {
  auto meant = identify(row);
  if (meant.known == nullptr) return meant;
  const auto [earlier, fresh] = listed_.by_project.emplace(meant.known->record.id, cell_reference(row.row));
  if (!fresh) {
    say("duplicate_row", row.row, {{}, {}, earlier->second});
    meant.refused = true;
  }
  return meant;
}

}  // namespace guatu::intake
