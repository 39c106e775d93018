#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/json/command_codec.hpp"
#include "guatu/usecases/campaign_versions.hpp"
#include "guatu/usecases/sample/sample_files.hpp"

namespace guatu::cli {
namespace {

constexpr std::int64_t kMostProjects = 100'000;
constexpr std::int64_t kMostMess = static_cast<std::int64_t>(usecases::mess::Level::Traps);

Result<campaign::Campaign> campaign_in(const Shell& shell, const std::string& directory) {
  GUATU_TRY(const auto files, shell.services().read_campaign_directory(directory));
  GUATU_TRY(auto loaded, campaign::parse_campaign(files));
  return std::move(loaded.campaign);
}

/// The campaign of --campaign, otherwise the store's, otherwise, with no store in sight, the shipped default.
Result<campaign::Campaign> campaign_for(const Shell& shell, const Arguments& arguments) {
  if (arguments.has("--campaign")) return campaign_in(shell, arguments.text("--campaign"));
  if (!shell.store_in_sight()) return campaign_in(shell, "");
  const auto store = shell.open_store();
  if (!store) return store.error();
  GUATU_TRY(const auto head, (*store)->find_head());
  GUATU_TRY(auto version, usecases::load_campaign(**store, head.seq));
  return std::move(version.campaign);
}

int run_sample(const Shell& shell, const Arguments& arguments) {
  const auto projects = arguments.find_number("--projects");
  if (!projects) return shell.fail(projects.error());
  const auto seed = arguments.find_number("--seed");
  if (!seed) return shell.fail(seed.error());
  if (**projects < 1 || **projects > kMostProjects)
    return shell.fail(make_error(ErrorKind::WrongUsage, "--projects", "--projects 应在 1 到 100000 之间",
                                 "--projects must be 1 to 100000"));
  const auto mess = arguments.has("--mess") ? arguments.find_number("--mess") : Result<std::optional<std::int64_t>>(0);
  if (!mess) return shell.fail(mess.error());
  if (**mess < 0 || **mess > kMostMess)
    return shell.fail(make_error(ErrorKind::WrongUsage, "--mess", "--mess 应在 0 到 3 之间", "--mess must be 0 to 3"));
  const auto campaign = campaign_for(shell, arguments);
  if (!campaign) return shell.fail(campaign.error());
  const auto folder = arguments.text("--out");
  int written = 0;
  const auto keep = [&](const std::string& path, const std::string& bytes) {
    shell.progress({"已生成 " + std::to_string(++written) + " 个文件", std::to_string(written) + " files written"});
    return shell.services().write_file(folder + "/" + path, bytes);
  };
  const auto seed_value = static_cast<std::uint64_t>(**seed);
  const auto simulation = usecases::simulate(*campaign, static_cast<int>(**projects), seed_value);
  const auto summary =
      usecases::write_sample(*campaign, simulation, seed_value, static_cast<usecases::mess::Level>(**mess),
                             {shell.services().render_workbook, shell.services().render_raw_workbook, keep});
  if (!summary) return shell.fail(summary.error());
  if (shell.json()) shell.document(json::encode_files({folder + "/truth.json"}));
  shell.say(Bilingual{"样例（虚构数据）：" + std::to_string(summary->projects) + " 个项目，" +
                          std::to_string(summary->workbooks) + " 份任务表，在 " + folder,
                      "sample (invented data): " + std::to_string(summary->projects) + " projects, " +
                          std::to_string(summary->workbooks) + " workbooks in " + folder});
  return kDone;
}

}  // namespace

Command sample_command() {
  return {
      "sample",
      {"生成虚构的样例任务表", "write an invented campaign's workbooks"},
      {{"--projects", "N", {"项目数", "number of projects"}, true},
       {"--seed", "S", {"随机种子，相同则结果相同", "seed; the same gives the same bytes"}, true},
       {"--out", "DIR", {"输出目录", "folder to write into"}, true},
       {"--mess",
        "LEVEL",
        {"填报的杂乱程度：0 表样（缺省），1 各种版式和表头，2 另加各种写法，3 另加有歧义的内容",
         "how messy: 0 the form (default), 1 other layouts and headers, 2 also every spelling, 3 also doubtful cells"}},
       {"--campaign",
        "DIR",
        {"攻坚行动目录（缺省：库中的；无库时为随程序提供的）",
         "campaign directory (default: the store's; without a store the shipped one)"}}},
      {},
      run_sample};
}

}  // namespace guatu::cli
