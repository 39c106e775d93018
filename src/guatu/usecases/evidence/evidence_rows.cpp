#include "guatu/usecases/evidence/evidence_rows.hpp"

#include "guatu/usecases/ledger/named_project.hpp"

namespace guatu::usecases {

access::WrittenRow row_of(const Known& known, const evidence::Place& place, Date today) {
  const auto* project = find_named_project(known.ledger, place.project.text());
  if (project == nullptr) return {};
  access::WrittenRow row{project->responsible_on(today), {}};
  if (place.kind.empty()) return row;
  const auto* facts = project->find_part(place.kind, place.part);
  const auto* kind = known.campaign().find_kind(place.kind);
  if (facts != nullptr && !facts->line.empty())
    row.line = facts->line;
  else if (kind != nullptr)
    row.line = kind->line;
  return row;
}

}  // namespace guatu::usecases
