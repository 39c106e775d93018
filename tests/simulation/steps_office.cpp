#include <algorithm>

#include "guatu/json/figures_codec.hpp"
#include "guatu/usecases/campaign_versions.hpp"
#include "guatu/usecases/ledger/ledger_rows.hpp"
#include "guatu/usecases/reporting/dekad_steps.hpp"

#include "tests/simulation/broken.hpp"
#include "tests/simulation/made_up_campaign.hpp"
#include "tests/simulation/memory_store.hpp"
#include "tests/simulation/world.hpp"

// The office: dekads, bulletins and their corrections, versions of the campaign, the clock, the machine.
namespace guatu::simulation {
namespace {

using reporting::DekadStep;

std::vector<Dekad> dekads_in(const World& world, DekadLife life) {
  std::vector<Dekad> found;
  for (const auto& [dekad, record] : world.truth.dekads)
    if (record.life == life) found.push_back(dekad);
  return found;
}

bool may_step(const TrueDekad& dekad, DekadStep step, bool reasoned) {
  switch (step) {
    case DekadStep::Open:
      return dekad.life == DekadLife::Never;
    case DekadStep::Lock:
      return dekad.life == DekadLife::Open;
    case DekadStep::Reopen:
      return reasoned && (dekad.life == DekadLife::Locked || dekad.life == DekadLife::Published);
    case DekadStep::Publish:
      return dekad.life == DekadLife::Locked || (dekad.life == DekadLife::Published && reasoned);
  }
  return false;
}

bool take_step(World& world, const Dekad& dekad, DekadStep step, const std::string& reason) {
  return world.write(
      std::string(reporting::dekad_step_name(step)) + " " + format_dekad(dekad), true,
      [&]() -> Result<std::int64_t> {
        GUATU_TRY(const auto answer, usecases::take_step(world.session("office"), {dekad, step, reason, false}));
        return answer.seq;
      },
      [&](std::int64_t) {
        world.truth.dekads[dekad].life = step == DekadStep::Lock ? DekadLife::Locked : DekadLife::Open;
      });
}

/// What was published just now, as it is kept.
void keep_published(World& world, const Dekad& dekad, int revision) {
  auto& store = world.stand->store();
  const auto known = sound(usecases::load_newest(store));
  const auto* publication = known.find_publication(dekad);
  must_hold(publication != nullptr && publication->revision == revision, "rules 3: corrections are numbered",
            "revision " + std::to_string(revision) + " of " + format_dekad(dekad) + " is not the newest one");
  must_equal(publication->seq, known.head.seq - 1, "rules 3: figures are frozen at a commit",
             "the commit behind the bulletin of " + format_dekad(dekad));
  world.published.push_back({dekad, revision, sound(store.load_blob(publication->figures)),
                             sound(store.load_blob(publication->leagues)),
                             sound(usecases::load_papers(store, *publication))});
}

bool publish_dekad(World& world, const Dekad& dekad, const std::string& reason) {
  return world.write(
      "publish " + format_dekad(dekad), true,
      [&]() -> Result<std::int64_t> {
        GUATU_TRY(const auto answer,
                  usecases::publish(world.session("office"), {dekad, reason, false}, world.options.render));
        return answer.seq;
      },
      [&](std::int64_t) {
        auto& record = world.truth.dekads[dekad];
        record.life = DekadLife::Published;
        keep_published(world, dekad, ++record.revisions);
      });
}

/// Columns of the ledger that are facts; ids, lights and what follows from earlier returns are each store's own.
std::vector<std::string> facts_of(const std::vector<usecases::LedgerRow>& rows) {
  std::vector<std::string> lines;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const auto column = usecases::kLedgerColumns[c];
      if (column == "project" || column == "baseline_on" || column == "light" || column == "carried") continue;
      line += row[c] + "|";
    }
    lines.push_back(std::move(line));
  }
  std::ranges::sort(lines);
  return lines;
}

}  // namespace

namespace steps {

void lock(World& world) {
  const auto open = dekads_in(world, DekadLife::Open);
  if (!open.empty()) take_step(world, open.back(), DekadStep::Lock, {});
}

void publish(World& world) {
  const auto locked = dekads_in(world, DekadLife::Locked);
  if (locked.empty()) return;
  const auto dekad = locked.back();
  publish_dekad(world, dekad, world.truth.dekad(dekad).revisions > 0 ? "更正" : "");
}

void correct(World& world) {
  const auto published = dekads_in(world, DekadLife::Published);
  if (published.empty()) return;
  const auto dekad = world.dice.pick(published);
  if (world.dice.percent(30)) {
    publish_dekad(world, dekad, "更正");
    return;
  }
  if (!take_step(world, dekad, DekadStep::Reopen, "补报")) return;
  send_late(world);
  if (take_step(world, dekad, DekadStep::Lock, {})) publish_dekad(world, dekad, "更正");
}

void take_wrong_step(World& world) {
  const std::vector<DekadStep> all{DekadStep::Open, DekadStep::Lock, DekadStep::Reopen, DekadStep::Publish};
  for (int tries = 0; tries < 8; ++tries) {
    const auto dekad = world.dice.percent(70) ? world.current() : world.current().previous();
    if (dekad < kFirstDekad) continue;
    const auto step = world.dice.pick(all);
    const std::string reason = world.dice.percent(50) ? "研究" : "";
    if (may_step(world.truth.dekad(dekad), step, !reason.empty())) continue;
    world.refuse(std::string(reporting::dekad_step_name(step)) + " " + format_dekad(dekad), [&] {
      std::optional<Error> refused;
      if (step == DekadStep::Publish) {
        const auto answer = usecases::publish(world.session("office"), {dekad, reason, false}, world.options.render);
        if (!answer) refused = answer.error();
      } else {
        const auto answer = usecases::take_step(world.session("office"), {dekad, step, reason, false});
        if (!answer) refused = answer.error();
      }
      return refused;
    });
    return;
  }
}

void load_new_version(World& world) {
  const auto seq = world.truth.seq();
  const int version = seq == 0 ? 1 : world.truth.version_at(seq) + (world.dice.percent(75) ? 1 : 0);
  const bool fresh = seq == 0 || version != world.truth.version_at(seq);
  world.write(
      "version " + std::to_string(version) + " of the campaign", fresh,
      [&]() -> Result<std::int64_t> {
        GUATU_TRY(const auto loaded, usecases::record_campaign(world.session("office"), made_up_files(version)));
        must_hold(loaded.changed == fresh, "rules 1: versions of a campaign", "a version is not what it was before");
        return loaded.head.seq;
      },
      [&](std::int64_t at) {
        world.truth.versions.emplace_back(at, version);
        for (const auto& kind : made_up_kinds())
          if (kind.since_version == version && version > 1)
            for (auto& site : world.sites)
              site.parts.emplace_back(world.dice, kind.code, "");
      });
}

void jump_clock(World& world) {
  const int days = world.dice.between(-40, 3);
  world.clock.move_by(std::int64_t{86'400} * days + world.dice.between(-3'000, 3'000));
  world.log.push_back("the clock jumps by " + std::to_string(days) + " days");
}

void restart(World& world) {
  world.log.emplace_back("another process");
  world.stand->restart();
}

/// An exported ledger, imported by an empty office, is the same ledger. Source: contract 2, `ledger`.
void send_ledger_back(World& world) {
  std::optional<Dekad> newest;
  for (const auto& [at, sent] : world.truth.returns)
    newest = std::max(newest.value_or(sent.second), sent.second);
  if (!newest) return;
  world.log.push_back("the ledger of " + format_dekad(*newest) + " into an empty office");
  const auto known = sound(usecases::load_newest(world.stand->store()));
  const auto rows = usecases::ledger_rows(known, newest->last_day());
  std::vector<std::vector<std::string>> cells{{usecases::kLedgerColumns.begin(), usecases::kLedgerColumns.end()}};
  for (const auto& row : rows)
    cells.emplace_back(row.begin(), row.end());
  MemoryStore empty;
  const usecases::Session other{empty, world.clock, world.entropy, "office", {}};
  const int version = world.truth.version_at(world.truth.seq());
  must_hold(usecases::record_campaign(other, made_up_files(version)).has_value(), "contract 2: ledger", "no campaign");
  usecases::ImportRequest request;
  request.dekad = *newest;
  const auto answer =
      sound(usecases::import_form(other, write_table("ledger.csv", "台账", cells, world.options.form), request));
  std::string faults;
  for (const auto& table : answer.tables)
    for (const auto& message : table.messages)
      if (message.severity == intake::Severity::Error)
        faults += message.code + " " + message.cell + " " + message.text.en + "; ";
  must_hold(!answer.refused, "contract 2: an exported ledger is imported as it is", faults);
  const auto taken = usecases::ledger_rows(sound(usecases::load_newest(empty)), newest->last_day());
  const auto before = facts_of(rows);
  const auto after = facts_of(taken);
  must_equal(after.size(), before.size(), "contract 2: an exported ledger is imported as it is", "number of rows");
  for (std::size_t i = 0; i < before.size(); ++i)
    must_hold(before[i] == after[i], "contract 2: an exported ledger is imported as it is",
              after[i] + " was " + before[i]);
}

}  // namespace steps
}  // namespace guatu::simulation
