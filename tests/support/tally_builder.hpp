#pragma once

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "guatu/counting/tally_input.hpp"

/// Projects as one line of cells each, for tests of everything that counts.
///
///     TallyBuilder(campaign, day).project("P1", "north", "F I+F Xr")
///
/// One word a kind, parts of one kind joined by "+". A part is a state letter, then marks in any order:
/// F finished, H handed up, R returned, I in review, S submitted, P preparing, N not started, U unknown, X not applicable;
/// s state, r region, c city (default), k county, ? authority missing;
/// ! unverified, > overdue, % disputed, ^ held above, 0 no plan date.
namespace guatu::testing {

class TallyBuilder {
 public:
  TallyBuilder(const campaign::Campaign& campaign, Date as_of) : campaign_(campaign) { input_.as_of = as_of; }

  TallyBuilder& project(const std::string& id, const std::string& responsible, const std::string& cells,
                        const std::string& industry = "") {
    counting::ProjectCells project;
    project.id = ProjectId{id};
    project.name = "项目" + id;
    project.responsible = unit(responsible);
    project.industry = unit(industry);
    project.total_investment = {100};
    project.year_plan = {10};
    project.first_part = static_cast<std::uint32_t>(input_.parts.size());
    std::istringstream words(cells);
    std::string word;
    for (std::uint16_t kind = 0; words >> word; ++kind)
      add_kind(kind, word);
    project.part_count = static_cast<std::uint32_t>(input_.parts.size()) - project.first_part;
    input_.projects.push_back(project);
    return *this;
  }

  TallyBuilder& invest(std::int64_t total, std::int64_t year) {
    input_.projects.back().total_investment = {total};
    input_.projects.back().year_plan = {year};
    return *this;
  }

  TallyBuilder& finished_before() {
    input_.projects.back().finished_before = true;
    return *this;
  }

  [[nodiscard]] counting::TallyInput build() const { return input_; }

 private:
  [[nodiscard]] counting::UnitIndex unit(const std::string& code) const {
    if (code.empty()) return counting::kNoUnit;
    const auto found = std::ranges::find(campaign_.units, UnitCode{code}, &campaign::Unit::code);
    if (found == campaign_.units.end()) throw std::invalid_argument("no unit " + code);
    return static_cast<counting::UnitIndex>(found - campaign_.units.begin());
  }

  void add_kind(std::uint16_t kind, const std::string& word) {
    std::istringstream parts(word);
    std::string part;
    for (std::uint16_t number = 0; std::getline(parts, part, '+'); ++number) {
      auto cell = read(part);
      cell.kind = kind;
      cell.line = unit(campaign_.kinds.at(kind).line.text());
      if (word.find('+') != std::string::npos) cell.part_name = part_name(std::to_string(number + 1) + "标段");
      input_.parts.push_back(cell);
    }
  }

  static counting::PartCell read(const std::string& text) {
    static constexpr std::string_view kStates = "XFHRISPNU";  // In the order of ProcedureState.
    counting::PartCell cell;
    const auto state = kStates.find(text.at(0));
    if (state == std::string_view::npos) throw std::invalid_argument("no state " + text);
    cell.state = static_cast<ProcedureState>(state);
    cell.authority = Authority::City;
    for (const char mark : text.substr(1))
      apply(cell, mark);
    return cell;
  }

  static void apply(counting::PartCell& cell, char mark) {
    switch (mark) {
      case 's':
        cell.authority = Authority::State;
        return;
      case 'r':
        cell.authority = Authority::Region;
        return;
      case 'c':
        cell.authority = Authority::City;
        return;
      case 'k':
        cell.authority = Authority::County;
        return;
      case '?':
        cell.authority = std::nullopt;
        return;
      case '!':
        cell.unverified = true;
        return;
      case '>':
        cell.overdue = true;
        return;
      case '%':
        cell.disputed = true;
        return;
      case '^':
        cell.held_above = true;
        return;
      case '0':
        cell.no_plan_date = true;
        return;
      default:
        throw std::invalid_argument(std::string("no mark ") + mark);
    }
  }

  std::uint16_t part_name(const std::string& name) {
    const auto found = std::ranges::find(input_.part_names, name);
    if (found != input_.part_names.end()) return static_cast<std::uint16_t>(found - input_.part_names.begin());
    input_.part_names.push_back(name);
    return static_cast<std::uint16_t>(input_.part_names.size() - 1);
  }

  const campaign::Campaign& campaign_;
  counting::TallyInput input_;
};

}  // namespace guatu::testing
