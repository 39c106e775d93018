#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "guatu/app/files.hpp"
#include "guatu/documents/render_papers.hpp"
#include "guatu/documents/xlsx/read_workbook.hpp"
#include "guatu/documents/xlsx/write_workbook.hpp"
#include "guatu/ports/system.hpp"
#include "guatu/reporting/form_model.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"
#include "guatu/usecases/ledger/import_forms.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"
#include "guatu/usecases/reporting/publish.hpp"
#include "guatu/usecases/sample/sample_files.hpp"

// 500 projects × 9: import of one dekad's forms ≤ 2 s; figures and leagues ≤ 20 ms after opening; bulletin ≤ 150 ms.
namespace {

using namespace guatu;

double milliseconds(const auto& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

template <typename T>
T expect(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().message.en.c_str());
    std::exit(2);
  }
  return *std::move(result);
}

bool report(const char* what, double measured, double promised) {
  std::printf("%-42s %8.1f ms (promised %.0f)\n", what, measured, promised);
  return measured <= promised;
}

}  // namespace

int main() {
  const std::string path = (std::filesystem::temp_directory_path() / "guatu-spine-bench.db").string();
  for (const char* ending : {"", "-wal", "-shm"})
    std::filesystem::remove(path + ending);
  if (const auto made = store::migrate_sqlite(path); !made) return 2;
  const auto store = expect(store::open_sqlite(path));
  ports::SystemClock clock;
  ports::SystemEntropy entropy;
  const usecases::Session session{*store, clock, entropy, "bench", {}};
  const auto files = expect(app::read_campaign_directory(std::string(GUATU_SOURCE_DIR) + "/campaigns/chifeng-2023"));
  const auto campaign = expect(usecases::record_campaign(session, files)).version.campaign;

  const auto simulation = usecases::simulate(campaign, 500, 1);
  const auto dekad = campaign.first_dekad;
  const auto known_then = usecases::known_by(simulation.truth, dekad.last_day());
  std::vector<std::pair<std::string, std::string>> forms;
  for (const auto& unit : campaign.units) {
    if (!unit.has(campaign::Capacity::District) && !unit.has(campaign::Capacity::Sponsor)) continue;
    forms.emplace_back(
        unit.code.text() + ".xlsx",
        expect(documents::write_workbook(reporting::table2_form({campaign, &known_then, unit.code, dekad}))));
  }
  const double import_time = milliseconds([&] {
    for (const auto& [name, bytes] : forms)
      expect(usecases::import_form(session, {name, bytes, documents::read_workbook(bytes, name)}, {}));
  });

  const auto day = dekad.last_day();
  usecases::Known known = expect(usecases::load_newest(*store));
  double numbers_time = 1e9;
  for (int i = 0; i < 5; ++i)
    numbers_time = std::min(numbers_time, milliseconds([&] { expect(usecases::numbers_on_day(*store, known, day)); }));
  const double load_time = milliseconds([&] { known = expect(usecases::load_newest(*store)); });
  const auto tally = usecases::tally_from_ledger(known.ledger, known.campaign(), day);
  const auto input = expect(usecases::bulletin_input(*store, known, tally, {dekad, day, 1, {}}));
  double papers_time = 1e9;
  for (int i = 0; i < 3; ++i) {
    papers_time = std::min(papers_time, milliseconds([&] { expect(documents::render_papers(input)); }));
  }
  for (const char* ending : {"", "-wal", "-shm"})
    std::filesystem::remove(path + ending);

  std::printf("%zu projects, %zu forms\n", known.ledger.projects.size(), forms.size());
  bool kept = report("import of one dekad's forms", import_time, 2000);
  kept = report("figures and leagues, store open and loaded", numbers_time, 20) && kept;
  kept = report("bulletin with its five workbooks", papers_time, 150) && kept;
  std::printf("%-42s %8.1f ms (no promise)\n", "loading the ledger", load_time);
  return kept ? 0 : 1;
}
