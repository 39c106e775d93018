#include "guatu/usecases/sample/mess/column_plan.hpp"

#include <algorithm>

#include "guatu/reporting/form_words.hpp"
#include "guatu/usecases/sample/mess/header_words.hpp"

namespace guatu::usecases::mess {
namespace {

using Saids = std::vector<Said>;

const Saids& sub_columns(int choice) {
  using enum Said;
  static const std::vector<Saids> kSubsets{
      {Involved, Level, State, Planned, Accepted, Finished, Number},
      {Level, State, Planned, Finished, Number},
      {Involved, Level, State, Planned, Submitted, Finished, Number},
      {Level, State, Planned, Finished},
      {Involved, Level, State, Planned, Sent, Finished, Number},
      {Level, State, Finished, Number},
      {Level, Answer, Planned, Finished, Number},
      {Involved, Level, Person, State, Planned, Submitted, Accepted, HandedUp, Finished, Number},
      {Planned, Finished},
      {Level, Approver, State, Accepted, Planned, Finished, Number},
      {State, Planned, Finished, Number}};
  return kSubsets[static_cast<std::size_t>(choice) % kSubsets.size()];
}

Saids base_columns(const Hand& hand, bool long_form) {
  using enum Said;
  static const std::vector<Saids> kWide{
      {Serial, Code, Name, District, Industry, Owner, Total, YearPlan},
      {Serial, Name, Code, Owner, Credit, Sector, Track, Total, YearPlan, Start, Contact, Phone},
      {Serial, District, Name, Unused, Content, Total, YearPlan, Leader},
      {Serial, Code, Name, District, Responsible, Industry, Owner, Credit, Sector, Track, Content, Total, YearPlan},
      {Serial, Name, Owner, Total, Leader, ContactAndPhone},
      {Serial, Name, District, TotalAndYear, Track},
      {Name, Code, Total, YearPlan, Industry}};
  static const std::vector<Saids> kLong{{Serial, Name}, {Serial, Code, Name, District}, {Serial, Name, Owner, Total}};
  const auto& choices = long_form ? kLong : kWide;
  return choices[static_cast<std::size_t>(hand.style.sub_columns / 11) % choices.size()];
}

Saids tail_columns(const Hand& hand) {
  using enum Said;
  static const std::vector<Saids> kTails{{Progress, Problems, Measures, Note}, {Note}, {}, {Progress, Note}};
  return kTails[static_cast<std::size_t>(hand.style.sub_columns / 70) % kTails.size()];
}

class Planner {
 public:
  explicit Planner(const Hand& hand) : hand_(hand) {}

  void base(const Saids& saids, const char* group) {
    for (const auto said : saids) {
      std::vector<std::string> path;
      if (hand_.style.group_rows > 0) path.emplace_back(group);
      path.push_back(header_of(said, hand_));
      plan_.columns.push_back({path, said});
    }
  }

  void kinds(Layout layout) {
    const auto all = hand_.campaign.kinds_on(hand_.report_day);
    std::size_t index = 0;
    for (const auto* kind : all) {
      const auto merged = merged_with(kind->code);
      if (merged != nullptr && merged->kinds.front() != kind->code) continue;
      const bool one_cell = layout == Layout::StateCells || (layout == Layout::Mixed && index % 3 == 0);
      ++index;
      KindColumns columns;
      columns.kinds = {kind};
      auto header = kind_header(*kind, hand_);
      if (merged != nullptr) {
        header = merged_kinds_header(*merged, hand_);
        columns.kinds.clear();
        for (const auto& code : merged->kinds)
          columns.kinds.push_back(hand_.campaign.find_kind(code));
      }
      columns.first = plan_.columns.size();
      if (!one_cell) columns.subs = sub_columns(hand_.style.sub_columns);
      add(columns, header, *kind, layout == Layout::Joined);
    }
  }

  void line() {
    auto subs = sub_columns(hand_.style.sub_columns);
    std::erase(subs, Said::Answer);
    if (std::ranges::find(subs, Said::State) == subs.end()) subs.insert(subs.begin(), Said::State);
    if (std::ranges::find(subs, Said::Involved) != subs.end())
      subs.insert(std::ranges::find(subs, Said::Involved) + 1, Said::Reason);
    plan_.columns.push_back({{header_of(Said::Kind, hand_)}, Said::Kind});
    plan_.line_first = plan_.columns.size();
    plan_.line_subs = subs;
    for (const auto said : subs)
      plan_.columns.push_back({{header_of(said, hand_)}, said});
  }

  ColumnPlan finish() { return std::move(plan_); }

 private:
  [[nodiscard]] const campaign::MergedAlias* merged_with(const KindCode& code) const {
    if (!hand_.style.merged_kinds) return nullptr;
    for (const auto& merged : hand_.campaign.merged_aliases)
      if (std::ranges::find(merged.kinds, code) != merged.kinds.end()) return &merged;
    return nullptr;
  }

  void add(const KindColumns& columns, const std::string& header, const campaign::ProcedureKind& kind, bool joined) {
    std::vector<std::string> above;
    if (hand_.style.group_rows > 0) above.emplace_back("审批手续办理情况");
    if (hand_.style.group_rows > 1)
      above.push_back(reporting::unit_short_name(hand_.campaign, kind.line, hand_.report_day));
    plan_.kinds.push_back(columns);
    if (columns.subs.empty()) {
      above.push_back(header);
      plan_.columns.push_back({above, Said::State});
    }
    for (const auto said : columns.subs) {
      auto path = above;
      const auto sub = header_of(said, hand_);
      if (joined) {
        path.push_back(joined_header(header, sub, hand_));
      } else {
        path.push_back(header);
        path.push_back(sub);
      }
      plan_.columns.push_back({path, said});
    }
  }

  const Hand& hand_;
  ColumnPlan plan_;
};

}  // namespace

std::size_t ColumnPlan::depth() const {
  std::size_t most = 0;
  for (const auto& column : columns)
    most = std::max(most, column.path.size());
  return most;
}

std::size_t ColumnPlan::find(Said said) const {
  return static_cast<std::size_t>(std::ranges::find(columns, said, &Column::said) - columns.begin());
}

ColumnPlan plan_wide(const Hand& hand) {
  Planner planner(hand);
  auto base = base_columns(hand, false);
  if (hand.style.strange_column) base.push_back(Said::Strange);
  planner.base(base, "项目基本情况");
  planner.kinds(hand.style.layout);
  planner.base(tail_columns(hand), "推进情况");
  return planner.finish();
}

ColumnPlan plan_long(const Hand& hand) {
  Planner planner(hand);
  planner.base(base_columns(hand, true), "项目基本情况");
  planner.line();
  return planner.finish();
}

ColumnPlan plan_tasks(const Hand& hand) {
  Planner planner(hand);
  planner.base(base_columns(hand, false), "项目基本情况");
  planner.kinds(Layout::StateCells);
  return planner.finish();
}

ColumnPlan plan_lines(const Hand& hand) {
  Planner planner(hand);
  planner.base({Said::Serial, Said::Name}, "项目");
  planner.line();
  return planner.finish();
}

}  // namespace guatu::usecases::mess
