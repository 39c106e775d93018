#pragma once

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

/// An office that plays the whole shipped campaign on a store of its own.
namespace guatu::bench {

template <typename T>
T expect(Result<T> result) {
  if (result) return *std::move(result);
  fmt::print(stderr, "{}\n", result.error().message.en);
  std::exit(2);
}

inline void require(bool holds, const char* what) {
  if (holds) return;
  fmt::print(stderr, "not measured: {}\n", what);
  std::exit(2);
}

/// A store in a folder of its own, gone at the end.
class Office {
 public:
  explicit Office(int projects) : folder_(make_folder()), path_((folder_ / "guatu.db").string()) {
    require(store::migrate_sqlite(path_).has_value(), "no store can be made");
    store_ = expect(store::open_sqlite(path_));
    const auto files = expect(app::read_campaign_directory(std::string(GUATU_SOURCE_DIR) + "/campaigns/chifeng-2023"));
    campaign_ = expect(usecases::record_campaign(session(), files)).version.campaign;
    simulation_ = usecases::simulate(campaign_, projects, 1);
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
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] const campaign::Campaign& campaign() const { return campaign_; }
  [[nodiscard]] std::int64_t bytes() const { return static_cast<std::int64_t>(std::filesystem::file_size(path_)); }
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

}  // namespace guatu::bench
