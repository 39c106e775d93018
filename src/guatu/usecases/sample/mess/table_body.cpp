#include "guatu/usecases/sample/mess/table_body.hpp"

#include <algorithm>

#include "guatu/ledger/state_on_day.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/usecases/sample/mess/caption_words.hpp"
#include "guatu/usecases/sample/mess/money_words.hpp"
#include "guatu/usecases/sample/mess/part_cells.hpp"
#include "guatu/usecases/sample/mess/project_cells.hpp"

namespace guatu::usecases::mess {
namespace {

using ledger::PartFacts;
using ledger::ProjectHistory;

UnitCode district_of(const ProjectHistory& project) {
  return project.record.districts.empty() ? UnitCode{} : project.record.districts.front();
}

ProcedureState state_of(const PartFacts& facts, Date day) {
  return ledger::state_on_day(facts, day, campaign::Completion::Claimed);
}

/// What one column can say of several procedures: only what is the same for all of them.
std::optional<PartFacts> common_facts(const ProjectHistory& project,
                                      const std::vector<const campaign::ProcedureKind*>& kinds, Date day) {
  std::optional<PartFacts> common;
  for (const auto* kind : kinds) {
    const auto* facts = project.find_part(kind->code, "");
    if (facts == nullptr) return std::nullopt;
    if (!common) {
      common = *facts;
      continue;
    }
    if (state_of(*common, day) != state_of(*facts, day)) return std::nullopt;
    const auto keep_same = [](auto& mine, const auto& other) {
      if (mine != other && mine) mine->assumed = true;
    };
    keep_same(common->submitted, facts->submitted);
    keep_same(common->handed_up, facts->handed_up);
    keep_same(common->finished, facts->finished);
    if (common->accepted != facts->accepted && !common->accepted.empty()) common->accepted.back().assumed = true;
    if (common->authority != facts->authority) common->authority.reset();
    if (common->planned != facts->planned) common->planned.reset();
    if (common->document_number != facts->document_number) common->document_number.clear();
    if (common->responsible_person != facts->responsible_person) common->responsible_person.clear();
  }
  return common;
}

}  // namespace

int TableBody::number_of(const ProjectHistory& project) {
  const auto& name = project.name_on(hand_.report_day);
  const auto found = std::ranges::find(truth_.projects, name, &json::TruthProject::name);
  if (found == truth_.projects.end()) truth_.projects.push_back({name, name});
  return static_cast<int>(std::ranges::find(truth_.projects, name, &json::TruthProject::name) -
                          truth_.projects.begin());
}

std::uint32_t TableBody::before_projects(std::uint32_t row) {
  if (hand_.style.column_numbers) {
    for (std::size_t column = 0; column < plan_.columns.size(); ++column)
      writer_.number(row, column, static_cast<int>(column) + 1);
    ++row;
  }
  if (hand_.style.example_row) {
    const auto name = plan_.find(Said::Name);
    if (name > 0) writer_.text(row, 0, "如");
    writer_.text(row, name, name > 0 ? "某养殖基地二期建设项目" : "（示例）某养殖基地二期建设项目");
    if (const auto state = plan_.find(Said::State); state < plan_.columns.size()) writer_.text(row, state, "已办结");
    ++row;
  }
  return row;
}

void TableBody::subtotal(std::uint32_t row, const std::string& word, const Projects& projects) {
  writer_.text(row, plan_.columns.front().said == Said::Serial ? 0 : plan_.find(Said::Name), word);
  const auto total = plan_.find(Said::Total);
  if (total == plan_.columns.size()) return;
  Amount sum;
  for (const auto* project : projects)
    if (project->record.total_investment) sum = sum + *project->record.total_investment;
  Hand plain = hand_;
  auto written = write_money(sum, "", plain);
  written.meanings.clear();
  written.doubt.reset();
  writer_.put(row, total, std::move(written), -1, {});
}

std::uint32_t TableBody::before_project(std::uint32_t row, const Projects& projects, std::size_t index) {
  const auto district = district_of(*projects[index]);
  const bool new_district = index == 0 || district_of(*projects[index - 1]) != district;
  if (hand_.style.sections && new_district && !district.empty()) {
    const auto count = static_cast<std::size_t>(
        std::ranges::count_if(projects, [&](const auto* other) { return district_of(*other) == district; }));
    const auto title = reporting::unit_name(hand_.campaign, district, hand_.report_day);
    writer_.text(row, 0, section_title(title, ++sections_, count, hand_));
    writer_.merge(row, 0, row, plan_.columns.size() - 1);
    ++row;
  }
  if (hand_.style.blank_rows && index > 0 && index % 4 == 0) ++row;
  const auto every = static_cast<std::size_t>(hand_.style.repeat_header_every);
  if (every > 0 && index > 0 && index % every == 0) row = writer_.header(row, plan_, true);
  if (hand_.style.hidden_row && index == 1) sheet_.hidden_rows.push_back(row);
  return row;
}

std::uint32_t TableBody::after_projects(std::uint32_t row, const Projects& projects) {
  if (hand_.style.subtotals) subtotal(row++, hand_.style.words % 2 == 0 ? "合计" : "总　计", projects);
  if (hand_.style.footer) write_footer(writer_, row + 1, plan_.columns.size(), hand_);
  return row + 4;
}

void TableBody::write_project(std::uint32_t row, const ProjectHistory& project, int serial, int number) {
  for (std::size_t column = 0; column < plan_.columns.size(); ++column) {
    const auto said = plan_.columns[column].said;
    if (said >= Said::Kind) continue;
    if (said == Said::Serial) {
      writer_.number(row, column, serial);
      continue;
    }
    if (said == Said::District && hand_.style.merged_districts) continue;
    auto written = said == Said::Name ? name_of(project, number) : write_project_cell(said, project, hand_);
    dress(written, hand_);
    writer_.put(row, column, std::move(written), number, {});
  }
}

/// Now and then a project without a code goes by nearly the name that it has.
Written TableBody::name_of(const ProjectHistory& project, int number) {
  auto& names = truth_.projects[static_cast<std::size_t>(number)];
  auto written = write_project_cell(Said::Name, project, hand_);
  const std::string_view everyday = "建设项目";
  const auto at = names.name.find(everyday);
  const bool known = hand_.report_day > hand_.campaign.first_dekad.last_day();
  if (names.written == names.name && project.record.code.empty() && known && at != std::string::npos &&
      hand_.style.layout != Layout::TwoSheets && hand_.style.level >= Level::Traps && hand_.random.chance(4))
    names.written.replace(at, everyday.size(), "项目");
  if (names.written == names.name) return written;
  written = write_text(names.written, "doubt");
  written.doubt = Doubt{"nearly a known name", {"near_match"}, true, true};
  return written;
}

void TableBody::write_blocks(std::uint32_t row, const KindColumns& columns, const PartFacts& facts,
                             const ProjectHistory& project, int number) {
  std::vector<KindCode> kinds;
  for (const auto* kind : columns.kinds)
    kinds.push_back(kind->code);
  const PartSaid part{columns.kinds.front(), &facts, state_of(facts, hand_.report_day), project.record.track};
  if (columns.subs.empty()) {
    auto written = write_state_cell(part, hand_);
    dress(written, hand_);
    writer_.put(row, columns.first, std::move(written), number, kinds);
    return;
  }
  auto block = write_block(columns.subs, part, hand_);
  for (std::size_t i = 0; i < block.cells.size(); ++i) {
    dress(block.cells[i], hand_);
    writer_.put(row, columns.first + i, std::move(block.cells[i]), number, kinds);
  }
  if (block.merged) writer_.merge(row, columns.first, row, columns.first + columns.subs.size() - 1);
}

void TableBody::write_kinds(std::uint32_t row, const ProjectHistory& project, int number) {
  for (const auto& columns : plan_.kinds)
    if (const auto facts = common_facts(project, columns.kinds, hand_.report_day))
      write_blocks(row, columns, *facts, project, number);
    else if (hand_.spells())
      write_differing(row, columns, project, number);
}

void TableBody::write_differing(std::uint32_t row, const KindColumns& columns, const ProjectHistory& project,
                                int number) {
  std::vector<PartSaid> parts;
  std::vector<KindCode> kinds;
  for (const auto* kind : columns.kinds) {
    const auto* facts = project.find_part(kind->code, "");
    if (facts == nullptr) return;
    parts.push_back({kind, facts, state_of(*facts, hand_.report_day), project.record.track});
    kinds.push_back(kind->code);
  }
  const auto state = std::ranges::find(columns.subs, Said::State);
  if (!columns.subs.empty() && state == columns.subs.end()) return;
  const auto at = columns.subs.empty() ? 0 : static_cast<std::size_t>(state - columns.subs.begin());
  writer_.put(row, columns.first + at, write_differing_states(parts, hand_), number, kinds);
}

void TableBody::write_line(std::uint32_t row, const ProjectHistory& project, const ledger::PartHistory& part,
                           int number) {
  const auto* kind = hand_.campaign.find_kind(part.kind);
  std::vector<std::string> names{kind->name.zh};
  if (hand_.spells()) names.insert(names.end(), kind->aliases.begin(), kind->aliases.end());
  writer_.text(row, plan_.line_first - 1, hand_.usual(names, hand_.style.words));
  write_blocks(row, {{kind}, plan_.line_subs, plan_.line_first}, part.facts, project, number);
}

/// The whole row once more: a second row for one project is asked about.
void TableBody::repeat_project(std::uint32_t row, const ProjectHistory& project, int serial, int number) {
  writer_.number(row, plan_.find(Said::Serial) < plan_.columns.size() ? plan_.find(Said::Serial) : 0, serial);
  auto written = write_text(truth_.projects[static_cast<std::size_t>(number)].written, "doubt");
  written.doubt = Doubt{"project twice", {"duplicate_row"}};
  writer_.put(row, plan_.find(Said::Name), std::move(written), number, {});
  const auto code = plan_.find(Said::Code);
  if (code < plan_.columns.size()) writer_.text(row, code, project.record.code);
}

void TableBody::merge_districts(const std::vector<std::uint32_t>& rows, const Projects& projects) {
  const auto column = plan_.find(Said::District);
  if (!hand_.style.merged_districts || column == plan_.columns.size()) return;
  for (std::size_t first = 0; first < projects.size();) {
    auto last = first;
    while (last + 1 < projects.size() && district_of(*projects[last + 1]) == district_of(*projects[first]) &&
           rows[last + 1] == rows[last] + 1)
      ++last;
    auto written = write_project_cell(Said::District, *projects[first], hand_);
    const auto meanings = written.meanings;
    writer_.put(rows[first], column, std::move(written), number_of(*projects[first]), {});
    for (auto other = first + 1; other <= last; ++other)
      for (const auto& meaning : meanings)
        truth_.cells.push_back({truth_.sheets.size() - 1, place_name(rows[first], column), number_of(*projects[other]),
                                "", meaning.field, meaning.value, "unit, merged over rows"});
    writer_.merge(rows[first], column, rows[last], column);
    first = last + 1;
  }
}

std::uint32_t TableBody::write_wide(std::uint32_t row, const Projects& projects) {
  row = before_projects(row);
  std::vector<std::uint32_t> rows;
  for (std::size_t i = 0; i < projects.size(); ++i) {
    row = before_project(row, projects, i);
    const int number = number_of(*projects[i]);
    rows.push_back(row);
    write_project(row, *projects[i], static_cast<int>(i) + 1, number);
    write_kinds(row, *projects[i], number);
    ++row;
    if (hand_.slips()) repeat_project(row++, *projects[i], static_cast<int>(i) + 1, number);
  }
  merge_districts(rows, projects);
  return after_projects(row, projects);
}

std::uint32_t TableBody::write_long(std::uint32_t row, const Projects& projects, bool with_tasks) {
  if (!with_tasks) row = before_projects(row);
  for (std::size_t i = 0; i < projects.size(); ++i) {
    const auto& project = *projects[i];
    const int number = number_of(project);
    if (!with_tasks) row = before_project(row, projects, i);
    const auto first = row;
    for (const auto& part : project.parts) {
      const bool applies = state_of(part.facts, hand_.report_day) != ProcedureState::NotApplicable;
      if (with_tasks && !applies) continue;
      const bool again = row > first;
      if (!again) write_project(row, project, static_cast<int>(i) + 1, number);
      const bool named_once = hand_.style.layout == Layout::LongMerged || hand_.style.layout == Layout::LongOnce;
      if (again && !named_once) {
        writer_.number(row, plan_.find(Said::Serial), static_cast<int>(i) + 1);
        writer_.text(row, plan_.find(Said::Name), truth_.projects[static_cast<std::size_t>(number)].written);
      }
      write_line(row++, project, part, number);
    }
    if (hand_.style.layout != Layout::LongMerged || with_tasks || row == first) continue;
    for (std::size_t column = 0; column + 1 < plan_.line_first; ++column)
      writer_.merge(first, column, row - 1, column);
  }
  return with_tasks ? row : after_projects(row, projects);
}

}  // namespace guatu::usecases::mess
