#include "guatu/usecases/ledger/tally_from_ledger.hpp"

#include <algorithm>
#include <unordered_map>

#include "guatu/calendar/dekad.hpp"
#include "guatu/ledger/finish_rule.hpp"

namespace guatu::usecases {
namespace {

using counting::kNoUnit;
using counting::PartCell;
using counting::ProjectCells;
using counting::TallyInput;
using counting::UnitIndex;

/// Positions of units and part names, found once.
class Index {
 public:
  explicit Index(const campaign::Campaign& campaign) {
    for (std::size_t i = 0; i < campaign.units.size(); ++i)
      units_.emplace(campaign.units[i].code.text(), static_cast<UnitIndex>(i));
    for (const auto& kind : campaign.kinds)
      lines_.push_back(unit(kind.line));
  }

  [[nodiscard]] UnitIndex unit(const UnitCode& code) const {
    const auto found = units_.find(code.text());
    return found == units_.end() ? kNoUnit : found->second;
  }
  [[nodiscard]] UnitIndex line(const ledger::ProcedureOnDay& procedure) const {
    return procedure.facts == nullptr || procedure.facts->line.empty() ? lines_[procedure.kind]
                                                                       : unit(procedure.facts->line);
  }
  [[nodiscard]] std::uint16_t part_name(std::string_view name, TallyInput& input) {
    if (name.empty()) return 0;
    const auto [found, fresh] =
        part_names_.emplace(std::string(name), static_cast<std::uint16_t>(input.part_names.size()));
    if (fresh) input.part_names.emplace_back(name);
    return found->second;
  }

 private:
  std::unordered_map<std::string, UnitIndex> units_;
  std::vector<UnitIndex> lines_;
  std::unordered_map<std::string, std::uint16_t> part_names_;
};

PartCell part_cell(const ledger::ProcedureOnDay& procedure, Index& index, TallyInput& input) {
  PartCell cell;
  cell.kind = static_cast<std::uint16_t>(procedure.kind);
  cell.part_name = index.part_name(procedure.part, input);
  cell.line = index.line(procedure);
  cell.authority = procedure.authority;
  cell.state = procedure.state;
  cell.unverified = procedure.unverified;
  cell.overdue = procedure.overdue;
  cell.disputed = procedure.disputed;
  cell.held_above = procedure.held_above;
  cell.no_plan_date = procedure.facts == nullptr || !procedure.facts->planned;
  return cell;
}

/// The day at whose end a finished project was not gained by this dekad: the dekad before, or the eve of the campaign.
Date day_before_gain(const campaign::Campaign& campaign, Date as_of) {
  return std::max(last_ended_before(as_of).last_day(), campaign.starts_on - 1);
}

}  // namespace

TallyInput tally_from_ledger(const ledger::Ledger& ledger, const campaign::Campaign& campaign, Date as_of) {
  TallyInput input;
  input.as_of = as_of;
  input.projects.reserve(ledger.projects.size());
  input.parts.reserve(ledger.projects.size() * campaign.kinds.size());
  Index index(campaign);
  const auto before = day_before_gain(campaign, as_of);
  const auto disputed = ledger::disputed_parts(ledger.disputes, as_of);
  for (const auto& history : ledger.projects) {
    if (!history.in_campaign_on(as_of)) continue;
    const auto project = ledger::project_on_day(history, campaign, as_of);
    ProjectCells cells;
    cells.id = history.record.id;
    cells.name = history.name_on(as_of);
    cells.responsible = index.unit(project.responsible);
    cells.industry = history.record.industry_department ? index.unit(*history.record.industry_department) : kNoUnit;
    cells.total_investment = history.record.total_investment.value_or(Amount{});
    cells.year_plan = history.record.year_plan.value_or(Amount{});
    cells.finished_before =
        ledger::finished(project) && ledger::finished(ledger::project_on_day(history, campaign, before));
    cells.first_part = static_cast<std::uint32_t>(input.parts.size());
    for (const auto& procedure : project.procedures) {
      auto cell = part_cell(procedure, index, input);
      cell.disputed =
          cell.disputed || disputed.contains({history.record.id.text(), campaign.kinds[procedure.kind].code.text(),
                                              std::string(procedure.part)});
      input.parts.push_back(cell);
    }
    cells.part_count = static_cast<std::uint32_t>(input.parts.size()) - cells.first_part;
    input.projects.push_back(std::move(cells));
  }
  return input;
}

}  // namespace guatu::usecases
