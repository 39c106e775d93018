#include "guatu/usecases/editing/review_rows.hpp"

#include <algorithm>

#include "guatu/calendar/working_calendar.hpp"
#include "guatu/ledger/state_on_day.hpp"

namespace guatu::usecases {
namespace {

using json::ReviewCount;
using json::ReviewRow;
using json::ReviewStanding;

std::optional<ledger::Dispute> open_dispute(const ledger::PartFacts& facts) {
  const auto found = std::ranges::find_if(facts.disputes, [](const ledger::Dispute& each) { return !each.settled_on; });
  return found == facts.disputes.end() ? std::nullopt : std::optional(*found);
}

/// None: there is nothing to review.
std::optional<ReviewRow> row_of(const ledger::PartFacts& facts, Date today) {
  ReviewRow row;
  row.dispute = open_dispute(facts);
  const bool finished = ledger::state_on_day(facts, today, campaign::Completion::Claimed) == ProcedureState::Finished;
  if (!finished && !row.dispute) return std::nullopt;
  row.standing = row.dispute          ? ReviewStanding::Disputed
                 : facts.confirmed_on ? ReviewStanding::Confirmed
                                      : ReviewStanding::Waiting;
  if (finished) row.finished = facts.finished;
  row.document_number = facts.document_number;
  row.unverified = ledger::unverified_on(facts, today, campaign::Completion::Claimed);
  row.confirmed_on = facts.confirmed_on;
  return row;
}

void count(std::vector<ReviewCount>& counts, const ReviewRow& row) {
  auto found = std::ranges::find_if(
      counts, [&](const ReviewCount& each) { return each.kind == row.kind && each.responsible == row.responsible; });
  if (found == counts.end()) found = counts.insert(found, {row.kind, row.responsible});
  if (row.standing == ReviewStanding::Waiting) ++found->waiting;
  if (row.standing == ReviewStanding::Confirmed) ++found->confirmed;
  if (row.standing == ReviewStanding::Disputed) ++found->disputed;
}

bool is_wanted(const ReviewFilter& filter, const ReviewRow& row) {
  return (filter.kind.empty() || filter.kind == row.kind) &&
         (filter.responsible.empty() || filter.responsible == row.responsible) &&
         (!filter.standing || *filter.standing == row.standing);
}

/// By the catalogue, then by the campaign's list of units.
void put_in_order(std::vector<ReviewCount>& counts, const campaign::Campaign& campaign) {
  const auto place = [](const auto& list, const auto& code) {
    return std::ranges::find_if(list, [&](const auto& each) { return each.code == code; }) - list.begin();
  };
  std::ranges::sort(counts, {}, [&](const ReviewCount& each) {
    return std::pair(place(campaign.kinds, each.kind), place(campaign.units, each.responsible));
  });
}

}  // namespace

json::ReviewList list_reviews(const Known& known, const ReviewFilter& filter) {
  const auto& campaign = known.campaign();
  const auto disputed = ledger::disputed_parts(known.ledger.disputes, filter.today);
  json::ReviewList list{known.head.seq, filter.today, dispute_due_on(campaign, filter.today), {}, 0, {}};
  for (const auto& project : known.ledger.projects) {
    if (!project.in_campaign_on(filter.today)) continue;
    for (const auto& part : project.parts) {
      const auto* kind = campaign.find_kind(part.kind);
      auto row = kind == nullptr ? std::nullopt : row_of(part.facts, filter.today);
      if (!row) continue;
      row->line = part.facts.line.empty() ? kind->line : part.facts.line;
      if (!filter.line.empty() && row->line != filter.line) continue;
      row->project = project.record.id.text();
      row->name = project.name_on(filter.today);
      row->responsible = project.responsible_on(filter.today);
      row->kind = part.kind;
      row->part = part.part;
      row->platform_disputed = disputed.contains({row->project, part.kind.text(), part.part});
      count(list.counts, *row);
      if (!is_wanted(filter, *row)) continue;
      ++list.total;
      if (list.rows.size() < filter.limit) list.rows.push_back(*std::move(row));
    }
  }
  put_in_order(list.counts, campaign);
  return list;
}

Date dispute_due_on(const campaign::Campaign& campaign, Date today) {
  auto day = today;
  for (int left = campaign.policy.dispute_days; left > 0;) {
    day = day + 1;
    if (campaign.calendar.is_working(day)) --left;
  }
  return day;
}

}  // namespace guatu::usecases
