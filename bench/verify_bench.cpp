#include "guatu/usecases/reporting/verify.hpp"

#include "bench/office.hpp"

// verify of 12 dekads × 25 units × 500 projects ≤ 5 s: every digest, and the figures of every bulletin recomputed.
int main() {
  using namespace guatu;
  using bench::expect;
  using bench::require;
  constexpr int kProjects = 500;
  constexpr std::int64_t kDekads = 12;
  bench::Office office(kProjects);
  require(office.forms() >= 25, "there are fewer than 25 units");
  auto dekad = office.campaign().first_dekad;
  for (std::int64_t i = 0; i < kDekads; ++i, dekad = dekad.next()) {
    office.record_life_events(dekad);
    office.import_dekad(dekad);
    office.publish(dekad);
  }
  const auto times = bench::repeat(5, [&] {
    const auto answer = expect(usecases::verify(office.store(), {}, {}));
    require(!answer.fault && answer.publications == kDekads, "the store does not verify");
  });
  bench::print_head();
  return bench::print_line("verify, 12 dekads × 25 units × 500 projects", times, 5'000) ? 0 : 1;
}
