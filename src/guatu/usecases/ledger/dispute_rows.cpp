#include "guatu/usecases/ledger/dispute_rows.hpp"

#include <algorithm>
#include <tuple>

namespace guatu::usecases {

std::vector<json::DisputeRow> dispute_rows(const ledger::Ledger& ledger,
                                           const std::vector<ledger::SourceDispute>& disputes, Date as_of) {
  std::vector<json::DisputeRow> rows;
  for (const auto& dispute : disputes) {
    json::DisputeRow row{dispute, {}, ledger::is_open_on(dispute, as_of), false};
    row.overdue = row.open && dispute.due_on < as_of;
    const auto project = std::ranges::find_if(
        ledger.projects, [&](const auto& history) { return history.record.id == dispute.key.project; });
    if (project != ledger.projects.end()) row.project_name = project->name_on(as_of);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<json::DisputeRow> list_disputes(const ledger::Ledger& ledger, const DisputeFilter& filter) {
  std::vector<ledger::SourceDispute> wanted;
  for (const auto& dispute : ledger.disputes) {
    if (dispute.opened_on > filter.as_of || (filter.unit && dispute.owner != *filter.unit)) continue;
    if (!filter.only_open || ledger::is_open_on(dispute, filter.as_of)) wanted.push_back(dispute);
  }
  auto rows = dispute_rows(ledger, wanted, filter.as_of);
  std::ranges::stable_sort(rows, [](const auto& a, const auto& b) {
    return std::tie(b.open, a.dispute.due_on, a.dispute.key) < std::tie(a.open, b.dispute.due_on, b.dispute.key);
  });
  return rows;
}

}  // namespace guatu::usecases
