#include "guatu/intake/exports/export_comparison.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "guatu/base/text.hpp"
#include "guatu/intake/message_codes.hpp"
#include "guatu/ledger/state_on_day.hpp"
#include "guatu/values/codes.hpp"

namespace guatu::intake {
namespace {

using ledger::DisputedField;
using ledger::SourceDispute;

/// How far a procedure has come; what says more stands later.
int reached(ProcedureState state) {
  constexpr std::array kOrder{ProcedureState::Unknown,   ProcedureState::NotApplicable, ProcedureState::NotStarted,
                              ProcedureState::Preparing, ProcedureState::Returned,      ProcedureState::Submitted,
                              ProcedureState::InReview,  ProcedureState::HandedUp,      ProcedureState::Finished};
  return static_cast<int>(std::ranges::find(kOrder, state) - kOrder.begin());
}

/// Handed up to region or state is what a platform shows as submitted or in review there.
bool agree(ProcedureState ours, ProcedureState theirs) {
  if (ours == theirs) return true;
  return ours == ProcedureState::HandedUp &&
         (theirs == ProcedureState::Submitted || theirs == ProcedureState::InReview);
}

bool only_further(ProcedureState ours, ProcedureState theirs) {
  return ours != ProcedureState::NotApplicable && theirs != ProcedureState::NotApplicable &&
         reached(theirs) > reached(ours);
}

std::optional<Date> newest_day(const ExportRow& row) {
  return std::max({row.submitted_on, row.accepted_on, row.finished_on});
}

bool says_more(const ExportRow& row, const ExportRow& other) {
  const auto rank = [](const ExportRow& each) { return each.state ? reached(*each.state) : -1; };
  return rank(row) != rank(other) ? rank(row) > rank(other) : newest_day(row) > newest_day(other);
}

/// A procedure part of the ledger with the row that speaks of it.
struct Pair {
  const ledger::ProjectHistory* project;
  KindCode kind;
  std::string part;
  const ledger::PartFacts* facts;  ///< nullptr: nothing was ever reported.
  const ExportRow* row;
};

class Comparer {
 public:
  explicit Comparer(const ComparisonContext& context) : context_(context) {
    for (const auto& project : context.ledger.projects)
      if (!project.record.code.empty() && project.in_campaign_on(context.day))
        projects_.emplace(read_project_code(project.record.code).canonical, &project);
    for (const auto& dispute : context.ledger.disputes)
      if (!dispute.closed_on) open_.emplace(dispute.key, &dispute);
  }

  ExportComparison run(const ReadExport& read) {
    result_.messages = read.messages;
    for (const auto& row : read.rows)
      parts_named_[{row.code, row.kind.text()}].insert(match_key(row.part));
    for (const auto& row : read.rows)
      take(row);
    for (const auto& pair : pairs_)
      compare(pair);
    return std::move(result_);
  }

 private:
  void take(const ExportRow& row) {
    const auto project = projects_.find(row.code);
    if (project == projects_.end()) return take_unmatched(row);
    const auto* part = find_part(*project->second, row);
    const bool one_there = parts_named_.at({row.code, row.kind.text()}).size() == 1;
    if (part == nullptr && !(one_there && never_reported(*project->second, row.kind))) {
      result_.messages.push_back(make_message("part_unclear", row.row));
      return;
    }
    ++result_.matched;
    add({project->second, row.kind, part == nullptr ? std::string{} : part->part,
         part == nullptr ? nullptr : &part->facts, &row});
  }

  void take_unmatched(const ExportRow& row) {
    const auto known = std::ranges::find(result_.unmatched, row.code, &UnmatchedCode::code);
    if (known != result_.unmatched.end())
      ++known->rows;
    else
      result_.unmatched.push_back({row.code, row.row, 1});
  }

  static bool never_reported(const ledger::ProjectHistory& project, const KindCode& kind) {
    return std::ranges::none_of(project.parts, [&](const auto& part) { return part.kind == kind; });
  }

  /// The part that the row speaks of: by name, or the only one here and there.
  [[nodiscard]] const ledger::PartHistory* find_part(const ledger::ProjectHistory& project,
                                                     const ExportRow& row) const {
    const ledger::PartHistory* only = nullptr;
    int count = 0;
    for (const auto& part : project.parts) {
      if (part.kind != row.kind) continue;
      if (!row.part.empty() && match_key(part.part) == match_key(row.part)) return &part;
      only = &part;
      ++count;
    }
    if (count != 1) return nullptr;
    const bool one_there = parts_named_.at({row.code, row.kind.text()}).size() == 1;
    return one_there && (row.part.empty() || only->part.empty()) ? only : nullptr;
  }

  /// Of several rows of one part the one that says most counts.
  void add(Pair pair) {
    const auto [found, fresh] = pair_index_.emplace(key_of(pair, DisputedField::State), pairs_.size());
    if (fresh) {
      pairs_.push_back(std::move(pair));
      return;
    }
    auto& kept = pairs_[found->second];
    const auto* less = pair.row;
    if (says_more(*pair.row, *kept.row)) std::swap(less, kept.row);
    result_.messages.push_back(make_message("superseded_row", less->row, {{}, {}, cell_reference(kept.row->row)}));
  }

  [[nodiscard]] ledger::DisputeKey key_of(const Pair& pair, DisputedField field) const {
    return {pair.project->record.id, pair.kind, pair.part, field, context_.adapter.id};
  }

  void compare(const Pair& pair) {
    differs_ = false;
    const auto& row = *pair.row;
    const auto ours = pair.facts == nullptr
                          ? ProcedureState::Unknown
                          : ledger::state_on_day(*pair.facts, context_.day, context_.campaign.policy.completion);
    if (row.state)
      settle(pair, DisputedField::State, ExportColumn::State, agree(ours, *row.state), std::string(state_name(ours)),
             std::string(state_name(*row.state)), only_further(ours, *row.state));
    const bool we_finished = ours == ProcedureState::Finished;
    const bool they_finished = row.state == ProcedureState::Finished;
    if (we_finished && they_finished) compare_completion(pair);
    if (!we_finished && row.state && !they_finished) settle_without_completion(pair);
    if (row.authority) compare_authority(pair);
    result_.agreeing += differs_ ? 0 : 1;
  }

  void compare_completion(const Pair& pair) {
    const auto& row = *pair.row;
    if (row.finished_on && pair.facts->finished) {
      const auto& ours = *pair.facts->finished;
      settle(pair, DisputedField::FinishedOn, ExportColumn::Finished, ours.on == *row.finished_on, format_iso(ours.on),
             format_iso(*row.finished_on), ours.assumed);
    }
    if (row.document_number.empty()) return;
    const auto ours = normalise_document_number(pair.facts->document_number);
    settle(pair, DisputedField::DocumentNumber, ExportColumn::DocumentNumber,
           match_key(ours) == match_key(row.document_number), ours, row.document_number, ours.empty());
  }

  /// Where neither says 办结 there is no finish day and no number to quarrel about.
  void settle_without_completion(const Pair& pair) {
    settle(pair, DisputedField::FinishedOn, ExportColumn::Finished, true, {}, {}, false);
    settle(pair, DisputedField::DocumentNumber, ExportColumn::DocumentNumber, true, {}, {}, false);
  }

  void compare_authority(const Pair& pair) {
    const auto ours = pair.facts == nullptr ? std::optional<Authority>{} : pair.facts->authority;
    settle(pair, DisputedField::Authority, ExportColumn::Authority, ours == pair.row->authority,
           ours ? std::string(authority_name(*ours)) : std::string{}, std::string(authority_name(*pair.row->authority)),
           !ours);
  }

  void settle(const Pair& pair, DisputedField field, ExportColumn column, bool agreed, const std::string& ours,
              const std::string& theirs, bool suggestion) {
    const auto key = key_of(pair, field);
    const auto open = open_.find(key);
    if (agreed) {
      if (open == open_.end()) return;
      auto closed = *open->second;
      closed.closed_on = std::max(context_.day, closed.opened_on);
      result_.closed.push_back(std::move(closed));
      return;
    }
    differs_ = true;
    SourceDispute dispute{key, ours, theirs, suggestion, context_.file, {}, {}, {}, context_.day, {}, std::nullopt};
    const auto place = pair.row->places.contains(column) ? pair.row->places.at(column) : pair.row->row;
    dispute.sheet = place.sheet;
    dispute.cell = place.cell;
    if (open != open_.end()) return keep(*open->second, std::move(dispute));
    dispute.owner = pair.project->responsible_on(context_.day);
    dispute.due_on = context_.campaign.calendar.add_working_days(context_.day, context_.campaign.policy.dispute_days);
    result_.opened.push_back(std::move(dispute));
  }

  /// One that is open stays open since its day, with its owner and its due day.
  void keep(const SourceDispute& open, SourceDispute now) {
    if (open.ours == now.ours && open.theirs == now.theirs) {
      ++result_.unchanged;
      return;
    }
    now.opened_on = open.opened_on;
    now.due_on = open.due_on;
    now.owner = open.owner;
    result_.changed.push_back(std::move(now));
  }

  const ComparisonContext& context_;
  ExportComparison result_;
  std::unordered_map<std::string, const ledger::ProjectHistory*> projects_;
  std::map<ledger::DisputeKey, const SourceDispute*> open_;
  std::map<std::pair<std::string, std::string>, std::set<std::string>> parts_named_;  ///< By code and kind.
  std::vector<Pair> pairs_;
  std::map<ledger::DisputeKey, std::size_t> pair_index_;
  bool differs_ = false;
};

}  // namespace

ExportComparison compare_export(const ReadExport& read, const ComparisonContext& context) {
  return Comparer(context).run(read);
}

}  // namespace guatu::intake
