#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <ctime>
#include <map>

#include "guatu/planning/order/dispatch.hpp"
#include "guatu/planning/order/made_up_campaign.hpp"
#include "guatu/planning/order/search.hpp"
#include "guatu/planning/order/validator.hpp"
#include "guatu/usecases/planning/side_by_side.hpp"

#include "bench/measure.hpp"

// How far an order of work is from the best possible, beside every simple rule, on campaigns "C-1" made up from seeds.
// bench_order_bench [PROJECTS [SEEDS [ITERATIONS]]]: loads 1.0, 1.3 and 1.6, seeds 1 to SEEDS; a fixed number of tries, so that
// the figures do not depend on what else the machine does. Then the trade-off between both dates on seed 1, and times.
namespace {

using namespace guatu;
using namespace guatu::planning::order;

struct Promise {
  double load, gap;
};
constexpr std::array kSmall{Promise{1.0, 5.5}, Promise{1.3, 9}, Promise{1.6, 10}};
constexpr std::array kLarge{Promise{1.0, 4}, Promise{1.3, 10}, Promise{1.6, 12}};
constexpr double kPointsOverDesk = 10, kPointsBehindAccepted = 0.5;

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Case {
  Problem problem;
  Windows windows;
  Bound bound;
  double bound_ms = 0;
};

Case make_case(std::uint32_t projects, double load, std::uint64_t seed) {
  Case made{*make_problem(make_campaign({.projects = projects, .load = load, .seed = seed})), {}, {}, 0};
  made.windows = make_windows(made.problem);
  made.bound_ms = bench::milliseconds([&] {
    made.bound = make_bound(made.problem, made.windows, made.windows.latest_first, made.problem.first_days, {},
                            usecases::side_by_side());
  });
  return made;
}

SearchResult plan_of(const Case& given, const Weights& weights, std::int64_t iterations) {
  auto found = search(given.problem, given.windows, given.bound,
                      {.weights = weights, .seed = 1, .iterations = iterations}, usecases::side_by_side());
  const auto verdict = validate(given.problem, found.plan);
  if (!verdict.faults.empty() || verdict.finished != found.finished ||
      std::abs(recompute_bound(given.problem, given.bound.prices.of, given.problem.first_days) - given.bound.value) >
          1e-5) {
    fmt::print("the validator refuses what the engine says\n");
    std::exit(1);
  }
  return found;
}

void print_row(double load, std::uint64_t seed, std::string_view rule, const Finished& finished,
               const std::string& rest = "") {
  fmt::print("| {:.1f} | {} | {} | {} | {} {}|\n", load, seed, rule, finished.first, finished.second, rest);
}

/// One load over all seeds; true when the promises hold.
bool measure_load(std::uint32_t projects, std::uint64_t seeds, std::int64_t iterations, const Promise& promise) {
  double gaps = 0, over_desk = 0, over_accepted = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const auto given = make_case(projects, promise.load, seed);
    std::map<Rule, Finished> by_rule;
    for (const auto rule : kRules) {
      by_rule[rule] = count_finished(given.problem, dispatch(given.problem, given.windows, rule));
      print_row(promise.load, seed, rule_name(rule), by_rule[rule], "| | | ");
    }
    const double before = cpu_seconds();
    const auto found = plan_of(given, {1, 0}, iterations);
    const double seconds = cpu_seconds() - before;
    const auto both = plan_of(given, {3, 1}, iterations);
    const double bound = std::floor(given.bound.value + 1e-6);
    const double gap = 100 * (bound - found.finished.first) / bound;
    print_row(promise.load, seed, "plan, first date alone", found.finished,
              fmt::format("| {:.0f} | {:.2f} % | {:.1f} ", bound, gap, seconds));
    print_row(promise.load, seed, "plan, both dates 3 : 1", both.finished, "| | | ");
    gaps += gap;
    over_desk += 100.0 * (both.finished.first - 1.0 * by_rule[Rule::FirstAtDesk].first) / projects;
    over_accepted += 100.0 * (both.finished.second - 1.0 * by_rule[Rule::FirstAccepted].second) / projects;
    std::fflush(stdout);
  }
  const auto count = static_cast<double>(seeds);
  const bool kept = gaps / count <= promise.gap && over_desk / count >= kPointsOverDesk &&
                    over_accepted / count >= -kPointsBehindAccepted;
  fmt::print(
      "\nload {:.1f}: gap {:.2f} % (promised {:.1f}), first date {:+.1f} points over the desks' own order, second date "
      "{:+.1f} over acceptance order: {}\n\n",
      promise.load, gaps / count, promise.gap, over_desk / count, over_accepted / count, kept ? "kept" : "NOT KEPT");
  return kept;
}

void print_curve(std::uint32_t projects, std::int64_t iterations) {
  fmt::print("| load | weights | by the first date | by the second |\n|---|---|---|---|\n");
  for (const double load : {1.0, 1.3, 1.6}) {
    const auto given = make_case(projects, load, 1);
    for (const auto& weights : {Weights{1, 0}, Weights{10, 1}, Weights{3, 1}, Weights{1, 1}, Weights{1, 3}}) {
      const auto found = plan_of(given, weights, iterations);
      fmt::print("| {:.1f} | {} : {} | {} | {} |\n", load, weights.first, weights.second, found.finished.first,
                 found.finished.second);
    }
  }
}

void print_times(std::uint32_t projects) {
  const auto given = make_case(projects, 1.3, 1);
  constexpr int kRuns = 5;
  fmt::print("\n");
  bench::print_head();
  bench::print_line(fmt::format("bound, {} projects", projects),
                    bench::repeat(kRuns,
                                  [&] {
                                    return make_bound(given.problem, given.windows, given.windows.latest_first,
                                                      given.problem.first_days, {}, usecases::side_by_side());
                                  }),
                    projects <= 300 ? 300 : 2000);
  bench::print_line(
      "first plan",
      bench::repeat(kRuns, [&] { return search(given.problem, given.windows, given.bound, {.iterations = 0}); }), 0);
  bench::print_line(
      "10,000 tries",
      bench::repeat(kRuns, [&] { return search(given.problem, given.windows, given.bound, {.iterations = 10'000}); }),
      0);
}

std::int64_t number_or(int count, char** words, int index, std::int64_t fallback) {
  if (index >= count) return fallback;
  std::int64_t number = fallback;
  std::from_chars(words[index], words[index] + std::strlen(words[index]), number);
  return number;
}

}  // namespace

int main(int count, char** words) {
  const auto projects = static_cast<std::uint32_t>(number_or(count, words, 1, 300));
  const auto seeds = static_cast<std::uint64_t>(number_or(count, words, 2, 3));
  const auto iterations = number_or(count, words, 3, projects <= 300 ? 2'000'000 : 6'000'000);
  fmt::print("{} projects, seeds 1 to {}, {} tries\n\n", projects, seeds, iterations);
  fmt::print(
      "| load | seed | rule | by the first date | by the second | bound | gap | seconds of a processor |\n"
      "|---|---|---|---|---|---|---|---|\n");
  bool kept = true;
  for (const auto& promise : projects <= 300 ? kSmall : kLarge)
    kept = measure_load(projects, seeds, iterations, promise) && kept;
  print_curve(projects, iterations / 4);
  print_times(projects);
  return kept ? 0 : 1;
}
