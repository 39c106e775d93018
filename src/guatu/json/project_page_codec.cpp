#include "guatu/json/project_page_codec.hpp"

#include <algorithm>

#include "guatu/json/nullable.hpp"
#include "guatu/json/part_page_value.hpp"
#include "guatu/json/rows_codec.hpp"
#include "guatu/reporting/rows/project_counts.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;
using reporting::ProjectRow;

bj::object record_value(const campaign::Campaign& campaign, Date as_of, const ProjectRow& row) {
  const auto& record = row.history->record;
  auto value = project_row_value(campaign, as_of, row);
  value["in_campaign"] = row.in_campaign;
  value["owner"] = record.owner;
  value["credit_code"] = record.credit_code;
  value["track"] = record.track ? bj::value(bj::string(track_name(*record.track))) : bj::value(nullptr);
  value["content"] = record.content;
  value["planned_start"] = last_day_or_null(record.planned_start);
  value["leader"] = record.leader;
  value["contact"] = record.contact;
  value["phone"] = masked_phone(record.phone);
  value["progress"] = record.progress;
  value["problems"] = record.problems;
  value["measures"] = record.measures;
  value["note"] = record.note;
  return value;
}

bj::object plan_value(const campaign::Campaign& campaign, const ProjectRow& row) {
  bj::object value{{"deadline", format_iso(row.plan.deadline)},
                   {"feasible", row.plan.feasible},
                   {"slack", row.plan.slack},
                   {"days_short", row.plan.days_short}};
  value["broken_by"] = row.plan.broken_by
                           ? bj::value(campaign.kinds[row.parts[*row.plan.broken_by].procedure.kind].code.text())
                           : bj::value(nullptr);
  return value;
}

bj::object life_value(const ledger::LifeEvent& event) {
  bj::object value{{"action", bj::string(ledger::life_action_name(event.action))}};
  put_words(value, "name", ledger::life_action_words(event.action));
  value["on"] = format_iso(event.on);
  value["reason"] = event.reason;
  value["approval"] = event.approval;
  value["to_unit"] = text_or_null(event.to_unit.text());
  value["to_project"] = text_or_null(event.to_project.text());
  value["new_name"] = text_or_null(event.name);
  value["assumed"] = event.assumed;
  return value;
}

}  // namespace

std::string masked_phone(const std::string& phone) {
  constexpr std::size_t kShown = 3;
  constexpr std::size_t kHidden = 4;
  const auto digits =
      static_cast<std::size_t>(std::ranges::count_if(phone, [](char c) { return c >= '0' && c <= '9'; }));
  std::string masked;
  std::size_t seen = 0;
  for (const char c : phone) {
    const bool is_digit = c >= '0' && c <= '9';
    seen += is_digit ? 1 : 0;
    const auto first = std::min(kShown, digits > kHidden ? digits - kHidden : 0);
    masked += is_digit && seen > first && seen <= first + kHidden ? '*' : c;
  }
  return masked;
}

std::string encode_project_page(const NumbersHead& head, const campaign::Campaign& campaign, const ProjectRow& row) {
  bj::object object{{"as_of", format_iso(head.as_of)}, {"known_at", format_rfc3339(head.known_at)}, {"seq", head.seq}};
  object["project"] = record_value(campaign, head.as_of, row);
  object["plan"] = plan_value(campaign, row);
  object["counts"] = counts_value(reporting::project_counts(campaign, row, head.as_of));
  auto& faults = object["faults"].emplace_array();
  for (const auto& fault : row.faults) {
    bj::object value{{"code", fault.code}};
    put_words(value, "text", fault.text);
    faults.push_back(std::move(value));
  }
  auto& parts = object["procedures"].emplace_array();
  for (std::size_t i = 0; i < row.parts.size(); ++i)
    parts.push_back(part_page_value(campaign, head.as_of, row, i));
  auto& life = object["life"].emplace_array();
  for (const auto& event : row.history->life)
    life.push_back(life_value(event));
  return bj::serialize(object);
}

}  // namespace guatu::json
