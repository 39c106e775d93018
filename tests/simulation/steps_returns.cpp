#include <algorithm>
#include <csignal>

#include "guatu/values/instant.hpp"

#include "tests/simulation/broken.hpp"
#include "tests/simulation/made_up_campaign.hpp"
#include "tests/simulation/world.hpp"
#include "tests/support/program.hpp"

// Returns: on time, twice, late, with bad rows, of another unit's project, after locking.
namespace guatu::simulation {
namespace {

using usecases::ImportAnswer;
using usecases::ImportFile;
using usecases::ImportPolicy;
using usecases::ImportRequest;

struct Return {
  std::string unit;
  Dekad dekad;
  std::vector<Row> rows;
  ImportRequest request;
};

std::set<std::string> error_codes(const ImportAnswer& answer) {
  std::set<std::string> codes;
  for (const auto& table : answer.tables)
    for (const auto& message : table.messages)
      if (message.severity == intake::Severity::Error) codes.insert(message.code);
  return codes;
}

std::string joined(const std::set<std::string>& words) {
  std::string text;
  for (const auto& word : words)
    text += (text.empty() ? "" : ", ") + word;
  return text.empty() ? "none" : text;
}

std::int64_t sum(const ImportAnswer& answer, std::int64_t intake::ChangeSet::* count) {
  std::int64_t total = 0;
  for (const auto& table : answer.tables)
    total += table.*count;
  return total;
}

/// What has to become of a return, by the rules.
struct Judgement {
  std::vector<Row> taken;
  std::set<std::string> faults;
  std::int64_t refused = 0;
};

Judgement judge(const World& world, const Return& sent) {
  Judgement judged;
  const auto life = world.truth.dekad(sent.dekad).life;
  const bool closed = life == DekadLife::Locked || life == DekadLife::Published;
  if (closed && sent.request.reason.empty()) return {{}, {"dekad_closed"}, std::ssize(sent.rows)};
  for (const auto& row : sent.rows) {
    const auto faults = world.truth.faults_of(sent.unit, sent.dekad, row);
    judged.faults.insert(faults.begin(), faults.end());
    if (faults.empty())
      judged.taken.push_back(row);
    else
      ++judged.refused;
  }
  if (judged.refused > 0 && sent.request.policy == ImportPolicy::AllOrNothing) judged.taken.clear();
  return judged;
}

void check_answer(const ImportAnswer& answer, const Judgement& judged, const std::string& what) {
  const auto codes = error_codes(answer);
  must_hold(codes == judged.faults, "rules 2: faults of a return",
            what + ": said " + joined(codes) + ", must say " + joined(judged.faults));
  must_equal(sum(answer, &intake::ChangeSet::refused), judged.refused, "rules 2: faults of a return",
             "refused rows of " + what);
}

/// The office now knows of projects that it did not know before.
void learn_ids(World& world, const Return& sent) {
  for (auto& site : world.sites) {
    if (!site.id.empty()) continue;
    const auto* project = world.truth.find_named(sent.unit, site.name, sent.dekad.last_day());
    if (project != nullptr) site.id = project->id;
  }
}

/// The same file once more is no news. Source: contract 2, "a second run changes nothing".
void import_again(World& world, const ImportFile& file, const Return& sent) {
  const auto what = file.name + " once more";
  world.write(
      what, false,
      [&]() -> Result<std::int64_t> {
        GUATU_TRY(const auto answer, usecases::import_form(world.session("office"), file, sent.request));
        for (const auto& table : answer.tables)
          must_equal(table.created + table.changed, std::int64_t{0}, "a second run changes nothing",
                     "changes of " + what);
        return answer.seq;
      },
      [](std::int64_t) {});
}

/// The same by the program itself, in a process of its own beside ours, which is killed now and then.
Result<std::int64_t> import_by_program(World& world, const ImportFile& file, const Return& sent) {
  constexpr auto kClause = "contract 2: the program says the same";
  const auto& options = world.options;
  guatu::test::write_text(std::filesystem::path(options.folder) / file.name, file.bytes);
  std::vector<std::string> words{
      options.program, "import", file.name, "--db", world.stand->url(), "--now", format_rfc3339(world.clock.now())};
  if (!sent.request.reason.empty()) words.insert(words.end(), {"--reason", sent.request.reason});
  if (sent.request.policy == ImportPolicy::GoodRows) words.insert(words.end(), {"--policy", "good_rows"});
  const int kill_after = world.dice.percent(40) ? world.dice.below(30'000) : -1;
  const auto ran = guatu::test::run_program(words, options.folder, kill_after);
  if (kill_after >= 0 && ran.exit_code == 128 + SIGKILL) return World::killed();
  must_hold(ran.exit_code == 0 || ran.exit_code == 1, kClause, file.name + ": " + ran.err);
  return sound(world.stand->store().find_head()).seq;
}

/// The whole way of a return into the office. True: something of it was taken.
bool send(World& world, const Return& sent, const std::string& kind) {
  const auto name = kind + std::to_string(world.log.size()) + "-" + sent.unit + ".xlsx";
  const auto file = write_return(name, sent.unit, sent.dekad, sent.rows, world.options.form);
  const auto judged = judge(world, sent);
  const auto what = name + " for " + format_dekad(sent.dekad);
  const bool by_program = !world.options.program.empty() && world.dice.percent(20);
  const bool taken = world.write(
      what + (by_program ? " by the program" : ""), !judged.taken.empty(),
      [&]() -> Result<std::int64_t> {
        if (by_program) return import_by_program(world, file, sent);
        GUATU_TRY(const auto answer, usecases::import_form(world.session(sent.unit), file, sent.request));
        check_answer(answer, judged, what);
        return answer.seq;
      },
      [&](std::int64_t seq) {
        world.truth.take(seq, sent.unit, sent.dekad, judged.taken);
        learn_ids(world, sent);
      });
  if (taken && world.dice.percent(20)) import_again(world, file, sent);
  return taken;
}

/// What a site is called in a return of this dekad, if it is the unit's at all.
std::optional<std::string> name_for(World& world, const Site& site, const std::string& unit, Date day) {
  if (site.id.empty()) return site.unit == unit ? std::optional(site.name) : std::nullopt;
  const auto* project = world.truth.find(site.id);
  if (project->unit_on(day, world.truth.seq()) != unit) return std::nullopt;
  // Projects that are out are reported now and then all the same.
  if (!project->is_in(day, world.truth.seq()) && !world.dice.percent(30)) return std::nullopt;
  return project->name_on(day, world.truth.seq());
}

Return write_form(World& world, const std::string& unit, const Dekad& dekad, bool late) {
  Return form{unit, dekad, {}, {}};
  const auto& truth = world.truth;
  for (auto& site : world.sites) {
    // A late return only completes what is known.
    if (late && site.id.empty()) continue;
    if (site.id.empty() && truth.seq() < 6 && world.dice.percent(10)) continue;
    const auto name = name_for(world, site, unit, dekad.last_day());
    if (!name) continue;
    if (!late && !site.id.empty() && world.dice.percent(5)) continue;
    form.rows.push_back(
        {*name, site.code, site.investment, late ? site.write_late(world.dice, dekad) : site.write(world.dice, dekad)});
  }
  return form;
}

std::string random_unit(World& world) {
  std::vector<std::string> units;
  for (const auto& unit : made_up_units())
    if (unit.responsible) units.push_back(unit.code);
  return world.dice.pick(units);
}

/// Something that nobody may report.
void spoil(World& world, Row& row, const Dekad& dekad) {
  Line line{"k1", "", {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  switch (world.dice.below(4)) {
    case 0:
      line.authority = Authority::City;
      line.state = Word::HandedUp;
      break;
    case 1:
      line.finished = dekad.last_day() + world.dice.between(1, 20);
      break;
    case 2:
      line.involved = false;
      line.state = Word::Finished;
      break;
    default:
      line.state = Word::NotStarted;
      line.finished = dekad.first_day();
      break;
  }
  std::erase_if(row.lines, [](const Line& other) { return other.kind == "k1"; });
  row.lines.push_back(line);
}

}  // namespace

namespace steps {

void send_return(World& world, const std::string& unit) {
  auto form = write_form(world, unit, world.current(), false);
  if (form.rows.empty()) return;
  const auto life = world.truth.dekad(form.dekad).life;
  if (life != DekadLife::Never && life != DekadLife::Open && world.dice.percent(70)) form.request.reason = "补报";
  if (world.dice.percent(20)) form.request.policy = ImportPolicy::GoodRows;
  send(world, form, "return");
}

void send_late(World& world) {
  std::vector<Dekad> earlier;
  for (const auto& [dekad, record] : world.truth.dekads)
    if (dekad <= world.current()) earlier.push_back(dekad);
  if (earlier.empty()) return;
  auto form = write_form(world, random_unit(world), world.dice.pick(earlier), true);
  if (form.rows.empty()) return;
  if (world.dice.percent(80)) form.request.reason = "补报";
  send(world, form, "late");
}

void send_with_bad_rows(World& world) {
  auto form = write_form(world, random_unit(world), world.current(), false);
  if (form.rows.empty()) return;
  for (auto& row : form.rows)
    if (world.dice.percent(40)) spoil(world, row, form.dekad);
  if (world.dice.percent(60)) form.request.policy = ImportPolicy::GoodRows;
  send(world, form, "bad");
}

void send_foreign_row(World& world) {
  const auto day = world.current().last_day();
  for (const auto& project : world.truth.projects) {
    const auto owner = project.unit_on(day, world.truth.seq());
    if (owner == project.unit) continue;
    // The unit that a project was moved from cannot report it any more.
    Return form{project.unit, world.current(), {{project.name_on(day, world.truth.seq()), {}, 0, {}}}, {}};
    form.request.reason = "补报";
    const auto file = write_return("foreign.xlsx", form.unit, form.dekad, form.rows, world.options.form);
    world.write(
        "a project reported by the unit that it left", false,
        [&]() -> Result<std::int64_t> {
          GUATU_TRY(const auto answer, usecases::import_form(world.session(form.unit), file, form.request));
          check_answer(answer, {{}, {"project_of_other_unit"}, 1}, file.name);
          return answer.seq;
        },
        [](std::int64_t) {});
    return;
  }
}

void send_into_locked(World& world) {
  std::vector<Dekad> closed;
  for (const auto& [dekad, record] : world.truth.dekads)
    if (record.life == DekadLife::Locked || record.life == DekadLife::Published) closed.push_back(dekad);
  if (closed.empty()) return;
  const auto dekad = world.dice.pick(closed);
  const bool current = dekad == world.current();
  auto form = write_form(world, random_unit(world), dekad, !current);
  if (form.rows.empty()) return;
  if (world.dice.percent(60)) form.request.reason = "经研究同意补报";
  send(world, form, "after");
}

}  // namespace steps
}  // namespace guatu::simulation
