#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// A seed played from the first return to the last bulletin.
namespace guatu::simulation {

enum class Engine { Memory, Sqlite, Postgres };
enum class Depth {
  Core,  ///< Cells instead of files, one paper a bulletin.
  Full   ///< Real workbooks, every paper.
};

struct Play {
  std::uint64_t seed = 1;
  Engine engine = Engine::Memory;
  Depth depth = Depth::Core;
  int projects = 20;
  int dekads = 3;
  std::string program;  ///< Full seeds ask it the last questions; empty: not.
};

struct Failure {
  int step = 0;
  std::string clause, what;
  std::vector<std::string> log;  ///< What had happened, oldest first.
};

struct Outcome {
  int steps = 0;
  std::int64_t commits = 0;
  std::string head;  ///< Digest of the last commit.
  std::optional<Failure> failure;
};

[[nodiscard]] Outcome play(const Play& play);
/// The failure for people: seed, step, clause, and the last things that happened.
[[nodiscard]] std::string failure_text(const Play& play, const Failure& failure);
/// Seeds that failed once, and their reasons' lines left out.
[[nodiscard]] std::vector<std::uint64_t> read_seeds(const std::string& path);

}  // namespace guatu::simulation
