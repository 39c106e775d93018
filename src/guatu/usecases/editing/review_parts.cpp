#include "guatu/usecases/editing/review_parts.hpp"

#include <algorithm>
#include <map>

#include "guatu/json/edit_records.hpp"
#include "guatu/ledger/state_on_day.hpp"
#include "guatu/usecases/access/permission.hpp"
#include "guatu/usecases/editing/repeated_request.hpp"
#include "guatu/usecases/editing/review_rows.hpp"
#include "guatu/usecases/ledger/named_project.hpp"
#include "guatu/usecases/until_written.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::usecases {
namespace {

bool is_open(const ledger::Dispute& dispute) {
  return !dispute.settled_on;
}

/// Why the decision cannot be taken on these facts; none: it can.
std::optional<Bilingual> objection_to(const ReviewItem& item, const ledger::PartFacts& facts, Date today) {
  const bool disputed = std::ranges::any_of(facts.disputes, is_open);
  const auto state = ledger::state_on_day(facts, today, campaign::Completion::Claimed);
  switch (item.decision) {
    case ReviewDecision::Confirm:
      if (state != ProcedureState::Finished)
        return Bilingual{"这一项还没有报办结，不能核实",
                         "it is not reported as finished, so there is nothing to confirm"};
      if (disputed) return Bilingual{"有未了结的争议，请先了结", "a dispute is open; settle it first"};
      return std::nullopt;
    case ReviewDecision::Dispute:
      if (item.text.empty()) return Bilingual{"提出争议须写明理由", "a dispute needs its reason"};
      if (disputed) return Bilingual{"已有未了结的争议", "a dispute is open already"};
      if (item.due_on && *item.due_on < today) return Bilingual{"期限已过", "the day to settle it by is over"};
      return std::nullopt;
    case ReviewDecision::Settle:
      if (!disputed) return Bilingual{"没有未了结的争议", "no dispute is open"};
      return std::nullopt;
  }
  return std::nullopt;
}

ledger::PartFacts decided(ledger::PartFacts facts, const ReviewItem& item, Date today, Date due_on,
                          const UnitCode& by) {
  switch (item.decision) {
    case ReviewDecision::Confirm:
      facts.confirmed_on = today;
      break;
    case ReviewDecision::Dispute:
      facts.confirmed_on.reset();
      facts.disputes.push_back({today, std::nullopt, item.due_on.value_or(due_on), by, item.text});
      break;
    case ReviewDecision::Settle:
      for (auto& dispute : facts.disputes)
        if (is_open(dispute)) dispute.settled_on = today;
      break;
  }
  return facts;
}

const char* name_of(ReviewDecision decision) {
  return decision == ReviewDecision::Confirm ? "confirmed_on" : "dispute";
}

void decide(const ActingSession& session, Known& known, const ReviewItem& item, ports::Commit& commit,
            EditAnswer& answer) {
  const auto today = shanghai_day(session.clock.now());
  const auto* project = find_named_project(known.ledger, item.project);
  const auto* kind = known.campaign().find_kind(item.kind);
  const auto* facts = project == nullptr ? nullptr : project->find_part(item.kind, item.part);
  if (facts == nullptr || kind == nullptr) {
    answer.faults.push_back({"unknown_procedure",
                             item.pointer,
                             {"台账中没有这一项手续", "the ledger holds no such procedure"},
                             {"请核对项目、审批事项和子项", "check project, kind and part"}});
    return;
  }
  const auto post = acting_post(session, known.campaign());
  const auto line = facts->line.empty() ? kind->line : facts->line;
  for (auto& objection : access::objections(post, access::Right::ReviewLine, {project->responsible_on(today), line}))
    answer.faults.push_back({"forbidden", item.pointer, std::move(objection), {}});
  if (auto objection = objection_to(item, *facts, today))
    answer.faults.push_back({"refused", item.pointer, *std::move(objection), {}});
  if (!answer.faults.empty()) return;
  const auto after = decided(*facts, item, today, dispute_due_on(known.campaign(), today), post.unit);
  const auto& id = project->record.id;
  answer.rows.push_back({id, item.kind, item.part, known.head.seq + 1, {name_of(item.decision)}});
  commit.records.push_back({std::string(json::kPartRecord), json::part_subject({id, item.kind, item.part}),
                            json::encode_part(after, known.vault)});
}

/// The same part twice would leave it open which decision holds.
void object_to_repetition(const std::vector<ReviewItem>& items, EditAnswer& answer) {
  std::map<std::string, bool> seen;
  for (const auto& item : items)
    if (!seen.emplace(item.project + "/" + item.kind.text() + "/" + item.part, true).second)
      answer.faults.push_back({"duplicate_cell", item.pointer, {"同一项写了两次", "the same procedure twice"}, {}});
}

Result<EditAnswer> attempt(const ActingSession& session, const std::vector<ReviewItem>& items, const RequestKey& key) {
  GUATU_TRY(auto known, load_newest(session));
  GUATU_TRY(auto repeated, find_repeated(session, key, known.head.seq));
  if (repeated) return *std::move(repeated);
  EditAnswer answer;
  answer.seq = known.head.seq;
  auto commit = session.begin_commit(known.campaign(), "review");
  object_to_repetition(items, answer);
  for (const auto& item : items)
    decide(session, known, item, commit, answer);
  if (!answer.faults.empty()) {
    const bool forbidden =
        std::ranges::any_of(answer.faults, [](const EditFault& each) { return each.code == "forbidden"; });
    answer.end = forbidden ? EditEnd::Forbidden : EditEnd::Refused;
    answer.rows.clear();
    return answer;
  }
  if (commit.records.empty()) return answer;
  commit.source = commit.records.front().subject;
  json::EditRecord left{{}, {}, {}, "review_line"};
  for (const auto& record : commit.records)
    left.subjects.push_back(record.subject);
  commit.records.push_back({std::string(json::kEditRecord), session.actor, json::encode_edit(left)});
  remember_request(commit, session, key, answer.rows);
  commit.personal = known.vault.take_new();
  GUATU_TRY(const auto head, session.store.append(commit, known.head.seq));
  answer.seq = head.seq;
  return answer;
}

}  // namespace

Result<EditAnswer> review_parts(const ActingSession& session, const std::vector<ReviewItem>& items,
                                const RequestKey& key) {
  GUATU_CHECK(check_right(session, access::Right::ReviewLine));
  return until_written(session.store, [&] { return attempt(session, items, key); });
}

}  // namespace guatu::usecases
