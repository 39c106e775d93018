#include "guatu/json/match_codec.hpp"

#include "guatu/json/fields.hpp"
#include "guatu/json/message_codec.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

bj::object dispute_value(const DisputeRow& row) {
  const auto& dispute = row.dispute;
  return {{"project", dispute.key.project.text()},
          {"name", row.project_name},
          {"kind", dispute.key.kind.text()},
          {"part", dispute.key.part},
          {"field", ledger::disputed_field_name(dispute.key.field)},
          {"ours", dispute.ours},
          {"theirs", dispute.theirs},
          {"suggestion", dispute.suggestion},
          {"source", dispute.key.source},
          {"file", dispute.file},
          {"sheet", dispute.sheet},
          {"cell", dispute.cell},
          {"owner", dispute.owner.text()},
          {"opened_on", format_iso(dispute.opened_on)},
          {"due_on", format_iso(dispute.due_on)},
          {"closed_on", dispute.closed_on ? bj::value(format_iso(*dispute.closed_on)) : bj::value(nullptr)},
          {"open", row.open},
          {"overdue", row.overdue}};
}

bj::array dispute_values(const std::vector<DisputeRow>& rows) {
  bj::array values;
  for (const auto& row : rows)
    values.push_back(dispute_value(row));
  return values;
}

bj::array unmatched_values(const std::vector<intake::UnmatchedCode>& unmatched) {
  bj::array values;
  for (const auto& each : unmatched)
    values.push_back(
        bj::object{{"code", each.code}, {"sheet", each.place.sheet}, {"cell", each.place.cell}, {"rows", each.rows}});
  return values;
}

}  // namespace

std::string encode_match(const MatchDocument& document) {
  const auto& comparison = document.comparison;
  bj::object object{{"file", document.file},
                    {"source", document.adapter.id},
                    {"as_of", format_iso(document.as_of)},
                    {"rows", static_cast<std::int64_t>(document.read.rows.size())},
                    {"matched", comparison.matched},
                    {"agreeing", comparison.agreeing},
                    {"refused", document.read.refused},
                    {"skipped", document.read.skipped}};
  auto& kinds = object["other_kinds"].emplace_array();
  for (const auto& [kind, rows] : document.read.other_kinds)
    kinds.push_back(bj::object{{"kind", kind}, {"rows", rows}});
  object["unmatched"] = unmatched_values(comparison.unmatched);
  object["opened"] = dispute_values(document.opened);
  object["changed"] = dispute_values(document.changed);
  object["closed"] = dispute_values(document.closed);
  object["unchanged"] = comparison.unchanged;
  auto& messages = object["messages"].emplace_array();
  for (const auto& message : comparison.messages)
    messages.push_back(message_value(message));
  object["applied"] = document.applied;
  object["seq"] = document.seq;
  return bj::serialize(object);
}

std::string encode_disputes(Date as_of, const std::vector<DisputeRow>& rows) {
  return bj::serialize(bj::object{{"as_of", format_iso(as_of)}, {"disputes", dispute_values(rows)}});
}

}  // namespace guatu::json
