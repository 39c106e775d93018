#include "guatu/campaign/reading/file_readers.hpp"

namespace guatu::campaign {
namespace {

constexpr Words<Capacity, 7> kCapacities{{{"district", Capacity::District},
                                          {"sponsor", Capacity::Sponsor},
                                          {"approver", Capacity::Approver},
                                          {"office", Capacity::Office},
                                          {"supervision", Capacity::Supervision},
                                          {"publicity", Capacity::Publicity},
                                          {"member", Capacity::Member}}};

DatedName read_name(TableReader& row, const std::string& owner, SpellingBook& book, Reading& reading) {
  DatedName name;
  name.name = read_bilingual(row, "name");
  name.short_name = row.text_or("short_name", name.name.zh);
  book.claim(name.name.zh, owner, row.place_of("name"), reading.faults);
  book.claim(name.short_name, owner, row.place_of("short_name"), reading.faults);
  return name;
}

Unit read_unit(TableReader& row, SpellingBook& book, Reading& reading) {
  Unit unit;
  const auto code = reading.places.read_code(row, "code", "unit", reading.faults);
  unit.code = UnitCode{code};
  book.claim(code, code, row.place_of("code"), reading.faults);
  unit.names.push_back(read_name(row, code, book, reading));
  for (auto& renamed : row.tables("renamed")) {
    auto name = read_name(renamed, code, book, reading);
    name.from = renamed.day("from");
    if (unit.names.back().from && *name.from <= *unit.names.back().from)
      renamed.fault("from", "不晚于前一次更名", "is not after the renaming before");
    renamed.finish();
    unit.names.push_back(std::move(name));
  }
  for (auto& alias : row.placed_texts("aliases")) {
    book.claim(alias.text, code, alias.place, reading.faults);
    unit.aliases.push_back(std::move(alias.text));
  }
  for (const auto capacity : row.choices("capacities", kCapacities))
    unit.capacities.insert(capacity);
  if (!row.has("capacities")) row.fault("capacities", "必须填写", "is missing");
  for (const auto* key : {"capacities", "region_code"})
    reading.places.note(std::string("unit ") + key, code, row.place_of(key));
  unit.region_code = row.find_text("region_code");
  row.finish();
  return unit;
}

/// A vacant post (待定) says so: person = "".
Post read_post(TableReader& row, Reading& reading) {
  Post post;
  post.code = reading.places.read_code(row, "code", "post", reading.faults);
  post.role = row.text("role");
  post.title = row.text("title");
  if (!row.has("person"))
    row.fault("person", "必须填写，待定时写 \"\"", "is missing; write \"\" while the post is vacant");
  post.person = row.text_or("person", "");
  if (const auto unit = row.find_text("unit")) post.unit = UnitCode{*unit};
  reading.places.note("post unit", post.code, row.place_of("unit"));
  reading.places.note("post person", post.code, row.place_of("person"));
  row.finish();
  return post;
}

}  // namespace

void read_units_toml(const TomlNode& document, Reading& reading) {
  TableReader table(document, "units.toml", reading.faults);
  SpellingBook book;
  for (auto& row : table.tables("unit"))
    reading.campaign.units.push_back(read_unit(row, book, reading));
  for (auto& row : table.tables("post"))
    reading.campaign.roster.push_back(read_post(row, reading));
  if (reading.campaign.units.empty())
    reading.faults.add({"units.toml", 0}, "没有任何单位（[[unit]]）", "no unit ([[unit]])");
  table.finish();
}

}  // namespace guatu::campaign
