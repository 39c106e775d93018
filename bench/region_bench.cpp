#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "guatu/store/sqlite/backup.hpp"
#include "guatu/usecases/region/region_figures.hpp"

#include "bench/office.hpp"

// 300 cities × 500 projects, from what they have published: ≤ 300 ms, every store opened anew.
namespace {

using namespace guatu;
using bench::expect;
using bench::require;

constexpr int kProjects = 500;
constexpr int kCities = 300;
constexpr int kRuns = 15;

/// No two cities share a ledger: the copy's bulletin rests on a head of its own. Nobody walks its chain here.
void make_own(const std::string& path, int number) {
  soci::session session(soci::sqlite3, "db=" + path);
  session << "update records set body = replace(body, '\"head_digest\":\"', '\"head_digest\":\"" << number
          << "-') where type = 'publication'";
}

}  // namespace

int main() {
  bench::Office office(kProjects);
  const auto dekad = office.campaign().first_dekad;
  office.record_life_events(dekad);
  static_cast<void>(office.import_dekad(dekad));
  office.publish(dekad);

  const auto model = (office.folder() / "model.db").string();
  expect(store::back_up_sqlite(office.path(), model));
  campaign::RegionRegistry registry;
  for (int i = 0; i < kCities; ++i) {
    const auto path = (office.folder() / ("city-" + std::to_string(i) + ".db")).string();
    std::filesystem::copy_file(model, path);
    make_own(path, i);
    registry.cities.push_back({std::to_string(i), {"市", "city"}, path});
  }
  const auto open = [](const campaign::RegionCity& city) { return store::open_sqlite(city.store); };
  std::int64_t counted = 0;
  const auto times = bench::repeat(kRuns, [&] {
    const auto figures = usecases::region_figures(registry, dekad, open);
    require(figures.missing.empty() && figures.cities.size() == kCities, "a city is missing");
    counted = figures.total.projects.counted;
  });
  fmt::print("{} cities, {} projects counted, each store {} kB\n\n", kCities, counted,
             std::filesystem::file_size(model) / 1024);
  bench::print_head();
  return bench::print_line("region figures, 300 stores opened", times, 300) ? 0 : 1;
}
