#include <algorithm>
#include <set>

#include "guatu/campaign/reading/file_readers.hpp"

namespace guatu::campaign {
namespace {

constexpr Words<Authority, 4> kLevels{{{"state", Authority::State},
                                       {"region", Authority::Region},
                                       {"city", Authority::City},
                                       {"county", Authority::County}}};
/// Percent, for a kind that has hints and says nothing else.
constexpr int kUsuallyNotApplicable = 40;
constexpr Words<DayUnit, 2> kUnits{{{"working", DayUnit::WorkingDay}, {"calendar", DayUnit::CalendarDay}}};
constexpr Words<EdgeKind, 3> kEdges{
    {{"law", EdgeKind::Law}, {"material", EdgeKind::Material}, {"practice", EdgeKind::Practice}}};
constexpr Words<Track, 3> kTracks{
    {{"approval", Track::Approval}, {"sanction", Track::Sanction}, {"filing", Track::Filing}}};
constexpr Range kDays{0, 1000};

/// Where an entry of a kind stands: ("variant", "environment report").
std::string within(const ProcedureKind& kind, const std::string& code) {
  return kind.code.text() + " " + code;
}

Variant read_variant(TableReader& row, const ProcedureKind& kind, Reading& reading) {
  Variant variant;
  variant.code = VariantCode{reading.places.read_code(row, "code", "variant of " + kind.code.text(), reading.faults)};
  variant.name = read_bilingual(row, "name");
  variant.aliases = row.texts("aliases");
  const auto unit = row.choice("unit", kUnits);
  variant.legal_limit = {static_cast<int>(row.number("days", kDays)), unit};
  if (row.has("promised_days"))
    variant.promised_limit = DayLimit{static_cast<int>(row.number("promised_days", kDays)), unit};
  if (variant.promised_limit && variant.promised_limit->days > variant.legal_limit.days)
    row.fault("promised_days", "长于法定时限", "is longer than the legal limit");
  variant.source = row.text("source");
  variant.unverified = row.flag("unverified");
  reading.places.note("variant", within(kind, variant.code.text()), row.place_of("days"));
  row.finish();
  return variant;
}

bool share_a_track(const Predecessor& a, const Predecessor& b) {
  const auto on_a = [&](Track track) { return std::ranges::find(a.tracks, track) != a.tracks.end(); };
  return a.tracks.empty() || b.tracks.empty() || std::ranges::any_of(b.tracks, on_a);
}

Predecessor read_predecessor(TableReader& row, const ProcedureKind& kind, Reading& reading) {
  Predecessor edge;
  edge.kind = KindCode{row.text("kind")};
  edge.edge = row.choice("edge", kEdges);
  edge.tracks = row.choices("tracks", kTracks);
  edge.lag_days = static_cast<int>(row.number_or("lag_days", 0, {0, 250}));
  edge.source = row.text("source");
  const auto repeats = [&](const Predecessor& other) { return other.kind == edge.kind && share_a_track(other, edge); };
  if (std::ranges::any_of(kind.predecessors, repeats))
    row.fault("kind", "在同一立项方式下重复", "is a predecessor on the same track already");
  reading.places.note("edge", within(kind, edge.kind.text()), row.place_of("kind"));
  row.finish();
  return edge;
}

ProcedureKind read_kind(TableReader& row, SpellingBook& book, Reading& reading) {
  ProcedureKind kind;
  const auto code = reading.places.read_code(row, "code", "kind", reading.faults);
  kind.code = KindCode{code};
  kind.name = read_bilingual(row, "name");
  kind.short_name = row.text_or("short_name", kind.name.zh);
  book.claim(code, code, row.place_of("code"), reading.faults);
  book.claim(kind.name.zh, code, row.place_of("name"), reading.faults);
  book.claim(kind.short_name, code, row.place_of("short_name"), reading.faults);
  for (auto& alias : row.placed_texts("aliases")) {
    book.claim(alias.text, code, alias.place, reading.faults);
    kind.aliases.push_back(std::move(alias.text));
  }
  kind.line = UnitCode{row.text("line")};
  kind.leading_deputy = row.text_or("leading_deputy", "");
  kind.valid_from = row.find_day("valid_from");
  kind.valid_until = row.find_day("valid_until");
  if (kind.valid_from && kind.valid_until && *kind.valid_until < *kind.valid_from)
    row.fault("valid_until", "早于 valid_from", "lies before valid_from");
  for (const auto* key : {"line", "leading_deputy"})
    reading.places.note(std::string("kind ") + key, code, row.place_of(key));
  for (auto& variant : row.tables("variant"))
    kind.variants.push_back(read_variant(variant, kind, reading));
  if (kind.variants.empty())
    row.fault("variant", "至少要有一种办理形式及其法定时限", "is missing: at least one form with its legal limit");
  kind.papers = row.texts("papers");
  for (auto& edge : row.tables("predecessor"))
    kind.predecessors.push_back(read_predecessor(edge, kind, reading));
  kind.not_applicable_hints = row.texts("not_applicable_hints");
  kind.usual_levels = row.choices("usual_levels", kLevels);
  const int usual = kind.not_applicable_hints.empty() ? 0 : kUsuallyNotApplicable;
  kind.usual_not_applicable = static_cast<int>(row.number_or("usual_not_applicable", usual, {0, 100}));
  row.finish();
  return kind;
}

/// One column for several kinds: 林草手续.
void read_merged(TableReader& row, SpellingBook& book, Reading& reading) {
  MergedAlias merged;
  for (auto& kind : row.placed_texts("kinds")) {
    reading.places.note("merged", kind.text, kind.place);
    merged.kinds.emplace_back(std::move(kind.text));
  }
  if (std::set(merged.kinds.begin(), merged.kinds.end()).size() < 2)
    row.fault("kinds", "至少要有两个不同的事项", "must hold at least two kinds");
  for (auto& alias : row.placed_texts("aliases")) {
    book.claim(alias.text, "[[merged]] " + alias.text, alias.place, reading.faults);
    merged.aliases.push_back(std::move(alias.text));
  }
  if (!row.has("aliases")) row.fault("aliases", "必须填写", "is missing");
  row.finish();
  reading.campaign.merged_aliases.push_back(std::move(merged));
}

}  // namespace

void read_catalogue_toml(const TomlNode& document, Reading& reading) {
  TableReader table(document, "catalogue.toml", reading.faults);
  SpellingBook book;
  for (auto& row : table.tables("kind"))
    reading.campaign.kinds.push_back(read_kind(row, book, reading));
  for (auto& row : table.tables("merged"))
    read_merged(row, book, reading);
  if (reading.campaign.kinds.empty())
    reading.faults.add({"catalogue.toml", 0}, "没有任何审批事项（[[kind]]）", "no procedure kind ([[kind]])");
  table.finish();
}

}  // namespace guatu::campaign
