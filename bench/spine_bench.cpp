#include "bench/office.hpp"

// 500 projects × 9: import of 25 forms ≤ 2 s; figures and leagues ≤ 20 ms after opening; bulletin ≤ 150 ms.
// The whole shipped campaign is played: each dekad's forms come in, the dekad is locked and published; what is timed at
// the end has all of that behind it.
namespace {

using namespace guatu;
using bench::expect;
using bench::require;

constexpr int kProjects = 500;
constexpr std::size_t kForms = 25;
constexpr int kRuns = 15;

}  // namespace

int main() {
  bench::Office office(kProjects);
  const Dekad last = dekad_of(Date::of(2023, 2, 10));
  std::vector<double> imports;
  for (auto dekad = office.campaign().first_dekad; dekad < last; dekad = dekad.next()) {
    office.record_life_events(dekad);
    imports.push_back(office.import_dekad(dekad));
    office.publish(dekad);
  }
  office.record_life_events(last);
  imports.push_back(office.import_dekad(last));
  require(office.forms() >= kForms, "there are fewer than 25 forms");

  const auto day = last.last_day();
  auto opening = expect(store::open_sqlite(office.path()));
  usecases::Known known = expect(usecases::load_newest(*opening));
  require(known.ledger.projects.size() == kProjects, "not every project was imported");
  const auto load = bench::repeat(kRuns, [&] { known = expect(usecases::load_newest(*opening)); });
  const auto numbers = bench::repeat(kRuns, [&] { expect(usecases::numbers_on_day(*opening, known, day)); });
  const auto bulletin = bench::repeat(kRuns, [&] {
    const auto tally = usecases::tally_from_ledger(known.ledger, known.campaign(), day);
    const auto input = expect(usecases::bulletin_input(*opening, known, tally, {last, day, 1, {}}));
    auto papers = expect(documents::render_papers(input));
    papers.push_back({"bulletin.json", json::encode_bulletin(input)});
    require(papers.size() == 7, "a paper is missing");
  });

  fmt::print("{} projects, {} forms a dekad, {} dekads published\n\n", kProjects, office.forms(), imports.size() - 1);
  bench::print_head();
  bool kept = bench::print_line(fmt::format("import of a dekad's {} forms", office.forms()), imports, 2000);
  kept = bench::print_line("figures and leagues, store open", numbers, 20) && kept;
  kept = bench::print_line("bulletin, all seven papers", bulletin, 150) && kept;
  bench::print_line("opening: loading the ledger of the campaign", load, 0);
  return kept ? 0 : 1;
}
