#include "tests/simulation/simulate.hpp"

#include <fstream>

#include "guatu/documents/render_papers.hpp"
#include "guatu/json/bulletin_codec.hpp"

#include "tests/simulation/broken.hpp"
#include "tests/simulation/invariants.hpp"
#include "tests/support/program.hpp"

namespace guatu::simulation {
namespace {

/// One paper without a layout: the bulletin's numbers and words.
Result<std::vector<reporting::Paper>> render_words(const reporting::BulletinInput& input) {
  return std::vector<reporting::Paper>{{"bulletin.json", json::encode_bulletin(input)}};
}

Result<std::vector<reporting::Paper>> render_all(const reporting::BulletinInput& input) {
  GUATU_TRY(auto papers, documents::render_papers(input));
  papers.push_back({"bulletin.json", json::encode_bulletin(input)});
  return papers;
}

std::unique_ptr<Stand> make_stand(Engine engine, const std::string& folder) {
  switch (engine) {
    case Engine::Memory:
      return make_memory_stand();
    case Engine::Sqlite:
      return make_sqlite_stand(folder);
    case Engine::Postgres:
      return make_postgres_stand();
  }
  return nullptr;
}

/// Another process, the program itself, says the same of the same store.
void ask_program(World& world) {
  constexpr auto kClause = "contract 2: the program says the same";
  const auto run = [&](std::vector<std::string> words) {
    words.insert(words.end(), {"--db", world.stand->url(), "--json"});
    words.insert(words.begin(), world.options.program);
    const auto ran = guatu::test::run_program(words, world.options.folder);
    must_equal(ran.exit_code, 0, kClause, words[1] + " " + ran.err);
    return ran.out;
  };
  must_hold(run({"verify"}).find(world.truth.heads.back().digest) != std::string::npos, kClause,
            "verify: another head");
  const auto& last = world.answered.back();
  const auto known = sound(usecases::load_newest(world.stand->store()));
  const auto numbers = sound(usecases::numbers_on_day(world.stand->store(), known, last.as_of));
  auto said = run({"figures", "--as-of", format_iso(last.as_of)});
  while (said.ends_with('\n'))
    said.pop_back();
  must_hold(said == usecases::freeze(known, numbers).figures, kClause, "figures of " + format_iso(last.as_of));
}

void play_on(World& world, Outcome& outcome) {
  while (world.step()) {
    ++outcome.steps;
    check_after_step(world);
  }
  check_at_end(world);
  if (!world.options.program.empty() && !world.stand->url().empty()) ask_program(world);
}

}  // namespace

Outcome play(const Play& wanted) {
  const guatu::test::TemporaryFolder folder;
  Outcome outcome;
  std::unique_ptr<World> world;
  try {
    const bool full = wanted.depth == Depth::Full;
    Options options{wanted.seed,
                    wanted.projects,
                    wanted.dekads,
                    full ? FileForm::Xlsx : FileForm::Cells,
                    full ? render_all : render_words,
                    wanted.program,
                    folder.path().string()};
    world = std::make_unique<World>(std::move(options), make_stand(wanted.engine, folder.path().string()));
    play_on(*world, outcome);
    outcome.commits = world->truth.seq();
    outcome.head = world->truth.heads.back().digest;
  } catch (const Broken& broken) {
    outcome.failure =
        Failure{outcome.steps, broken.clause, broken.what(), world ? world->log : std::vector<std::string>{}};
  }
  return outcome;
}

std::string failure_text(const Play& play, const Failure& failure) {
  constexpr std::size_t kShown = 12;
  std::string text = "seed " + std::to_string(play.seed) + ", step " + std::to_string(failure.step) + ": " +
                     failure.clause + "\n  " + failure.what + "\n  before:\n";
  const auto first = failure.log.size() > kShown ? failure.log.size() - kShown : 0;
  for (auto i = first; i < failure.log.size(); ++i)
    text += "    " + failure.log[i] + "\n";
  return text;
}

std::vector<std::uint64_t> read_seeds(const std::string& path) {
  std::vector<std::uint64_t> seeds;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line.front() != '#') seeds.push_back(std::stoull(line));
  return seeds;
}

}  // namespace guatu::simulation
