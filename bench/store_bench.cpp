#include <benchmark/benchmark.h>
#include <filesystem>
#include <stdexcept>
#include <unistd.h>

#include "guatu/ports/digest.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"

// Promises: the 5,000 newest records out of 60,000 in 10 ms; one commit of 5,000 records in 150 ms.
namespace {

using guatu::ports::Commit;
using guatu::ports::Store;

constexpr int kSubjects = 5'000;
constexpr int kRounds = 12;

Commit round_of(int number) {
  Commit commit;
  commit.recorded_at = 1'668'992'400 + number * 864'000;
  commit.actor = "cli:office";
  commit.action = "import";
  commit.source = "任务表.xlsx";
  for (int i = 0; i < kSubjects; ++i) {
    auto name = std::to_string(1'000'000 + i);
    commit.records.push_back({"part", "P" + name + "/land_use",
                              "{\"round\":" + std::to_string(number) + ",\"text\":\"" + std::string(400, 'x') + "\"}"});
  }
  return commit;
}

/// A store in a folder of its own, gone at the end.
class Journal {
 public:
  explicit Journal(int rounds) {
    auto pattern = (std::filesystem::temp_directory_path() / "guatu-bench-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = pattern;
    const auto path = (folder_ / "journal.db").string();
    if (!guatu::store::migrate_sqlite(path)) throw std::runtime_error("no store");
    store_ = std::move(guatu::store::open_sqlite(path)).value();
    for (int i = 0; i < rounds; ++i)
      static_cast<void>(store_->append(round_of(i), i).value());
  }
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  ~Journal() {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }
  Store* operator->() { return store_.get(); }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<Store> store_;
};

void load_newest(benchmark::State& state) {
  Journal journal(kRounds);
  for (auto _ : state) {
    const auto records = journal->load_newest("part", state.range(0));
    if (records.value().size() != kSubjects) state.SkipWithError("not every subject was found");
  }
}
BENCHMARK(load_newest)->ArgName("as_of_commit")->Arg(kRounds)->Arg(kRounds / 2)->Unit(benchmark::kMillisecond);

void append(benchmark::State& state) {
  Journal journal(0);
  int number = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const auto commit = round_of(number);
    state.ResumeTiming();
    const auto seq = journal->append(commit, number).value().seq;
    if (seq != ++number) state.SkipWithError("another number");
  }
}
BENCHMARK(append)->Iterations(kRounds)->Unit(benchmark::kMillisecond);

void append_one_record(benchmark::State& state) {
  Journal journal(1);
  auto commit = round_of(1);
  commit.records.resize(1);
  std::int64_t head = 1;
  for (auto _ : state)
    head = journal->append(commit, head).value().seq;
}
BENCHMARK(append_one_record)->Unit(benchmark::kMillisecond);

void verify_chain(benchmark::State& state) {
  Journal journal(kRounds);
  for (auto _ : state)
    if (journal->verify_chain().value()) state.SkipWithError("a fault");
}
BENCHMARK(verify_chain)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
