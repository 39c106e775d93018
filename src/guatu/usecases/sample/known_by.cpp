#include <algorithm>

#include "guatu/usecases/sample/simulation.hpp"

namespace guatu::usecases {
namespace {

using ledger::DatedFact;
using ledger::PartFacts;
using ledger::ProjectHistory;

void forget_after(std::optional<DatedFact>& fact, Date day) {
  if (fact && fact->on > day) fact.reset();
}

void forget_after(PartFacts& facts, Date day) {
  forget_after(facts.not_started, day);
  forget_after(facts.preparing, day);
  forget_after(facts.submitted, day);
  forget_after(facts.handed_up, day);
  forget_after(facts.finished, day);
  std::erase_if(facts.accepted, [day](const DatedFact& fact) { return fact.on > day; });
  std::erase_if(facts.setbacks, [day](const ledger::Setback& setback) { return setback.fact.on > day; });
  if (!facts.finished) facts.document_number.clear();
}

}  // namespace

ledger::Ledger known_by(const Simulation& simulation, Date day) {
  std::vector<ProjectHistory> projects(simulation.truth.projects.begin(), simulation.truth.projects.end());
  for (auto& project : projects)
    for (auto& part : project.parts)
      forget_after(part.facts, day);
  for (const auto& slip : simulation.slips) {
    if (slip.corrected_on <= day) continue;
    auto& facts = projects[slip.project].parts[slip.part].facts;
    if (slip.finished_on && facts.finished) facts.finished->on = *slip.finished_on;
    if (slip.planned) facts.planned = slip.planned;
  }
  std::erase_if(projects, [day](const ProjectHistory& project) { return project.life.front().on > day; });
  auto known = simulation.truth;
  known.projects = std::move(projects);
  return known;
}

}  // namespace guatu::usecases
