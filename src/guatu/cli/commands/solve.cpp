#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/text_table.hpp"
#include "guatu/json/solve_codec.hpp"
#include "guatu/planning/rcpsp/psplib.hpp"

namespace guatu::cli {
namespace {

namespace rcpsp = planning::rcpsp;

constexpr std::int64_t kDefaultSeed = 1;
constexpr std::int64_t kDummies = 2;

std::string text(std::int64_t number) {
  return std::to_string(number);
}

Result<rcpsp::SolveRequest> request_from(const Arguments& arguments) {
  GUATU_TRY(const auto schedules, arguments.find_number("--schedules"));
  GUATU_TRY(const auto seed, arguments.find_number("--seed"));
  rcpsp::SolveRequest request;
  request.schedules = schedules.value_or(rcpsp::kDefaultSchedules);
  request.seed = static_cast<std::uint64_t>(seed.value_or(kDefaultSeed));
  if (request.schedules < 1 || request.schedules > rcpsp::kMostSchedules)
    return make_error(
        ErrorKind::WrongUsage, "--schedules",
        "--schedules 应在 1 到 " + text(rcpsp::kMostSchedules) + " 之间，写的是 " + text(request.schedules),
        "--schedules has to lie within 1 and " + text(rcpsp::kMostSchedules) + ", not " + text(request.schedules));
  return request;
}

void say_schedule(const Shell& shell, const rcpsp::Instance& instance, const json::SolveDocument& document) {
  const auto& found = document.solution;
  const bool proved = found.makespan == found.lower_bound;
  shell.say(Bilingual{document.file + "：" + text(document.activities) + " 道工序，总工期 " + text(found.makespan) +
                          "，不可能短于 " + text(found.lower_bound) + (proved ? "（已证明为最短）" : "") +
                          "；生成排程 " + text(found.schedules) + " 个，种子 " + text(document.seed),
                      document.file + ": " + text(document.activities) + " activities, makespan " +
                          text(found.makespan) + ", lower bound " + text(found.lower_bound) +
                          (proved ? " (proved to be the shortest)" : "") + "; " + text(found.schedules) +
                          " schedules made, seed " + text(document.seed)});
  std::vector<std::vector<std::string>> rows{
      {shell.pick({"工序", "activity"}), shell.pick({"开工", "start"}), shell.pick({"完工", "finish"})}};
  for (rcpsp::Activity activity = 0; activity < instance.size(); ++activity)
    rows.push_back(
        {text(activity + 1), text(found.starts[activity]), text(found.starts[activity] + instance.duration(activity))});
  for (const auto& line : text_table(rows, {ColumnSide::Right, ColumnSide::Right, ColumnSide::Right}))
    shell.say(line);
}

int run_solve(const Shell& shell, const Arguments& arguments) {
  const auto request = request_from(arguments);
  if (!request) return shell.fail(request.error());
  const auto& path = arguments.positionals().front();
  const auto bytes = shell.services().read_file(path);
  if (!bytes) return shell.fail(bytes.error());
  const auto name = path.substr(path.find_last_of('/') + 1);
  const auto instance = rcpsp::read_psplib(*bytes, name);
  if (!instance) return shell.fail(instance.error());
  const json::SolveDocument document{name, instance->size() - kDummies, rcpsp::solve(*instance, *request),
                                     static_cast<std::int64_t>(request->seed)};
  say_schedule(shell, *instance, document);
  if (shell.json()) shell.document(json::encode_solve(document));
  return kDone;
}

}  // namespace

Command solve_command() {
  return {"solve",
          {"求解一个 PSPLIB 单模式（.sm）资源受限排程算例", "solves one PSPLIB single-mode (.sm) scheduling instance"},
          {{"--schedules", "N", {"最多生成的排程个数（缺省 5000）", "schedules to make at most (default 5000)"}},
           {"--seed", "N", {"随机种子（缺省 1）；同种子同结果", "seed (default 1); same seed, same answer"}}},
          {{"FILE", {"算例文件", "file of the instance"}}},
          run_solve};
}

}  // namespace guatu::cli
