#include "guatu/cli/command.hpp"
#include "guatu/cli/commands/annotated_output.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/intake/message_codes.hpp"
#include "guatu/json/import_codec.hpp"
#include "guatu/usecases/ledger/import_forms.hpp"

namespace guatu::cli {
namespace {

constexpr std::size_t kShownMessages = 40;

std::string severity_word(const Shell& shell, intake::Severity severity) {
  switch (severity) {
    case intake::Severity::Error:
      return shell.pick({"错误", "error"});
    case intake::Severity::Warning:
      return shell.pick({"提醒", "warning"});
    case intake::Severity::Note:
      return shell.pick({"说明", "note"});
  }
  return {};
}

void say_message(const Shell& shell, const intake::Message& message) {
  std::string line = "  " + severity_word(shell, message.severity) + " ";
  if (!message.sheet.empty()) line += message.sheet + (message.cell.empty() ? "" : "!" + message.cell) + " ";
  if (!message.column.empty()) line += "[" + message.column + "] ";
  if (!message.value.empty()) line += "“" + message.value + "” ";
  line += shell.pick(message.text);
  if (!shell.pick(message.remedy).empty()) line += shell.pick({"。处理：", "; "}) + shell.pick(message.remedy);
  shell.say(line + " (" + message.code + ")");
}

void say_table(const Shell& shell, const intake::ChangeSet& table) {
  const auto number = [](std::int64_t value) { return std::to_string(value); };
  const auto unit = table.unit ? table.unit->text() : "?";
  const auto dekad = table.dekad ? format_dekad(*table.dekad) : "?";
  shell.say(Bilingual{table.file + "（" + unit + " " + dekad + "）：" + number(table.rows) + " 行，新增 " +
                          number(table.created) + "，变更 " + number(table.changed) + "，未变 " +
                          number(table.unchanged) + "，未收 " + number(table.refused),
                      table.file + " (" + unit + " " + dekad + "): " + number(table.rows) + " rows, " +
                          number(table.created) + " new, " + number(table.changed) + " changed, " +
                          number(table.unchanged) + " unchanged, " + number(table.refused) + " refused"});
  std::size_t shown = 0;
  for (const auto severity : {intake::Severity::Error, intake::Severity::Warning, intake::Severity::Note}) {
    for (const auto& message : table.messages) {
      if (message.severity != severity) continue;
      if (++shown <= kShownMessages) say_message(shell, message);
    }
  }
  if (shown > kShownMessages)
    shell.say(
        Bilingual{"  …另有 " + number(static_cast<std::int64_t>(shown - kShownMessages)) + " 条，用 --json 查看全部",
                  "  … and " + number(static_cast<std::int64_t>(shown - kShownMessages)) + " more; see --json"});
}

Result<usecases::ImportRequest> request_from(const Arguments& arguments) {
  usecases::ImportRequest request;
  if (arguments.has("--unit")) request.unit = UnitCode{arguments.text("--unit")};
  GUATU_TRY(request.dekad, arguments.find_dekad("--dekad"));
  request.dry_run = arguments.has("--dry-run");
  if (arguments.text("--policy") == "good_rows") request.policy = usecases::ImportPolicy::GoodRows;
  request.reason = arguments.text("--reason");
  return request;
}

std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

/// Every file's bytes before the first is imported: a wrong path in the list leaves nothing half done.
Result<std::vector<std::string>> read_files(const Shell& shell, const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const auto& path : paths) {
    GUATU_TRY(auto bytes, shell.services().read_file(path));
    files.push_back(std::move(bytes));
  }
  return files;
}

/// One line a changed value: where it stands, what it was and is.
void say_changes(const Shell& shell, const intake::ChangeSet& table) {
  for (const auto& change : table.changes) {
    std::string subject = change.name;
    for (const auto& more : {change.label, change.part, change.field})
      if (!more.empty()) subject += " · " + more;
    const auto or_blank = [](const std::string& text) { return text.empty() ? std::string("∅") : text; };
    shell.say("  " + intake::cell_reference(change.place) + " " + subject + "：" + or_blank(change.before) + " → " +
              or_blank(change.after));
  }
}

void say_progress(const Shell& shell, std::size_t done, std::size_t total, const std::string& name) {
  const auto count = std::to_string(done) + "/" + std::to_string(total) + " " + name;
  shell.progress({"正在导入 " + count, "importing " + count});
}

void say_answer(const Shell& shell, const usecases::ImportAnswer& answer, bool dry_run, bool changes) {
  for (const auto& table : answer.tables) {
    say_table(shell, table);
    if (changes) say_changes(shell, table);
  }
  if (answer.applied) return;
  shell.say(dry_run ? Bilingual{"  试导入，未写入", "  dry run, nothing written"}
                    : Bilingual{"  未写入，请按上述提示改正后重新导入", "  nothing written; correct and import again"});
}

int run_import(const Shell& shell, const Arguments& arguments) {
  const auto request = request_from(arguments);
  if (!request) return shell.fail(request.error());
  const auto annotated = AnnotatedOutput::plan(arguments);
  if (!annotated) return shell.fail(annotated.error());
  auto files = read_files(shell, arguments.positionals());
  if (!files) return shell.fail(files.error());
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto session = shell.session(**store);
  usecases::ImportAnswer all;
  all.applied = true;
  for (std::size_t i = 0; i < files->size(); ++i) {
    const auto name = file_name(arguments.positionals()[i]);
    say_progress(shell, i + 1, files->size(), name);
    auto& bytes = (*files)[i];
    auto workbook = shell.services().read_workbook(bytes, name);
    const usecases::ImportFile file{name, std::move(bytes), std::move(workbook)};
    const auto answer = usecases::import_form(session, file, *request);
    if (!answer) return shell.fail(answer.error());
    all.refused = all.refused || answer->refused;
    all.applied = all.applied && answer->applied;
    all.seq = answer->seq;
    all.tables.insert(all.tables.end(), answer->tables.begin(), answer->tables.end());
    say_answer(shell, *answer, request->dry_run, arguments.has("--changes"));
    if (*annotated)
      if (const auto written = (*annotated)->write(shell, i, file, *answer); !written)
        return shell.fail(written.error());
  }
  if (shell.json())
    shell.document(json::encode_import(all.tables, all.applied, all.seq,
                                       arguments.has("--changes") ? json::Changes::Listed : json::Changes::Left));
  return all.refused ? kRefused : kDone;
}

}  // namespace

Command import_command() {
  return {"import",
          {"导入各单位报送的任务表", "import returned workbooks"},
          {{"--unit", "UNIT", {"填报单位代码（表头未写明时）", "unit of the return when its caption lacks it"}},
           {"--dekad", "DEKAD", {"旬，如 2022-12-D1", "dekad, like 2022-12-D1"}},
           {"--dry-run", "", {"只比对，不写入", "compare only, write nothing"}},
           {"--annotated",
            "OUT",
            {"把提示标注在原表上另存（多个文件时为文件夹）",
             "a copy with every message at its cell (a folder for several workbooks)"}},
           {"--changes", "", {"逐格列出变更", "list what changes, cell by cell"}},
           {"--policy",
            "POLICY",
            {"all_or_nothing 整表（缺省）或 good_rows 只收无误的行", "all_or_nothing (default) or good_rows"},
            false,
            {"all_or_nothing", "good_rows"}},
           {"--reason", "TEXT", {"锁定后导入的理由", "reason for importing into a locked dekad"}}},
          {{"FILE", {"任务表文件", "workbooks"}, true, true}},
          run_import};
}

}  // namespace guatu::cli
