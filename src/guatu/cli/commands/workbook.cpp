#include <array>

#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/numbers_request.hpp"
#include "guatu/cli/paper_output.hpp"
#include "guatu/reporting/attachments.hpp"
#include "guatu/reporting/workbooks/workbooks.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"

namespace guatu::cli {
namespace {

using reporting::BulletinInput;
using reporting::Grouping;
using reporting::WorkbookModel;

struct KindWords {
  const char *english, *chinese;
  WorkbookModel (*make)(const BulletinInput& input);
};
constexpr std::array<KindWords, 8> kKinds{
    {{"tasks", "任务表", reporting::task_table},
     {"upper-list", "重大事项清单", reporting::upper_list},
     {"unfinished-by-cause", "未办结清单按卡点",
      [](const auto& input) { return unfinished_by(input, Grouping::Cause); }},
     {"unfinished-by-department", "未办结清单按部门",
      [](const auto& input) { return unfinished_by(input, Grouping::Department); }},
     {"unfinished-by-unit", "未办结清单按单位", [](const auto& input) { return unfinished_by(input, Grouping::Unit); }},
     {"calculation", "排名测算表", reporting::calculation_sheets},
     {"approvers", "审批部门办理情况表", reporting::approver_sheet},
     {"scores", "考核得分表", reporting::score_sheets}}};

Result<const KindWords*> kind_of(const std::string& word) {
  std::string zh;
  std::string en;
  for (const auto& known : kKinds) {
    if (word == known.english || word == known.chinese) return &known;
    zh += (zh.empty() ? "" : "、") + std::string(known.chinese) + "（" + known.english + "）";
    en += (en.empty() ? "" : ", ") + std::string(known.english);
  }
  return make_error(ErrorKind::WrongUsage, word, "没有“" + word + "”这种表，可用：" + zh,
                    "there is no workbook \"" + word + "\"; there are " + en);
}

Result<std::vector<reporting::Paper>> make(const Shell& shell, const NumbersRequest& asked, const KindWords& kind) {
  const auto& known = asked.known;
  const auto tally = usecases::tally_from_ledger(known.ledger, known.campaign(), asked.as_of);
  GUATU_TRY(const auto input,
            usecases::bulletin_input(*asked.store, known, tally, {dekad_of(asked.as_of), asked.as_of, 0, {}}));
  auto model = kind.make(input);
  reporting::add_stamp_places(model);
  GUATU_TRY(auto bytes, shell.services().render_workbook(model));
  return std::vector<reporting::Paper>{
      {std::string(kind.chinese) + " " + format_iso(asked.as_of) + ".xlsx", std::move(bytes)}};
}

int run_workbook(const Shell& shell, const Arguments& arguments) {
  const auto formats = formats_of(arguments, {"xlsx", "pdf"}, {"xlsx"});
  if (!formats) return shell.fail(formats.error());
  const auto kind = kind_of(arguments.positionals().front());
  if (!kind) return shell.fail(kind.error());
  const auto asked = load_numbers_request(shell, arguments);
  if (!asked) return shell.fail(asked.error());
  const auto papers = make(shell, *asked, **kind);
  if (!papers) return shell.fail(papers.error());
  const auto wanted = in_formats(shell, *papers, *formats);
  if (!wanted) return shell.fail(wanted.error());
  return write_papers(shell, arguments, *wanted);
}

}  // namespace

Command workbook_command() {
  return {"workbook",
          {"打印用表：任务表、清单、排名测算表、审批部门和考核表",
           "workbooks for print: lists, rankings, departments, scores"},
          {as_of_option(false),
           known_at_option(),
           {"--out", "DIR", {"输出目录", "folder to write into"}, true},
           {"--format", "LIST", {"xlsx,pdf 中的若干（缺省：xlsx）", "some of xlsx,pdf (default: xlsx)"}}},
          {{"KIND",
            {"任务表、重大事项清单、未办结清单按卡点、未办结清单按部门、未办结清单按单位、排名测算表、审批部门办理情况"
             "表、考核得分表",
             "tasks, upper-list, unfinished-by-cause, unfinished-by-department, unfinished-by-unit, calculation, "
             "approvers, "
             "scores"}}},
          run_workbook};
}

}  // namespace guatu::cli
