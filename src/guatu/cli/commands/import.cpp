#include "guatu/base/text.hpp"
#include "guatu/cli/command.hpp"
#include "guatu/cli/commands/annotated_output.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/import_words.hpp"
#include "guatu/intake/questions.hpp"
#include "guatu/json/import_codec.hpp"
#include "guatu/usecases/ledger/import_forms.hpp"

namespace guatu::cli {
namespace {

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

void say_progress(const Shell& shell, std::size_t done, std::size_t total, const std::string& name) {
  const auto count = std::to_string(done) + "/" + std::to_string(total) + " " + name;
  shell.progress({"正在导入 " + count, "importing " + count});
}

/// Given on the line, or as lines of a small file.
Result<intake::Answers> read_answers(const Shell& shell, const Arguments& arguments) {
  intake::Answers all;
  for (const auto& given : split_any(arguments.text("--answer"), "\n")) {
    std::string text = given;
    if (given.find('=') == std::string::npos) {
      GUATU_TRY(text, shell.services().read_file(given));
    }
    GUATU_TRY(const auto answers, intake::parse_answers(text));
    all.merge(answers);
  }
  return all;
}

Result<usecases::ImportRequest> request_from(const Shell& shell, const Arguments& arguments) {
  usecases::ImportRequest request;
  if (arguments.has("--unit")) request.unit = UnitCode{arguments.text("--unit")};
  GUATU_TRY(request.dekad, arguments.find_dekad("--dekad"));
  request.dry_run = arguments.has("--dry-run");
  if (arguments.text("--policy") == "good_rows") request.policy = usecases::ImportPolicy::GoodRows;
  request.reason = arguments.text("--reason");
  GUATU_TRY(request.answers, read_answers(shell, arguments));
  return request;
}

/// A file of answers to fill in, when there is anything to answer.
Result<void> write_questions(const Shell& shell, const std::string& path,
                             const std::vector<intake::ChangeSet>& tables) {
  if (path.empty()) return {};
  std::vector<intake::Message> messages;
  for (const auto& table : tables)
    messages.insert(messages.end(), table.messages.begin(), table.messages.end());
  return shell.services().write_file(path, intake::questions_text(messages));
}

/// The files before it are in the ledger, those from it on are not; the next try may name them all again.
Error stopped_at(Error error, const std::vector<std::string>& paths, std::size_t at, bool dry_run) {
  if (at == 0 || dry_run) return error;
  std::string done;
  for (std::size_t i = 0; i < at; ++i)
    done += (i == 0 ? "" : " ") + file_name(paths[i]);
  const auto left = std::to_string(paths.size() - at);
  error.reasons.push_back({"此前已处理并保存：" + done + "；其余 " + left + " 个文件没有导入，可全部重新导入，不会重复",
                           "done and saved before it: " + done + "; " + left +
                               " files were not imported; all may be imported again, nothing is taken twice"});
  return error;
}

int run_import(const Shell& shell, const Arguments& arguments) {
  const auto request = request_from(shell, arguments);
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
    if (!answer) return shell.fail(stopped_at(answer.error(), arguments.positionals(), i, request->dry_run));
    all.refused = all.refused || answer->refused;
    all.applied = all.applied && answer->applied;
    all.seq = answer->seq;
    all.tables.insert(all.tables.end(), answer->tables.begin(), answer->tables.end());
    say_import(shell, *answer, request->dry_run);
    if (arguments.has("--changes"))
      for (const auto& table : answer->tables)
        say_changes(shell, table);
    if (*annotated)
      if (const auto written = (*annotated)->write(shell, i, file, *answer); !written)
        return shell.fail(written.error());
  }
  if (const auto written = write_questions(shell, arguments.text("--questions"), all.tables); !written)
    return shell.fail(written.error());
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
           {"--answer",
            "ANSWER",
            {"对提问的答复，如 “项目:名称 = 同一项目”，或写有答复的文件；可多次",
             "an answer to a question, like \"project:NAME = same\", or a file of answers; several times"},
            false,
            {},
            true},
           {"--questions", "FILE", {"把需要答复的问题写入文件", "write the questions to be answered into a file"}},
           {"--reason", "TEXT", {"锁定后导入的理由", "reason for importing into a locked dekad"}}},
          {{"FILE", {"任务表文件", "workbooks"}, true, true}},
          run_import};
}

}  // namespace guatu::cli
