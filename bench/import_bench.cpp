#include <cstdlib>
#include <filesystem>
#include <set>
#include <unistd.h>

#include "guatu/app/files.hpp"
#include "guatu/documents/xlsx/read_workbook.hpp"
#include "guatu/documents/xlsx/write_workbook.hpp"
#include "guatu/ports/system.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"
#include "guatu/usecases/campaign_versions.hpp"
#include "guatu/usecases/ledger/import_forms.hpp"

#include "bench/measure.hpp"

// One return of 10,000 projects × 9 read, compared and committed ≤ 5 s; the same again ≤ 2 s. Of 5,000 projects with 100
// faulty ones, good_rows refuses exactly those, or the program ends.
namespace {

using namespace guatu;
using bench::milliseconds;

constexpr int kRuns = 3;
constexpr int kProjects = 10'000;
constexpr int kMixed = 5'000;
constexpr int kFaulty = 100;

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

void write_row(reporting::SheetModel& sheet, std::uint32_t row, const std::vector<std::string>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (!texts[i].empty()) sheet.cells.push_back({row, static_cast<std::uint16_t>(i), texts[i]});
}

std::string project_name(int number) {
  return fmt::format("虚构{:05}号工程", number);
}

bool is_faulty(int number, int faulty) {
  return faulty > 0 && number % (kMixed / faulty) == 7;
}

/// The two-sheet form of one unit; every `kMixed / faulty`th project has a state that nobody knows.
std::string workbook(const campaign::Campaign& campaign, int projects, int faulty) {
  reporting::WorkbookModel model;
  model.sheets.resize(2);
  auto& tasks = model.sheets[0];
  auto& lines = model.sheets[1];
  tasks.name = "任务表";
  lines.name = "手续明细";
  write_row(tasks, 0, {"填报单位：红山区", "", "旬别：2022年12月上旬"});
  write_row(tasks, 1, {"序号", "项目名称", "责任单位", "总投资（亿元）"});
  write_row(lines, 0,
            {"序号", "项目名称", "审批事项", "审批层级", "状态", "计划办结时间", "申报时间", "受理时间", "办结时间",
             "批复文号"});
  std::uint32_t line = 0;
  for (int i = 0; i < projects; ++i) {
    const auto serial = std::to_string(i + 1);
    write_row(tasks, static_cast<std::uint32_t>(i) + 2, {serial, project_name(i), "红山区", "1.5"});
    for (const auto& kind : campaign.kinds) {
      const auto step = (i + static_cast<int>(line)) % 3;
      const auto* state = step == 0 ? "办结" : step == 1 ? "已受理在办" : "未启动";
      const bool wrong = is_faulty(i, faulty) && kind.code == campaign.kinds[4].code;
      write_row(lines, ++line,
                {serial, project_name(i), kind.name.zh, "市级", wrong ? "写错了" : state, "2023.1.20",
                 step < 2 ? "2022.11.5" : "", step < 2 ? "2022.11.10" : "", step == 0 ? "2022.12.1" : "",
                 step == 0 ? fmt::format("赤发改〔2022〕{}号", line) : ""});
    }
  }
  return expect(documents::write_workbook(model));
}

/// A store in a folder of its own, gone at the end.
class Office {
 public:
  Office() {
    auto pattern = (std::filesystem::temp_directory_path() / "guatu-bench-XXXXXX").string();
    require(mkdtemp(pattern.data()) != nullptr, "no temporary folder");
    folder_ = pattern;
    const auto path = (folder_ / "guatu.db").string();
    require(store::migrate_sqlite(path).has_value(), "no store can be made");
    store_ = expect(store::open_sqlite(path));
    const auto files = expect(app::read_campaign_directory(std::string(GUATU_SOURCE_DIR) + "/campaigns/chifeng-2023"));
    campaign_ = expect(usecases::record_campaign(session(), files)).version.campaign;
  }
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;
  ~Office() {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }

  [[nodiscard]] const campaign::Campaign& campaign() const { return campaign_; }

  /// From the bytes to the synced commit.
  usecases::ImportAnswer import(const std::string& bytes, usecases::ImportPolicy policy) {
    usecases::ImportRequest request;
    request.policy = policy;
    return expect(
        usecases::import_form(session(), {"f.xlsx", bytes, documents::read_workbook(bytes, "f.xlsx")}, request));
  }

 private:
  usecases::Session session() { return {*store_, clock_, entropy_, "bench", {}}; }

  std::filesystem::path folder_;
  std::unique_ptr<ports::Store> store_;
  ports::SystemClock clock_;
  ports::SystemEntropy entropy_;
  campaign::Campaign campaign_;
};

/// The rows of 任务表 that the messages of errors lead to, by the serial that stands in their line.
void require_exactly_the_faulty(const usecases::ImportAnswer& answer) {
  std::set<std::string> named;
  for (const auto& message : answer.tables.front().messages)
    if (message.severity == intake::Severity::Error) named.insert(message.cell);
  std::set<std::string> planted;
  for (int i = 0; i < kMixed; ++i)
    if (is_faulty(i, kFaulty)) planted.insert("E" + std::to_string(i * 9 + 6));
  require(planted.size() == kFaulty && named == planted, "good_rows names other cells than the faulty ones");
  require(answer.tables.front().refused == kFaulty, "good_rows refuses other projects than the faulty ones");
  require(answer.tables.front().created == kMixed - kFaulty, "good_rows leaves sound projects out");
}

}  // namespace

int main() {
  const auto bytes = workbook(Office().campaign(), kProjects, 0);
  const auto mixed = workbook(Office().campaign(), kMixed, kFaulty);
  std::vector<double> first;
  std::vector<double> again;
  std::vector<double> good;
  for (int run = 0; run < kRuns; ++run) {
    Office office;
    first.push_back(milliseconds([&] {
      const auto answer = office.import(bytes, usecases::ImportPolicy::AllOrNothing);
      require(answer.applied && answer.tables.front().created == kProjects, "not every project was taken");
    }));
    again.push_back(milliseconds([&] {
      const auto answer = office.import(bytes, usecases::ImportPolicy::AllOrNothing);
      require(answer.tables.front().unchanged == kProjects, "the same return changes something");
    }));
    Office other;
    good.push_back(
        milliseconds([&] { require_exactly_the_faulty(other.import(mixed, usecases::ImportPolicy::GoodRows)); }));
  }
  bench::print_head();
  bool kept = bench::print_line(fmt::format("{} projects × 9: read, compared, committed", kProjects), first, 5000);
  kept = bench::print_line("the same return again", again, 2000) && kept;
  bench::print_line(fmt::format("good_rows: {} projects × 9, exactly {} refused", kMixed, kFaulty), good, 0);
  return kept ? 0 : 1;
}
