#include "guatu/json/change_requests.hpp"

#include <algorithm>

#include "guatu/json/request_reader.hpp"

namespace guatu::json {
namespace {

using Need = RequestReader::Need;

constexpr std::size_t kLongestText = 2000;
constexpr std::size_t kMostItems = 1000;

constexpr std::string_view kProjectFields[] = {
    "code",      "industry_department", "owner",  "credit_code", "field", "track",    "content",  "total_investment",
    "year_plan", "planned_start",       "leader", "contact",     "phone", "progress", "problems", "measures",
    "note"};
constexpr std::string_view kDecisions[] = {"confirm", "dispute", "settle"};

}  // namespace

std::optional<ProjectWish> decode_project_edit(std::string_view body, BodyFaults& faults) {
  const auto value = parse_request(body, faults);
  if (!value) return std::nullopt;
  RequestReader reader(*value, "", faults);
  ProjectWish wish;
  wish.reason = reader.text("reason", Need::May, kLongestText);
  for (const auto field : kProjectFields)
    if (auto text = reader.find_text(field, kLongestText)) wish.values.emplace(field, *std::move(text));
  reader.finish();
  if (wish.values.empty() && faults.empty()) faults.push_back({"", {"没有要写的内容", "there is nothing to write"}});
  if (!faults.empty()) return std::nullopt;
  return wish;
}

std::optional<ledger::LifeEvent> decode_life_wish(std::string_view body, BodyFaults& faults) {
  const auto value = parse_request(body, faults);
  if (!value) return std::nullopt;
  RequestReader reader(*value, "", faults);
  ledger::LifeEvent event;
  const auto action = reader.text("action", Need::Must);
  if (const auto found = ledger::find_life_action(action))
    event.action = *found;
  else if (!action.empty())
    reader.fault("action", {"不认识“" + action + "”", "\"" + action + "\" is none that is known"});
  const auto on = reader.find_day("on");
  if (!on) reader.fault("on", {"必须填写生效日期", "the day from which it holds has to be given"});
  event.on = on.value_or(Date{});
  event.reason = reader.text("reason", Need::May, kLongestText);
  event.approval = reader.text("approval", Need::May, kLongestText);
  event.to_unit = UnitCode{reader.text("to_unit", Need::May)};
  event.to_project = ProjectId{reader.text("to_project", Need::May)};
  event.name = reader.text("name", Need::May);
  reader.finish();
  if (!faults.empty()) return std::nullopt;
  return event;
}

std::optional<std::vector<ReviewWish>> decode_reviews(std::string_view body, BodyFaults& faults) {
  const auto value = parse_request(body, faults);
  if (!value) return std::nullopt;
  RequestReader reader(*value, "", faults);
  std::vector<ReviewWish> items;
  for (const auto& each : reader.list("items", Need::Must, kMostItems)) {
    RequestReader item(each, "/items/" + std::to_string(items.size()), faults);
    ReviewWish wish{item.text("project", Need::Must),
                    item.text("kind", Need::Must),
                    item.text("part", Need::May),
                    item.text("decision", Need::Must),
                    item.text("text", Need::May, kLongestText),
                    item.find_day("due_on")};
    if (!wish.decision.empty() && std::ranges::find(kDecisions, wish.decision) == std::end(kDecisions))
      item.fault("decision", {"应为 confirm、dispute 或 settle", "has to be confirm, dispute or settle"});
    item.finish();
    items.push_back(std::move(wish));
  }
  reader.finish();
  if (items.empty() && faults.empty()) faults.push_back({"/items", {"没有要审核的内容", "there is nothing to review"}});
  if (!faults.empty()) return std::nullopt;
  return items;
}

}  // namespace guatu::json
