#include "guatu/reporting/rows/row_filter.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/counting/part_verdict.hpp"

namespace guatu::reporting {
namespace {

bool is_one_of(std::string_view word, const Words& words) {
  return words.empty() || std::ranges::find(words, word) != words.end();
}

bool is_as_asked(bool value, std::optional<bool> asked) {
  return !asked || *asked == value;
}

std::string_view authority_word(std::optional<Authority> authority) {
  return authority ? authority_name(*authority) : std::string_view("missing");
}

bool is_open(ProcedureState state) {
  return state != ProcedureState::Finished && state != ProcedureState::HandedUp &&
         state != ProcedureState::NotApplicable;
}

bool is_held_by(const ProjectRow& project, const Words& words, const auto& word_of) {
  return words.empty() || std::ranges::any_of(project.parts, [&](const PartRow& part) {
           return part.hold && std::ranges::find(words, word_of(part)) != words.end();
         });
}

bool lies_in(const ProjectRow& project, const Words& districts) {
  return districts.empty() || std::ranges::any_of(project.history->record.districts, [&](const UnitCode& district) {
           return is_one_of(district.text(), districts);
         });
}

bool has_fault(const ProjectRow& project, const std::string& code) {
  return code.empty() || std::ranges::find(project.faults, code, &counting::Fault::code) != project.faults.end();
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_named(const ProjectRow& project, const std::string& text) {
  const auto key = match_key(text);
  return key.empty() || contains(project.search_key, key) || (is_ascii(key) && contains(project.initials, key));
}

}  // namespace

bool PartFilter::asks_nothing() const {
  return *this == PartFilter{};
}

bool passes(const PartRow& part, const PartFilter& filter, const campaign::Campaign& campaign) {
  const auto& procedure = part.procedure;
  return is_one_of(campaign.kinds[procedure.kind].code.text(), filter.kinds) &&
         is_one_of(state_name(procedure.state), filter.states) && is_one_of(part.line.text(), filter.lines) &&
         is_one_of(planning::light_name(part.light.light), filter.lights) &&
         is_one_of(authority_word(procedure.authority), filter.authorities) &&
         (!filter.scope || counting::is_in_scope(procedure.authority, *filter.scope)) &&
         is_as_asked(procedure.overdue, filter.overdue) && is_as_asked(procedure.unverified, filter.unverified) &&
         is_as_asked(procedure.disputed, filter.disputed) && is_as_asked(procedure.held_above, filter.held_above) &&
         is_as_asked(procedure.state != ProcedureState::NotApplicable, filter.applicable) &&
         is_as_asked(is_open(procedure.state), filter.open);
}

bool passes(const ProjectRow& project, const ProjectFilter& filter, const campaign::Campaign& campaign) {
  const auto& record = project.history->record;
  const auto kind_of = [&](const PartRow& part) { return campaign.kinds[part.procedure.kind].code.text(); };
  const auto line_of = [](const PartRow& part) { return part.line.text(); };
  return is_one_of(record.id.text(), filter.projects) && lies_in(project, filter.districts) &&
         is_one_of(project.responsible.text(), filter.responsible) &&
         is_one_of(record.industry_department ? record.industry_department->text() : "", filter.sponsors) &&
         is_one_of(planning::light_name(project.light), filter.lights) &&
         is_held_by(project, filter.held_at, kind_of) && is_held_by(project, filter.held_by, line_of) &&
         is_as_asked(project.verdict.counted, filter.counted) &&
         is_as_asked(project.verdict.finished, filter.finished) && is_as_asked(project.verdict.meets, filter.meets) &&
         is_as_asked(project.gained, filter.gained) && is_as_asked(project.carried, filter.carried) &&
         has_fault(project, filter.fault) && is_named(project, filter.text);
}

std::vector<const ProjectRow*> find_projects(const DayRows& rows, const ProjectFilter& filter, const PartFilter& part,
                                             const campaign::Campaign& campaign) {
  std::vector<const ProjectRow*> found;
  const auto meets = [&](const PartRow& each) { return passes(each, part, campaign); };
  for (const auto& project : rows.projects)
    if (passes(project, filter, campaign) && (part.asks_nothing() || std::ranges::any_of(project.parts, meets)))
      found.push_back(&project);
  return found;
}

std::vector<FoundPart> find_parts(const DayRows& rows, const ProjectFilter& filter, const PartFilter& part,
                                  const campaign::Campaign& campaign) {
  std::vector<FoundPart> found;
  for (const auto& project : rows.projects) {
    if (!passes(project, filter, campaign)) continue;
    for (const auto& each : project.parts)
      if (passes(each, part, campaign)) found.push_back({&project, &each});
  }
  return found;
}

}  // namespace guatu::reporting
