#include "guatu/json/truth_codec.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "guatu/ledger/state_on_day.hpp"

namespace guatu::json {
namespace bj = boost::json;

struct TruthWriter::Body {
  bj::object document;
  bj::array dekads;
  bj::array life_events;
  bj::array returns;
  std::int64_t projects = 0;
};

TruthWriter::TruthWriter(const campaign::Campaign& campaign, std::uint64_t seed)
    : campaign_(campaign), body_(std::make_unique<Body>()) {
  body_->document["synthetic"] = true;
  body_->document["campaign"] = campaign.id;
  body_->document["seed"] = seed;
}

TruthWriter::~TruthWriter() = default;

void TruthWriter::add_life_event(const ledger::ProjectHistory& project, const ledger::LifeEvent& event,
                                 const std::string& to) {
  body_->life_events.push_back(
      bj::object{{"action", bj::string(life_action_name(event.action))},
                 {"project", bj::object{{"code", project.record.code}, {"name", project.record.name}}},
                 {"on", format_iso(event.on)},
                 {"reason", event.reason},
                 {"approval", event.approval},
                 {"to", to},
                 {"name", event.name}});
}

void TruthWriter::add_dekad(const Dekad& dekad, const std::vector<std::string>& files,
                            const std::vector<UnitCode>& missed, const ledger::Ledger& known) {
  const auto day = dekad.last_day();
  bj::object entry{{"dekad", format_dekad(dekad)}, {"as_of", format_iso(day)}};
  auto& names = entry["files"].emplace_array();
  for (const auto& file : files)
    names.emplace_back(file);
  auto& silent = entry["missed"].emplace_array();
  for (const auto& unit : missed)
    silent.emplace_back(unit.text());
  auto& projects = entry["projects"].emplace_array();
  for (const auto& project : known.projects) {
    if (!project.in_campaign_on(day)) continue;
    bj::object states;
    bj::object authority;
    bj::object finished;
    bj::array assumed;
    for (const auto& part : project.parts) {
      const auto state = ledger::state_on_day(part.facts, day, campaign_.policy.completion);
      states[part.kind.text()] = bj::string(state_name(state));
      if (part.facts.authority && state != ProcedureState::NotApplicable)
        authority[part.kind.text()] = bj::string(authority_name(*part.facts.authority));
      if (state != ProcedureState::Finished) continue;
      if (part.facts.finished->assumed) {
        assumed.emplace_back(part.kind.text());
      } else {
        finished[part.kind.text()] = format_iso(part.facts.finished->on);
      }
    }
    bj::object value{
        {"code", project.record.code}, {"name", project.name_on(day)}, {"unit", project.responsible_on(day).text()}};
    value["states"] = std::move(states);
    value["authority"] = std::move(authority);
    value["finished_on"] = std::move(finished);
    value["assumed"] = std::move(assumed);
    projects.push_back(std::move(value));
  }
  body_->projects = std::max(body_->projects, static_cast<std::int64_t>(known.projects.size()));
  body_->dekads.push_back(std::move(entry));
}

void TruthWriter::add_return(const TruthReturn& messy) {
  bj::object entry{{"file", messy.file},
                   {"dekad", messy.dekad},
                   {"unit", messy.unit},
                   {"layout", messy.layout},
                   {"unit_in_caption", messy.unit_in_caption},
                   {"dekad_in_caption", messy.dekad_in_caption},
                   {"problems", messy.problems}};
  entry["sheets"] = bj::value_from(messy.sheets);
  auto& projects = entry["projects"].emplace_array();
  for (const auto& project : messy.projects)
    projects.push_back(bj::object{{"name", project.name}, {"written", project.written}});
  auto& cells = entry["cells"].emplace_array();
  for (const auto& cell : messy.cells)
    cells.push_back(bj::array{cell.sheet, cell.cell, cell.project, cell.kind, cell.field, cell.meaning, cell.spelling});
  auto& questions = entry["questions"].emplace_array();
  for (const auto& question : messy.questions)
    questions.push_back(bj::object{{"class", question.name},
                                   {"sheet", question.sheet},
                                   {"cell", question.cell},
                                   {"project", question.project},
                                   {"kind", question.kind},
                                   {"codes", bj::value_from(question.codes)},
                                   {"planted", question.planted},
                                   {"against_ledger", question.against_ledger}});
  body_->returns.push_back(std::move(entry));
}

std::string TruthWriter::finish() const {
  auto document = body_->document;
  document["projects"] = body_->projects;
  document["dekads"] = body_->dekads;
  document["life_events"] = body_->life_events;
  if (!body_->returns.empty()) document["returns"] = body_->returns;
  return bj::serialize(document) + "\n";
}

}  // namespace guatu::json
