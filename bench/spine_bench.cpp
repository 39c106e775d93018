#include <cstdlib>
#include <filesystem>
#include <unistd.h>

#include "guatu/app/files.hpp"
#include "guatu/documents/render_papers.hpp"
#include "guatu/documents/xlsx/read_workbook.hpp"
#include "guatu/documents/xlsx/write_workbook.hpp"
#include "guatu/json/bulletin_codec.hpp"
#include "guatu/ports/system.hpp"
#include "guatu/reporting/form_model.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"
#include "guatu/usecases/ledger/change_life.hpp"
#include "guatu/usecases/ledger/import_forms.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"
#include "guatu/usecases/reporting/dekad_steps.hpp"
#include "guatu/usecases/reporting/publish.hpp"
#include "guatu/usecases/sample/sample_files.hpp"

#include "bench/measure.hpp"

// 500 projects × 9: import of 25 forms ≤ 2 s; figures and leagues ≤ 20 ms after opening; bulletin ≤ 150 ms.
// The whole shipped campaign is played: each dekad's forms come in, the dekad is locked and published; what is timed at
// the end has all of that behind it.
namespace {

using namespace guatu;
using bench::milliseconds;

constexpr int kProjects = 500;
constexpr std::size_t kForms = 25;
constexpr int kRuns = 15;

template <typename T>
T expect(Result<T> result) {
  if (result) return *std::move(result);
  fmt::print(stderr, "{}\n", result.error().message.en);
  std::exit(2);
}

void require(bool holds, const char* what) {
  if (holds) return;
  fmt::print(stderr, "not measured: {}\n", what);
  std::exit(2);
}

/// A store in a folder of its own, gone at the end.
class Office {
 public:
  Office() : folder_(make_folder()), path_((folder_ / "guatu.db").string()) {
    require(store::migrate_sqlite(path_).has_value(), "no store can be made");
    store_ = expect(store::open_sqlite(path_));
    const auto files = expect(app::read_campaign_directory(std::string(GUATU_SOURCE_DIR) + "/campaigns/chifeng-2023"));
    campaign_ = expect(usecases::record_campaign(session(), files)).version.campaign;
    simulation_ = usecases::simulate(campaign_, kProjects, 1);
    for (const auto& unit : campaign_.units)
      if (unit.has(campaign::Capacity::District) || unit.has(campaign::Capacity::Sponsor)) units_.push_back(unit.code);
  }
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;
  ~Office() {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }

  usecases::Session session() { return {*store_, clock_, entropy_, "bench", {}}; }
  ports::Store& store() { return *store_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const campaign::Campaign& campaign() const { return campaign_; }
  [[nodiscard]] std::size_t forms() const { return units_.size(); }

  /// Milliseconds that the dekad's forms took, from their bytes to the last commit.
  double import_dekad(const Dekad& dekad) {
    const auto known_then = usecases::known_by(simulation_, dekad.last_day());
    std::vector<std::pair<std::string, std::string>> forms;
    for (const auto& unit : units_)
      forms.emplace_back(
          unit.text() + ".xlsx",
          expect(documents::write_workbook(reporting::table2_form({campaign_, &known_then, unit, dekad}))));
    return milliseconds([&] {
      for (const auto& [name, bytes] : forms) {
        const auto answer =
            expect(usecases::import_form(session(), {name, bytes, documents::read_workbook(bytes, name)}, {}));
        require(answer.applied && !answer.refused, "a form was refused");
      }
    });
  }

  /// What the office records by hand: projects that join, move, are renamed … in the dekad.
  void record_life_events(const Dekad& dekad) {
    for (const auto& [id, event] : simulation_.life_events) {
      if (event.on < dekad.first_day() || dekad.last_day() < event.on) continue;
      const auto& projects = simulation_.truth.projects;
      const auto project = std::ranges::find_if(projects, [&](const auto& each) { return each.record.id == id; });
      const auto answer = usecases::change_life(session(), {project->record.code, event});
      require(answer.has_value(), answer ? "" : answer.error().message.en.c_str());
    }
  }

  void publish(const Dekad& dekad) {
    expect(usecases::take_step(session(), {dekad, reporting::DekadStep::Lock, {}, false}));
    expect(usecases::publish(session(), {dekad, {}, false}, documents::render_papers));
  }

 private:
  static std::filesystem::path make_folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "guatu-bench-XXXXXX").string();
    require(mkdtemp(pattern.data()) != nullptr, "no temporary folder");
    return pattern;
  }

  std::filesystem::path folder_;
  std::string path_;
  std::unique_ptr<ports::Store> store_;
  ports::SystemClock clock_;
  ports::SystemEntropy entropy_;
  campaign::Campaign campaign_;
  usecases::Simulation simulation_;
  std::vector<UnitCode> units_;
};

}  // namespace

int main() {
  Office office;
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
