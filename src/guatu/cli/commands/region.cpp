#include <filesystem>

#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/text_table.hpp"
#include "guatu/json/region_codec.hpp"
#include "guatu/usecases/region/region_figures.hpp"

namespace guatu::cli {
namespace {

using usecases::RegionFigures;

/// A relative file of a registry lies beside the registry, wherever the command is called.
std::string store_beside(const std::string& registry_file, const std::string& store) {
  constexpr std::string_view kSqlite = "sqlite:";
  if (!store.starts_with(kSqlite)) return store;
  const std::filesystem::path path(store.substr(kSqlite.size()));
  if (path.is_absolute()) return store;
  return std::string(kSqlite) + (std::filesystem::path(registry_file).parent_path() / path).string();
}

std::string progress_of(const counting::RegionTarget& target) {
  return std::to_string(target.met) + "/" + std::to_string(target.cities);
}

std::vector<std::string> row(std::vector<std::string> first, const counting::ProjectFigures& projects,
                             const counting::ProcedureFigures& procedures) {
  for (const auto count : {projects.counted, projects.finished})
    first.push_back(std::to_string(count));
  first.push_back(projects.finished_rate.text());
  first.push_back(std::to_string(projects.meets));
  first.push_back(projects.meets_rate.text());
  first.push_back(procedures.strict.text());
  first.push_back(std::to_string(procedures.overdue));
  return first;
}

void say_table(const Shell& shell, const campaign::RegionRegistry& registry, const RegionFigures& figures) {
  std::vector<std::vector<std::string>> rows{
      {shell.pick({"市", "city"}), shell.pick({"通报", "bulletin"}), shell.pick({"项目", "projects"}),
       shell.pick({"办结", "finished"}), shell.pick({"办结率", "rate"}), shell.pick({"达标", "meeting"}),
       shell.pick({"达标率", "rate"}), shell.pick({"手续办结率", "procedures"}), shell.pick({"超时", "overdue"})}};
  for (const auto& [city, publication, numbers] : figures.cities)
    rows.push_back(row({shell.pick(city.name), format_dekad(publication.dekad)}, numbers.projects, numbers.procedures));
  rows.push_back(row({shell.pick({"合计", "total"}), ""}, figures.total.projects, figures.total.procedures));
  std::vector<ColumnSide> sides(rows.front().size(), ColumnSide::Right);
  sides[0] = sides[1] = ColumnSide::Left;
  shell.say(
      Bilingual{registry.name.zh + "：" + std::to_string(figures.cities.size()) + " 个市已通报的数据",
                registry.name.en + ": published figures of " + std::to_string(figures.cities.size()) + " cities"});
  for (const auto& line : text_table(rows, sides))
    shell.say(line);
  for (const auto& target : figures.total.targets)
    shell.say(Bilingual{target.name.zh + "：" + progress_of(target) + " 个市已实现",
                        target.name.en + ": reached by " + progress_of(target) + " cities"});
}

/// Figures of different dekads are added all the same; whoever reads the sum must know.
void say_mixed_dekads(const Shell& shell, const RegionFigures& figures) {
  for (const auto& city : figures.cities)
    if (city.publication.dekad != figures.cities.front().publication.dekad) {
      shell.say(Bilingual{"提醒：各市最近一期通报不是同一旬，合计仅供参考；同一旬请用 --dekad",
                          "note: the cities' newest bulletins are of different dekads; for one dekad use --dekad"});
      return;
    }
}

int run_figures(const Shell& shell, const Arguments& arguments) {
  const auto file = arguments.text("--registry");
  const auto dekad = arguments.find_dekad("--dekad");
  if (!dekad) return shell.fail(dekad.error());
  const auto text = shell.services().read_file(file);
  if (!text) return shell.fail(text.error());
  const auto registry = campaign::parse_region_registry(*text, file);
  if (!registry) return shell.fail(registry.error());
  const auto figures = usecases::region_figures(*registry, *dekad, [&](const campaign::RegionCity& city) {
    return shell.services().open_store(store_beside(file, city.store), OpenMode::Existing);
  });
  if (shell.json()) {
    json::RegionDocument document(*registry);
    for (const auto& [city, publication, numbers] : figures.cities)
      document.add_city(city, publication, numbers);
    for (const auto& [city, reason] : figures.missing)
      document.add_missing(city, reason);
    shell.document(document.finish(figures.total));
  }
  say_table(shell, *registry, figures);
  say_mixed_dekads(shell, figures);
  int code = kDone;
  for (const auto& [city, reason] : figures.missing)
    code = shell.fail_with(
        kRefused, {"未计入 " + city.name.zh + "：" + reason.zh, "not counted: " + city.name.en + ": " + reason.en});
  return code;
}

int run_region(const Shell& shell, const Arguments& arguments) {
  const auto& action = arguments.positionals().front();
  if (action == "figures") return run_figures(shell, arguments);
  return shell.fail(make_error(ErrorKind::WrongUsage, action, "不认识“" + action + "”，可用 figures",
                               "\"" + action + "\" is unknown; there is figures"));
}

}  // namespace

Command region_command() {
  return {"region",
          {"各市汇总（只用已通报的数据）：figures", "several cities together, from published figures only: figures"},
          {{"--registry",
            "FILE",
            {"各市名册（TOML：[region]，每市一段 [[city]] 写 code、name、store）",
             "the cities (TOML: [region], and one [[city]] each with code, name, store)"},
            true},
           {"--dekad", "DEKAD", {"旬（缺省：各市最近一期）", "dekad (default: each city's newest)"}}},
          {{"ACTION", {"figures", "figures"}}},
          run_region};
}

}  // namespace guatu::cli
