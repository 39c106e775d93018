#include "guatu/campaign/file_readers.hpp"

namespace guatu::campaign {
namespace {

const std::vector<std::pair<std::string, DayUnit>> kUnits{{"working", DayUnit::WorkingDay}, {"calendar", DayUnit::CalendarDay}};
const std::vector<std::pair<std::string, EdgeKind>> kEdges{{"law", EdgeKind::Law}, {"material", EdgeKind::Material}, {"practice", EdgeKind::Practice}};

Variant read_variant(TableReader& table) {
  Variant variant;
  variant.code = VariantCode{table.text("code")};
  variant.name.zh = table.text("name");
  variant.name.en = table.text_or("name_en", variant.name.zh);
  variant.aliases = table.texts("aliases");
  const auto days = table.number_or("days", -1);
  if (days < 0) table.fault("days", "必须填写，不小于 0", "is missing or below 0");
  const auto unit = table.choice("unit", kUnits);
  variant.legal_limit = {static_cast<int>(days), unit};
  if (table.has("promised_days")) variant.promised_limit = DayLimit{static_cast<int>(table.number_or("promised_days", 0)), unit};
  variant.source = table.text("source");
  variant.unverified = table.flag("unverified");
  table.finish();
  return variant;
}

Predecessor read_predecessor(TableReader& table) {
  Predecessor edge;
  edge.kind = KindCode{table.text("kind")};
  edge.edge = table.choice("edge", kEdges);
  for (const auto& name : table.texts("tracks")) {
    const auto track = find_track(name);
    if (track) edge.tracks.push_back(*track);
    if (!track) table.fault("tracks", "只能是 approval、sanction、filing", "holds something other than approval, sanction, filing");
  }
  edge.lag_days = static_cast<int>(table.number_or("lag_days", 0));
  if (edge.lag_days < 0) table.fault("lag_days", "不能小于 0", "is below 0");
  edge.source = table.text_or("source", "");
  table.finish();
  return edge;
}

}  // namespace

void read_catalogue_toml(const TomlNode& document, Campaign& campaign, Places& places, Faults& faults) {
  TableReader table(document, "catalogue.toml", faults);
  for (auto& row : table.tables("kind")) {
    ProcedureKind kind;
    kind.code = KindCode{row.text("code")};
    kind.name.zh = row.text("name");
    kind.name.en = row.text("name_en");
    kind.short_name = row.text_or("short_name", kind.name.zh);
    kind.aliases = row.texts("aliases");
    kind.line = UnitCode{row.text("line")};
    kind.leading_deputy = row.text_or("leading_deputy", "");
    kind.valid_from = row.find_day("valid_from");
    kind.valid_until = row.find_day("valid_until");
    for (auto& variant : row.tables("variant")) kind.variants.push_back(read_variant(variant));
    if (kind.variants.empty()) row.fault("variant", "至少要有一种办理类型及其法定时限", "needs at least one entry with its legal limit");
    kind.papers = row.texts("papers");
    for (auto& predecessor : row.tables("predecessor")) {
      places.emplace("edge " + kind.code.text(), predecessor.place());
      kind.predecessors.push_back(read_predecessor(predecessor));
    }
    kind.not_applicable_hints = row.texts("not_applicable_hints");
    if (!places.emplace("kind " + kind.code.text(), row.place()).second)
      row.fault("code", "与 " + places.at("kind " + kind.code.text()) + " 重复", "is already used at " + places.at("kind " + kind.code.text()));
    row.finish();
    campaign.kinds.push_back(std::move(kind));
  }
  if (campaign.kinds.empty()) faults.add(table.place(), "没有任何审批事项（[[kind]]）", "no procedure kind ([[kind]])");
  table.finish();
}

void read_units_toml(const TomlNode& document, Campaign& campaign, Places& places, Faults& faults) {
  TableReader table(document, "units.toml", faults);
  for (auto& row : table.tables("unit")) {
    Unit unit;
    unit.code = UnitCode{row.text("code")};
    DatedName name{std::nullopt, {row.text("name"), {}}, {}};
    name.name.en = row.text_or("name_en", name.name.zh);
    name.short_name = row.text_or("short_name", name.name.zh);
    unit.names.push_back(std::move(name));
    for (auto& renamed : row.tables("renamed")) {
      DatedName later{renamed.day("from"), {renamed.text("name"), {}}, {}};
      later.name.en = renamed.text_or("name_en", later.name.zh);
      later.short_name = renamed.text_or("short_name", later.name.zh);
      renamed.finish();
      unit.names.push_back(std::move(later));
    }
    unit.aliases = row.texts("aliases");
    for (const auto& word : row.texts("capacities")) {
      const auto capacity = find_capacity(word);
      if (capacity) unit.capacities.insert(*capacity);
      if (!capacity) row.fault("capacities", "含有不认识的“" + word + "”", "holds the unknown word \"" + word + "\"");
    }
    if (row.has("region_code")) unit.region_code = row.text("region_code");
    if (!places.emplace("unit " + unit.code.text(), row.place()).second)
      row.fault("code", "与 " + places.at("unit " + unit.code.text()) + " 重复", "is already used at " + places.at("unit " + unit.code.text()));
    row.finish();
    campaign.units.push_back(std::move(unit));
  }
  for (auto& row : table.tables("post")) {
    Post post{row.text("code"), row.text("role"), row.text("title"), row.text_or("person", ""), std::nullopt};
    if (row.has("unit")) post.unit = UnitCode{row.text("unit")};
    places.emplace("post " + post.code, row.place());
    row.finish();
    campaign.roster.push_back(std::move(post));
  }
  table.finish();
}

void read_calendar_toml(const TomlNode* document, Campaign& campaign, Faults& faults) {
  auto exceptions = national_exceptions();
  auto years = national_years();
  if (document != nullptr) {
    TableReader table(*document, "calendar.toml", faults);
    for (const auto& year : table.texts("covered_years"))
      if (year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos) years.insert(std::stoi(year));
    for (auto& row : table.tables("day")) {
      const auto first = row.day("first");
      const auto last = row.find_day("last").value_or(first);
      const bool working = row.flag("working");
      const auto source = row.text("source");
      if (last < first || last - first > 366) row.fault("last", "应在 first 之后一年以内", "is not within a year after first");
      for (auto day = first; day <= last && last - first <= 366; day = day + 1) exceptions.push_back({day, working, source});
      row.finish();
    }
    table.finish();
  }
  campaign.calendar = WorkingCalendar(exceptions, years);
}

}  // namespace guatu::campaign
