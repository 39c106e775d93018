#include "guatu/usecases/reporting/verify.hpp"

#include "bench/office.hpp"

// From 500 to 50,000 projects in one campaign: what a dekad costs. Nothing is promised in milliseconds; ten times as many
// projects may cost about ten times as much. bench_growth_bench [PROJECTS…], by default 500 and 5,000.
namespace {

using namespace guatu;
using bench::expect;
using bench::milliseconds;
using bench::require;

/// Milliseconds of each thing that is done with a dekad.
struct Costs {
  double import = 0, load = 0, figures = 0, publish = 0, verify = 0;
  std::int64_t bytes = 0;
};

Costs measure(int projects) {
  bench::Office office(projects);
  const auto dekad = office.campaign().first_dekad;
  Costs costs;
  costs.import = office.import_dekad(dekad);
  usecases::Known known;
  costs.load = milliseconds([&] { known = expect(usecases::load_newest(office.store())); });
  require(known.ledger.projects.size() * 10 >= static_cast<std::size_t>(projects) * 8, "too few projects came in");
  costs.figures = milliseconds([&] { expect(usecases::numbers_on_day(office.store(), known, dekad.last_day())); });
  costs.publish = milliseconds([&] { office.publish(dekad); });
  costs.verify = milliseconds([&] {
    const auto answer = expect(usecases::verify(office.store(), {}, {}));
    require(!answer.fault && answer.publications == 1, "the store does not verify");
  });
  costs.bytes = office.bytes();
  return costs;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<int> sizes;
  for (int i = 1; i < argc; ++i)
    sizes.push_back(std::atoi(argv[i]));
  if (sizes.empty()) sizes = {500, 5'000};
  fmt::print("| projects | import, 26 forms | load | figures, leagues | publish | verify | store |\n");
  fmt::print("|---|---|---|---|---|---|---|\n");
  for (const int projects : sizes) {
    const auto costs = measure(projects);
    fmt::print("| {} | {:.2f} s | {:.2f} s | {:.3f} s | {:.2f} s | {:.2f} s | {} MB |\n", projects,
               costs.import / 1'000, costs.load / 1'000, costs.figures / 1'000, costs.publish / 1'000,
               costs.verify / 1'000, costs.bytes / 1'000'000);
    std::fflush(stdout);
  }
  return 0;
}
