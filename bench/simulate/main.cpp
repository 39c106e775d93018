#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <random>

#include "tests/simulation/simulate.hpp"
#include "tests/support/paths.hpp"

// Campaigns played from their seeds, as many as wanted or as there is time for. Ends with 1 when one of them broke a rule.
namespace {

using namespace guatu::simulation;
using Clock = std::chrono::steady_clock;

constexpr const char* kUsage =
    R"(simulate [--seeds A..B] [--seconds S] [--store memory|sqlite|postgres] [--full] [--projects N] [--dekads N]

  --seeds A..B   these seeds; without it, new ones are drawn
  --seconds S    no new seed is begun after so long
  --store        where the campaign is kept: memory (default), sqlite, or postgres, for which a server has to run:
                 tests/support/postgres_server start BUILD/postgres_server
  --full         real workbooks and every paper, and the program itself is asked at the end
)";

struct Order {
  Play play;
  std::uint64_t first = 1, last = 0;
  double seconds = 0;
};

constexpr std::pair<const char*, Engine> kStores[] = {
    {"memory", Engine::Memory}, {"sqlite", Engine::Sqlite}, {"postgres", Engine::Postgres}};

const std::pair<const char*, Engine>* find_store(const std::string& word) {
  return std::ranges::find(kStores, word, [](const auto& store) { return store.first; });
}

const char* store_word(Engine engine) {
  return std::ranges::find(kStores, engine, [](const auto& store) { return store.second; })->first;
}

/// None when the words cannot be understood.
std::optional<Order> read_order(const std::vector<std::string>& words) {
  Order order;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--full") {
      order.play.depth = Depth::Full;
      order.play.program = GUATU_BINARY;
      continue;
    }
    if (i + 1 == words.size()) return std::nullopt;
    const auto& word = words[i];
    const auto& value = words[++i];
    const auto dots = value.find("..");
    if (word == "--seeds" && dots != std::string::npos) {
      order.first = std::stoull(value.substr(0, dots));
      order.last = std::stoull(value.substr(dots + 2));
    } else if (word == "--seeds") {
      order.first = order.last = std::stoull(value);
    } else if (word == "--seconds") {
      order.seconds = std::stod(value);
    } else if (word == "--store" && find_store(value) != std::end(kStores)) {
      order.play.engine = find_store(value)->second;
    } else if (word == "--projects") {
      order.play.projects = std::stoi(value);
    } else if (word == "--dekads") {
      order.play.dekads = std::stoi(value);
    } else {
      return std::nullopt;
    }
  }
  return order;
}

std::string repeat_words(const Play& play) {
  return fmt::format("simulate --seeds {} --store {}{} --projects {} --dekads {}", play.seed, store_word(play.engine),
                     play.depth == Depth::Full ? " --full" : "", play.projects, play.dekads);
}

double since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

int run(Order order) {
  const bool drawn = order.last == 0;
  if (drawn && order.seconds <= 0) order.seconds = 60;
  std::mt19937_64 fresh{std::random_device{}()};
  const auto start = Clock::now();
  int played = 0, failed = 0;
  std::int64_t steps = 0, commits = 0;
  for (auto seed = order.first; drawn || seed <= order.last; ++seed) {
    if (order.seconds > 0 && since(start) >= order.seconds) break;
    order.play.seed = drawn ? fresh() >> 1U : seed;
    const auto outcome = play(order.play);
    ++played;
    steps += outcome.steps;
    commits += outcome.commits;
    if (!outcome.failure) continue;
    ++failed;
    fmt::print("{}  again: {}\n\n", failure_text(order.play, *outcome.failure), repeat_words(order.play));
    std::fflush(stdout);
  }
  fmt::print("{} campaigns of {} projects, {} steps, {} commits, {} failed, {:.1f} s\n", played, order.play.projects,
             steps, commits, failed, since(start));
  return failed == 0 && played > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const auto order = read_order({argv + 1, argv + argc});
  try {
    if (order) return run(*order);
  } catch (const std::exception& broken) {
    fmt::print(stderr, "{}\n", broken.what());
    return 3;
  }
  fmt::print(stderr, "{}", kUsage);
  return 2;
}
