#include "guatu/intake/problem_reading.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/intake/message_codes.hpp"
#include "guatu/intake/project_reading.hpp"

namespace guatu::intake {

ProblemReading read_problem(const ReadingContext& context, const TableLayout& layout, std::uint32_t row,
                            std::string_view name, AmountUnit fallback) {
  auto base = read_project_fields(context, layout, row, fallback);
  ProblemReading reading{std::nullopt, std::move(base.messages)};
  const auto say = [&](std::string_view code, const Place& place, const MessageWords& words = {}) {
    reading.messages.push_back(make_message(code, place, words));
  };
  const auto cell = [&](Field field) {
    const auto* column = layout.find(field);
    return column == nullptr ? Place{} : context.grid.place(row, column->index, column->header);
  };
  const auto& fields = base.project.fields;
  ledger::UpperProblem problem;
  problem.project_name = trim(name);
  problem.total_investment = fields.total_investment;
  problem.year_plan = fields.year_plan;
  problem.progress = fields.progress;
  problem.problem = trim(cell(Field::Problem).value);
  problem.upper_departments = trim(cell(Field::UpperDepartments).value);
  problem.city_department = trim(cell(Field::CityDepartment).value);
  const auto raised = cell(Field::RaisedBy);
  if (const auto* unit = context.campaign.find_unit_by_name(raised.value))
    problem.raised_by = unit->code;
  else if (!trim(raised.value).empty())
    reading.messages.push_back(make_message("unknown_unit", Severity::Warning, raised));
  if (problem.project_name.empty()) say("missing_name", cell(Field::Name));
  if (problem.problem.empty()) say("missing_problem", cell(Field::Problem));
  const auto is_error = [](const Message& message) { return message.severity == Severity::Error; };
  if (std::ranges::any_of(reading.messages, is_error)) return reading;
  const auto length = character_count(problem.problem);
  if (static_cast<int>(length) > context.campaign.policy.problem_text_limit)
    say("text_too_long", cell(Field::Problem), {std::to_string(length), {}, {}});
  reading.problem = std::move(problem);
  return reading;
}

}  // namespace guatu::intake
