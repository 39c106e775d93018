#include "guatu/cli/command.hpp"
#include "guatu/cli/commands/dispute_lines.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/usecases/ledger/dispute_rows.hpp"
#include "guatu/usecases/ledger/match_export.hpp"

namespace guatu::cli {
namespace {

constexpr std::size_t kShown = 40;

std::string number(std::int64_t value) {
  return std::to_string(value);
}

/// Each list of disputes with what people need beside it.
struct Lists {
  std::vector<json::DisputeRow> opened, changed, closed;
};

Lists lists_of(const usecases::Known& known, const usecases::MatchAnswer& answer, Date as_of) {
  const auto rows = [&](const auto& disputes) { return usecases::dispute_rows(known.ledger, disputes, as_of); };
  return {rows(answer.comparison.opened), rows(answer.comparison.changed), rows(answer.comparison.closed)};
}

void say_summary(const Shell& shell, const usecases::MatchRequest& request, const usecases::MatchAnswer& answer) {
  const auto& comparison = answer.comparison;
  const auto day = format_iso(request.as_of);
  const auto unmatched = number(static_cast<std::int64_t>(comparison.unmatched.size()));
  const auto opened = number(static_cast<std::int64_t>(comparison.opened.size()));
  const auto changed = number(static_cast<std::int64_t>(comparison.changed.size()));
  const auto closed = number(static_cast<std::int64_t>(comparison.closed.size()));
  shell.say(Bilingual{request.name + "（" + answer.adapter.name.zh + "）与台账比对，截至 " + day + "：对上 " +
                          number(comparison.matched) + " 行，一致 " + number(comparison.agreeing) +
                          " 项；不一致：新增 " + opened + "，有变化 " + changed + "，已消除 " + closed + "，照旧 " +
                          number(comparison.unchanged) + "；没有对上的项目代码 " + unmatched + " 个，看不懂 " +
                          number(answer.read.refused) + " 行",
                      request.name + " (" + answer.adapter.name.en + ") against the ledger as of " + day + ": " +
                          number(comparison.matched) + " rows matched, " + number(comparison.agreeing) +
                          " procedures agree; disputes: " + opened + " new, " + changed + " changed, " + closed +
                          " closed, " + number(comparison.unchanged) + " as before; " + unmatched +
                          " project codes not matched, " + number(answer.read.refused) + " rows not understood"});
}

void say_list(const Shell& shell, const campaign::Campaign& campaign, const Bilingual& title,
              const std::vector<json::DisputeRow>& rows) {
  if (rows.empty()) return;
  shell.say(title);
  say_disputes(shell, campaign, rows);
}

void say_messages(const Shell& shell, const std::vector<intake::Message>& messages) {
  std::size_t shown = 0;
  for (const auto& message : messages) {
    if (message.severity == intake::Severity::Note || ++shown > kShown) continue;
    shell.say("  " + message.sheet + "!" + message.cell + " " + shell.pick(message.text) +
              shell.pick({"。处理：", "; "}) + shell.pick(message.remedy) + " (" + message.code + ")");
  }
  if (shown > kShown)
    shell.say(Bilingual{"  …另有 " + std::to_string(shown - kShown) + " 条，用 --json 查看全部",
                        "  … and " + std::to_string(shown - kShown) + " more; see --json"});
}

void say_unmatched(const Shell& shell, const std::vector<intake::UnmatchedCode>& unmatched) {
  if (unmatched.empty()) return;
  shell.say(Bilingual{"没有对上的项目代码（不是在库项目，或台账还没有代码）：",
                      "project codes that are not in the campaign, or not in the ledger yet:"});
  for (std::size_t i = 0; i < std::min(unmatched.size(), kShown); ++i)
    shell.say("  " + unmatched[i].code + "  " + unmatched[i].place.sheet + "!" + unmatched[i].place.cell);
  if (unmatched.size() > kShown)
    shell.say(Bilingual{"  …另有 " + std::to_string(unmatched.size() - kShown) + " 个，用 --json 查看全部",
                        "  … and " + std::to_string(unmatched.size() - kShown) + " more; see --json"});
}

void say_answer(const Shell& shell, const usecases::Known& known, const usecases::MatchRequest& request,
                const usecases::MatchAnswer& answer, const Lists& lists) {
  say_summary(shell, request, answer);
  say_list(shell, known.campaign(), {"新增：", "new:"}, lists.opened);
  say_list(shell, known.campaign(), {"有变化：", "changed:"}, lists.changed);
  say_list(shell, known.campaign(), {"已消除：", "closed:"}, lists.closed);
  say_messages(shell, answer.comparison.messages);
  say_unmatched(shell, answer.comparison.unmatched);
  if (request.dry_run) shell.say(Bilingual{"  试比对，未写入", "  dry run, nothing written"});
}

std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

Result<usecases::MatchRequest> request_from(const Shell& shell, const Arguments& arguments) {
  usecases::MatchRequest request;
  GUATU_TRY(const auto as_of, arguments.find_day("--as-of"));
  request.as_of = as_of.value_or(shell.today());
  request.dry_run = arguments.has("--dry-run");
  request.adapter_name = file_name(arguments.text("--adapter"));
  GUATU_TRY(request.adapter, shell.services().read_file(arguments.text("--adapter")));
  const auto& path = arguments.positionals().front();
  request.name = file_name(path);
  GUATU_TRY(request.bytes, shell.services().read_file(path));
  GUATU_TRY(request.workbook, shell.services().read_workbook(request.bytes, request.name));
  return request;
}

int run_match(const Shell& shell, const Arguments& arguments) {
  const auto request = request_from(shell, arguments);
  if (!request) return shell.fail(request.error());
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto answer = usecases::match_export(shell.session(**store), *request);
  if (!answer) return shell.fail(answer.error());
  const auto known = usecases::load_newest(**store);
  if (!known) return shell.fail(known.error());
  const auto lists = lists_of(*known, *answer, request->as_of);
  say_answer(shell, *known, *request, *answer, lists);
  if (shell.json())
    shell.document(json::encode_match({request->name, answer->adapter, answer->read, answer->comparison, lists.opened,
                                       lists.changed, lists.closed, request->as_of, answer->applied, answer->seq}));
  return answer->read.refused > 0 ? kRefused : kDone;
}

}  // namespace

Command match_command() {
  return {"match",
          {"与审批平台的导出表比对，不一致的列为待核实",
           "compare with an approval platform's export; differences become disputes"},
          {{"--adapter",
            "FILE",
            {"对接文件：平台的列和状态是什么意思", "what the platform's columns and words mean"},
            true},
           {"--as-of", "DAY", {"导出表截至哪一天（缺省今天）", "the day of the export (default: today)"}},
           {"--dry-run", "", {"只比对，不写入", "compare only, write nothing"}}},
          {{"FILE", {"平台导出的表", "the export"}, true, false}},
          run_match};
}

}  // namespace guatu::cli
