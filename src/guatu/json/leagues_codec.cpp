#include "guatu/json/leagues_codec.hpp"

#include "guatu/json/rate_fields.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;
using leagues::LeagueRow;
using leagues::LeagueTable;

bj::array unit_list(const std::vector<UnitCode>& units) {
  bj::array list;
  for (const auto& unit : units)
    list.emplace_back(unit.text());
  return list;
}

std::vector<UnitCode> read_units(Fields& fields, std::string_view key) {
  std::vector<UnitCode> units;
  for (const auto& value : fields.list(key))
    if (const auto* text = value.if_string()) units.emplace_back(std::string(text->data(), text->size()));
  return units;
}

bj::object row_value(const LeagueRow& row) {
  bj::object object{{"rank", row.rank}};
  if (row.rank_change) {
    object["rank_change"] = *row.rank_change;
  } else {
    object["rank_change"] = nullptr;
  }
  object["unit"] = row.unit.text();
  object["name"] = row.name;
  object["rate"] = rate_value(row.rate);
  object["tied"] = row.tied;
  object["bottom"] = row.bottom;
  object["flagged"] = row.flagged;
  object["exempt"] = row.exempt;
  object["unfinished_procedures"] = row.unfinished_procedures;
  object["overdue"] = row.overdue;
  object["unverified"] = row.unverified;
  auto& split = object["split"].emplace_array();
  for (const auto& [name, ratio] : row.split) {
    auto part = ratio_value(ratio);
    part["name"] = name;
    split.push_back(std::move(part));
  }
  return object;
}

LeagueRow read_row(const bj::value& value, Fields& outer) {
  Fields fields(value, "rows");
  LeagueRow row;
  row.rank = static_cast<int>(fields.number("rank"));
  if (fields.find("rank_change") != nullptr) row.rank_change = static_cast<int>(fields.number("rank_change"));
  row.unit = UnitCode{fields.text("unit")};
  row.name = fields.text("name");
  row.rate = read_rate(fields, "rate");
  row.tied = fields.flag("tied");
  row.bottom = fields.flag("bottom");
  row.flagged = fields.flag("flagged");
  row.exempt = fields.flag("exempt");
  row.unfinished_procedures = fields.number("unfinished_procedures");
  row.overdue = fields.number("overdue");
  row.unverified = fields.number("unverified");
  for (const auto& part : fields.list("split")) {
    Fields inner(part, "split");
    const auto numerator = inner.number("numerator");
    row.split.emplace_back(inner.text("name"), Ratio{numerator, inner.number("denominator")});
  }
  if (fields.failed()) outer.fail("rows", "league rows");
  return row;
}

bj::object table_value(const LeagueTable& table) {
  bj::object object{{"id", table.id},           {"name", table.name.zh},  {"name_en", table.name.en},
                    {"measure", table.measure}, {"policy", table.policy}, {"rule", table.rule.zh},
                    {"rule_en", table.rule.en}};
  auto& rows = object["rows"].emplace_array();
  for (const auto& row : table.rows)
    rows.push_back(row_value(row));
  object["unranked"] = unit_list(table.unranked);
  object["candidates"] = unit_list(table.candidates);
  return object;
}

LeagueTable read_table(const bj::value& value, Fields& outer) {
  Fields fields(value, "leagues");
  LeagueTable table;
  table.id = fields.text("id");
  table.name = {fields.text("name"), fields.text("name_en")};
  table.measure = fields.text("measure");
  table.policy = fields.text("policy");
  table.rule = {fields.text("rule"), fields.text("rule_en")};
  for (const auto& row : fields.list("rows"))
    table.rows.push_back(read_row(row, fields));
  table.unranked = read_units(fields, "unranked");
  table.candidates = read_units(fields, "candidates");
  if (fields.failed()) outer.fail("leagues", "league tables");
  return table;
}

}  // namespace

std::string encode_leagues(const NumbersHead& head, const leagues::Leagues& leagues) {
  bj::object object{{"as_of", format_iso(head.as_of)},
                    {"known_at", format_rfc3339(head.known_at)},
                    {"seq", head.seq},
                    {"assessment", leagues.assessment}};
  auto& tables = object["leagues"].emplace_array();
  for (const auto& table : leagues.leagues)
    tables.push_back(table_value(table));
  return bj::serialize(object);
}

Result<leagues::Leagues> decode_leagues(std::string_view text) {
  GUATU_TRY(const auto value, parse_body(text));
  Fields fields(value, "leagues");
  leagues::Leagues leagues;
  leagues.assessment = fields.flag("assessment");
  for (const auto& table : fields.list("leagues"))
    leagues.leagues.push_back(read_table(table, fields));
  GUATU_CHECK(fields.finish());
  return leagues;
}

std::string encode_explanation(const UnitCode& unit, const std::string& league, const std::vector<std::string>& also,
                               const std::vector<leagues::ExplainRow>& rows) {
  bj::object object{{"unit", unit.text()}, {"league", league}};
  auto& others = object["also"].emplace_array();
  for (const auto& other : also)
    others.emplace_back(other);
  auto& list = object["rows"].emplace_array();
  for (const auto& row : rows) {
    bj::object value{{"project", row.project.text()}, {"name", row.name}};
    if (row.kind) {
      value["kind"] = row.kind->text();
    } else {
      value["kind"] = nullptr;
    }
    value["part"] = row.part;
    value["counts"] = row.counts;
    value["done"] = row.done;
    auto& blockers = value["blockers"].emplace_array();
    for (const auto& blocker : row.blockers)
      blockers.push_back(bj::object{{"kind", blocker.kind.text()},
                                    {"part", blocker.part},
                                    {"state", bj::string(state_name(blocker.state))},
                                    {"reason", blocker.reason.zh},
                                    {"reason_en", blocker.reason.en}});
    list.push_back(std::move(value));
  }
  return bj::serialize(object);
}

}  // namespace guatu::json
