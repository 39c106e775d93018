// The kernel against the world: every instance of PSPLIB's J30, J60 and J120 at 1,000, 5,000 and 50,000 schedules, as Kolisch
// and Hartmann measure it: mean distance from the optimum (J30) or from the critical path (J60, J120). Figures are counted
// in schedules, so a busy machine changes none of them; only the speed is the machine's.
//
//   bench_rcpsp_bench [FOLDER [SCHEDULES…]]     FOLDER, or GUATU_PSPLIB, holds best_known.csv and j30/, j60/, j120/ or the
//                                               archives j30.sm.tar.gz and so on
//
// Ends non-zero when a schedule is invalid, below a lower bound, below a proved optimum, or a promise is broken.
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <map>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "guatu/planning/rcpsp/bounds.hpp"
#include "guatu/planning/rcpsp/psplib.hpp"
#include "guatu/planning/rcpsp/solve.hpp"
#include "guatu/planning/rcpsp/validator.hpp"

namespace {

namespace fs = std::filesystem;
namespace rcpsp = guatu::planning::rcpsp;

constexpr int kThreads = 2;
constexpr std::uint64_t kSeed = 1;
const std::vector<std::int64_t> kSchedules{1'000, 5'000, 50'000};

/// Percent, by set and schedules. What is not here is only printed.
const std::map<std::pair<std::string, std::int64_t>, double> kPromised{
    {{"j30", 1'000}, 0.35},  {{"j30", 5'000}, 0.17},  {{"j60", 1'000}, 11.8},   {{"j60", 5'000}, 11.36},
    {{"j120", 1'000}, 34.6}, {{"j120", 5'000}, 33.3}, {{"j120", 50'000}, 32.0},
};

struct Case {
  std::string file;
  rcpsp::Time lower = 0, upper = 0;  ///< Best known; equal: proved.
  rcpsp::Instance instance;
};

struct Outcome {
  rcpsp::Solution solution;
  double seconds = 0;  ///< Of the thread, bound and check included.
  std::vector<std::string> faults;
};

[[noreturn]] void give_up(const std::string& why) {
  fmt::print(stderr, "{}\n", why);
  std::exit(2);
}

std::string read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) give_up(path.string() + " cannot be read");
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// A folder for what archives hold, gone at the end.
class Scratch {
 public:
  Scratch() {
    auto name = (fs::temp_directory_path() / "guatu-psplib-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) give_up("no temporary folder can be made");
    path_ = name;
  }
  ~Scratch() {
    std::error_code code;
    fs::remove_all(path_, code);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void unpack(const fs::path& archive, const fs::path& folder) {
  std::vector<std::string> words{"tar", "-xzf", archive.string(), "-C", folder.string()};
  std::vector<char*> arguments;
  for (auto& word : words)
    arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  int status = 0;
  if (posix_spawnp(&child, "tar", nullptr, nullptr, arguments.data(), environ) != 0 ||
      waitpid(child, &status, 0) != child || status != 0)
    give_up(archive.string() + " cannot be unpacked");
}

/// Where the instances of `set` lie; unpacked into `scratch` when they are an archive.
fs::path folder_of(const std::string& set, const fs::path& folder, const Scratch& scratch) {
  if (fs::is_directory(folder / set)) return folder / set;
  unpack(folder / (set + ".sm.tar.gz"), scratch.path());
  return scratch.path() / set;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char letter : line)
    if (letter == ',')
      cells.emplace_back();
    else if (letter != '\r')
      cells.back() += letter;
  return cells;
}

std::int64_t number(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) give_up("\"" + text + "\" is no whole number");
  return value;
}

/// The cases of `set` in the order of best_known.csv: set, file, lower bound, upper bound, …
std::vector<Case> load_cases(const std::string& set, const fs::path& folder, const fs::path& best_known) {
  std::vector<Case> cases;
  std::ifstream lines(best_known);
  for (std::string line; std::getline(lines, line);) {
    const auto cells = cells_of(line);
    if (cells.size() < 4 || cells[0] != set) continue;
    auto instance = rcpsp::read_psplib(read_file(folder / cells[1]), cells[1]);
    if (!instance) give_up(instance.error().subject + ": " + instance.error().message.en);
    cases.push_back({cells[1], static_cast<rcpsp::Time>(number(cells[2])), static_cast<rcpsp::Time>(number(cells[3])),
                     *std::move(instance)});
  }
  if (cases.empty()) give_up(best_known.string() + " names no instance of " + set);
  return cases;
}

double thread_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

Outcome solve_one(const Case& one, std::int64_t schedules) {
  Outcome outcome;
  const auto begin = thread_seconds();
  outcome.solution = rcpsp::solve(one.instance, {schedules, kSeed});
  outcome.seconds = thread_seconds() - begin;
  const auto& found = outcome.solution;
  for (const auto& fault : rcpsp::schedule_faults(one.instance, found.starts))
    outcome.faults.push_back(fault.en);
  if (found.starts.back() != found.makespan) outcome.faults.emplace_back("the last dummy is not at the makespan");
  if (found.makespan < one.lower)
    outcome.faults.emplace_back(fmt::format("{} is below the bound {}", found.makespan, one.lower));
  if (found.lower_bound > one.upper)
    outcome.faults.push_back(fmt::format("own bound {} is above the known {}", found.lower_bound, one.upper));
  if (found.schedules > schedules) outcome.faults.emplace_back("more schedules than allowed");
  return outcome;
}

/// Each thread takes the next case that is left; outcomes stand in the order of cases.
std::vector<Outcome> solve_all(const std::vector<Case>& cases, std::int64_t schedules) {
  std::vector<Outcome> outcomes(cases.size());
  std::atomic<std::size_t> next{0};
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < kThreads; ++thread)
    threads.emplace_back([&] {
      for (std::size_t i = next++; i < cases.size(); i = next++)
        outcomes[i] = solve_one(cases[i], schedules);
    });
  threads.clear();
  return outcomes;
}

/// Prints the line of one set and number of schedules; true when all of it holds.
bool judge(const std::string& set, const std::vector<Case>& cases, std::int64_t schedules) {
  const auto outcomes = solve_all(cases, schedules);
  double deviation = 0, above_known = 0, seconds = 0;
  std::int64_t made = 0, proved = 0, improved = 0;
  bool sound = true;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const auto& [solution, time, faults] = outcomes[i];
    const auto base = set == "j30" ? cases[i].upper : rcpsp::longest_paths(cases[i].instance).critical;
    deviation += 100.0 * (solution.makespan - base) / base;
    above_known += 100.0 * (solution.makespan - cases[i].upper) / cases[i].upper;
    seconds += time;
    made += solution.schedules;
    proved += solution.makespan == solution.lower_bound ? 1 : 0;
    improved += solution.makespan < cases[i].upper ? 1 : 0;
    for (const auto& fault : faults)
      fmt::print("{}: {}\n", cases[i].file, fault);
    sound = sound && faults.empty();
  }
  const auto count = static_cast<double>(cases.size());
  const auto promise = kPromised.find({set, schedules});
  const bool kept = promise == kPromised.end() || deviation / count <= promise->second;
  fmt::print("| {} | {} | {:.3f} % | {} | {:.3f} % | {} | {} | {:.0f} k/s |{}\n", set, schedules, deviation / count,
             promise == kPromised.end() ? std::string("") : fmt::format("≤ {} %", promise->second), above_known / count,
             proved, improved, static_cast<double>(made) / seconds / 1000, sound && kept ? "" : " BROKEN");
  std::fflush(stdout);
  return sound && kept;
}

}  // namespace

int main(int count, char** words) {
  const char* named = count > 1 ? words[1] : std::getenv("GUATU_PSPLIB");
  if (named == nullptr) {
    fmt::print("not measured: name the folder of PSPLIB's sets as the first argument or in GUATU_PSPLIB\n");
    return 0;
  }
  std::vector<std::int64_t> schedules;
  for (int i = 2; i < count; ++i)
    schedules.push_back(number(words[i]));
  if (schedules.empty()) schedules = kSchedules;
  const fs::path folder(named);
  const Scratch scratch;
  bool kept = true;
  fmt::print(
      "| set | schedules | mean distance | promised | above best known | proved | better than known | speed of a "
      "thread |\n");
  fmt::print("|---|---|---|---|---|---|---|---|\n");
  for (const std::string set : {"j30", "j60", "j120"}) {
    const auto cases = load_cases(set, folder_of(set, folder, scratch), folder / "best_known.csv");
    for (const auto many : schedules)
      kept = judge(set, cases, many) && kept;
  }
  return kept ? 0 : 1;
}
