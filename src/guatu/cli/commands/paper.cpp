#include <algorithm>
#include <array>

#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/numbers_request.hpp"
#include "guatu/cli/paper_marks.hpp"
#include "guatu/cli/paper_output.hpp"
#include "guatu/usecases/reporting/office_papers.hpp"

namespace guatu::cli {
namespace {

using usecases::PaperKind;

struct KindWords {
  PaperKind kind;
  const char *english, *chinese;
};
constexpr std::array<KindWords, 6> kKinds{{{PaperKind::Reminder, "reminder", "提示函"},
                                           {PaperKind::Summons, "summons", "约谈通知"},
                                           {PaperKind::Agenda, "agenda", "会议议题单"},
                                           {PaperKind::ProjectPage, "project-page", "项目一页纸"},
                                           {PaperKind::Chase, "chase", "催报函"},
                                           {PaperKind::TaskMap, "task-map", "任务图"}}};

Result<PaperKind> kind_of(const std::string& word) {
  std::string zh;
  std::string en;
  for (const auto& known : kKinds) {
    if (word == known.english || word == known.chinese) return known.kind;
    zh += (zh.empty() ? "" : "、") + std::string(known.chinese) + "（" + known.english + "）";
    en += (en.empty() ? "" : ", ") + std::string(known.english);
  }
  return make_error(ErrorKind::WrongUsage, word, "没有“" + word + "”这种文书，可用：" + zh,
                    "there is no paper \"" + word + "\"; there are " + en);
}

Result<usecases::PaperRequest> request_of(const Arguments& arguments, Date as_of) {
  usecases::PaperRequest request;
  GUATU_TRY(request.kind, kind_of(arguments.positionals().front()));
  request.as_of = as_of;
  GUATU_TRY(request.dekad, arguments.find_dekad("--dekad"));
  if (request.dekad && !arguments.has("--as-of")) request.as_of = request.dekad->last_day();
  if (arguments.has("--unit")) request.unit = UnitCode{arguments.text("--unit")};
  if (arguments.has("--project")) request.project = ProjectId{arguments.text("--project")};
  GUATU_TRY(request.by, arguments.find_day("--by"));
  return request;
}

/// Every paper as .docx. Until it is said to be final it is marked as what is shown to whoever signs.
Result<std::vector<reporting::Paper>> render(const Shell& shell, const Arguments& arguments,
                                             const usecases::Known& known,
                                             const std::vector<reporting::NamedPaper>& papers) {
  GUATU_TRY(const auto marks, marks_of(arguments));
  std::vector<reporting::Paper> rendered;
  for (const auto& named : papers) {
    auto paper = named.paper;
    paper.marks = marks;
    if (!arguments.has("--final")) paper.draft_mark = "送审稿";
    const auto wanted = arguments.has("--template") ? arguments.text("--template") : named.template_name;
    GUATU_TRY(const auto bytes, find_template(shell, wanted, known.version->paper_templates));
    auto made = shell.services().render_paper(paper, bytes);
    if (!made) {
      auto error = std::move(made).error();
      error.subject = wanted;
      return error;
    }
    rendered.push_back({named.name + ".docx", std::move(*made)});
  }
  return rendered;
}

int run_paper(const Shell& shell, const Arguments& arguments) {
  const auto formats = formats_of(arguments, {"docx", "pdf"}, {"docx"});
  if (!formats) return shell.fail(formats.error());
  if (const auto kind = kind_of(arguments.positionals().front()); !kind) return shell.fail(kind.error());
  const auto asked = load_numbers_request(shell, arguments);
  if (!asked) return shell.fail(asked.error());
  const auto request = request_of(arguments, asked->as_of);
  if (!request) return shell.fail(request.error());
  const auto papers = usecases::office_papers(*asked->store, asked->known, *request, shell.services().read_workbook);
  if (!papers) return shell.fail(papers.error());
  const auto rendered = render(shell, arguments, asked->known, *papers);
  if (!rendered) return shell.fail(rendered.error());
  if (rendered->empty()) shell.say(Bilingual{"没有需要发文的单位", "there is nobody to write to"});
  const auto wanted = in_formats(shell, *rendered, *formats);
  if (!wanted) return shell.fail(wanted.error());
  return write_papers(shell, arguments, *wanted);
}

}  // namespace

Command paper_command() {
  return {
      "paper",
      {"提示函、约谈通知、会议议题单、项目一页纸、催报函、任务图", "letters, notices and pages beside the bulletin"},
      with_mark_options(
          {as_of_option(false),
           known_at_option(),
           {"--dekad",
            "DEKAD",
            {"旬（催报函；其他文书取该旬末日）", "dekad of a return; its last day for other papers"}},
           {"--unit", "UNIT", {"只写一个单位", "one unit alone"}},
           {"--project", "ID", {"项目编号（项目一页纸）", "project, for its page"}},
           {"--by", "DAY", {"要求反馈的日期", "day by which an answer is wanted"}},
           {"--out", "DIR", {"输出目录", "folder to write into"}, true},
           {"--template",
            "NAME",
            {"模板：.docx 文件，或 bulletin、brief、letter、plain、page",
             "a .docx file, or bulletin, brief, letter, plain, page"}},
           {"--final", "", {"不标“送审稿”", "without the mark of a draft"}},
           {"--format", "LIST", {"docx,pdf 中的若干（缺省：docx）", "some of docx,pdf (default: docx)"}}}),
      {{"KIND",
        {"提示函、约谈通知、会议议题单、项目一页纸、催报函、任务图",
         "reminder, summons, agenda, project-page, chase, task-map"}}},
      run_paper};
}

}  // namespace guatu::cli
