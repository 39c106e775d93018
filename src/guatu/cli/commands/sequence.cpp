#include <chrono>

#include "guatu/cli/campaign_words.hpp"
#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/numbers_request.hpp"
#include "guatu/usecases/planning/sequence_on_day.hpp"
#include "guatu/usecases/planning/side_by_side.hpp"

namespace guatu::cli {
namespace {

std::string count(std::int64_t number) {
  return std::to_string(number);
}

void say_sequence(const Shell& shell, const campaign::Campaign& campaign, const json::SequenceDocument& document) {
  const auto first = format_iso(document.first.date), second = format_iso(document.second.date);
  const auto bound = count(document.first.bound.value_or(0));
  shell.say(Bilingual{"到 " + first + " 可办结 " + count(document.first.finished) + " 个项目，任何次序都不超过 " +
                          bound + " 个（差距 " + document.first.gap + "）；到 " + second + " 可办结 " +
                          count(document.second.finished) + " 个。按每个部门的办理席位数推算，仅供参考。",
                      "by " + first + " " + count(document.first.finished) +
                          " projects can be finished, by no order more than " + bound + " (gap " + document.first.gap +
                          "); by " + second + " " + count(document.second.finished) +
                          ". Advice only, from assumed numbers of desks."});
  for (const auto& baseline : document.baselines)
    shell.say("  " + shell.pick({baseline.name, baseline.name_en}) + "  " + count(baseline.first) + " / " +
              count(baseline.second));
  const auto unit = [&](const std::string& code) {
    return shell.pick(unit_words(campaign, code, document.first.date));
  };
  for (const auto& one : document.hopeless) {
    const auto kind = kind_words(campaign, one.kind);
    shell.say(Bilingual{"预计难以按期办结：" + one.project + "，卡在" + kind.zh,
                        "cannot be reached: " + one.project + ", because of " + kind.en});
  }
  for (const auto& order : document.order) {
    shell.say("\n" + unit(order.unit) + (order.district.empty() ? "" : " · " + unit(order.district)));
    std::size_t place = 0;
    for (const auto& item : order.items)
      shell.say("  " + std::to_string(++place) + ". " + item.project + " " +
                shell.pick(kind_words(campaign, item.kind)) + (item.part.empty() ? "" : " " + item.part) + "  " +
                (item.start ? format_iso(*item.start) + "–" + format_iso(*item.finish) : std::string("–")) + "  " +
                shell.pick({item.reason, item.reason_en}));
  }
}

int run_sequence(const Shell& shell, const Arguments& arguments) {
  usecases::SequenceWish wish;
  const auto iterations = arguments.find_number("--iterations");
  if (!iterations) return shell.fail(iterations.error());
  const auto seconds = arguments.find_number("--seconds");
  if (!seconds) return shell.fail(seconds.error());
  const auto seed = arguments.find_number("--seed");
  if (!seed) return shell.fail(seed.error());
  const auto request = load_numbers_request(shell, arguments);
  if (!request) return shell.fail(request.error());
  wish.as_of = request->as_of;
  wish.iterations = iterations->value_or(wish.iterations);
  wish.seconds = seconds->value_or(wish.seconds);
  wish.seed = static_cast<std::uint64_t>(seed->value_or(1));

  const auto until =
      std::chrono::steady_clock::now() + std::chrono::seconds(std::min<std::int64_t>(wish.seconds, 86'400));
  const auto document = usecases::sequence_on_day(
      request->known.ledger, request->known.campaign(), wish, usecases::side_by_side(),
      [&](const planning::order::Progress& progress) {
        shell.progress({"已试 " + count(progress.iterations) + " 次，目前可办结 " + count(progress.best.first) + " 个",
                        count(progress.iterations) + " tries, " + count(progress.best.first) + " projects so far"});
        return std::chrono::steady_clock::now() < until;
      });
  if (!document) return shell.fail(document.error());
  if (shell.json()) shell.document(json::encode_sequence(*document));
  say_sequence(shell, request->known.campaign(), *document);
  return kDone;
}

}  // namespace

Command sequence_command() {
  return {
      "sequence",
      {"办理次序：先办哪件，能按期办结的项目最多",
       "order of work: which case first, so that most projects are finished in time"},
      {as_of_option(true),
       known_at_option(),
       {"--iterations", "N", {"尝试次数（缺省 200000）", "tries (default 200000)"}},
       {"--seconds", "S", {"最多用多少秒（缺省 30）", "at most so many seconds (default 30)"}},
       {"--seed", "N", {"随机种子（缺省 1），相同则结果相同", "seed (default 1); the same seed gives the same order"}}},
      {},
      run_sequence};
}

}  // namespace guatu::cli
