#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/json/command_codec.hpp"
#include "guatu/reporting/form_model.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

namespace guatu::cli {
namespace {

int run_template(const Shell& shell, const Arguments& arguments) {
  const auto dekad = arguments.find_dekad("--dekad");
  if (!dekad) return shell.fail(dekad.error());
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto known = usecases::load_newest(**store);
  if (!known) return shell.fail(known.error());
  reporting::FormRequest request{known->campaign(), &known->ledger, std::nullopt, *dekad};
  if (arguments.has("--unit")) {
    request.unit = UnitCode{arguments.text("--unit")};
    if (known->campaign().find_unit(*request.unit) == nullptr)
      return shell.fail(make_error(ErrorKind::NotFound, request.unit->text(),
                                   "没有单位代码“" + request.unit->text() + "”，代码见 units.toml",
                                   "there is no unit \"" + request.unit->text() + "\"; see units.toml for the codes"));
  }
  const auto model =
      arguments.text("--kind") == "table3" ? reporting::table3_form(request) : reporting::table2_form(request);
  const auto bytes = shell.services().render_workbook(model);
  if (!bytes) return shell.fail(bytes.error());
  const auto path = arguments.text("--out");
  if (const auto written = shell.services().write_file(path, *bytes); !written) return shell.fail(written.error());
  if (shell.json()) shell.document(json::encode_files({path}));
  shell.say(Bilingual{"表样已写入 " + path, "form written to " + path});
  return kDone;
}

}  // namespace

Command template_command() {
  return {"template",
          {"生成任务表（附件2）或重大事项清单（附件3）表样", "write the form of table 2 or table 3"},
          {{"--kind", "KIND", {"table2 或 table3", "table2 or table3"}, true, {"table2", "table3"}},
           {"--unit", "UNIT", {"预填该单位的项目", "prefill with this unit's projects"}},
           {"--dekad", "DEKAD", {"旬", "dekad"}},
           {"--out", "FILE", {"输出文件", "file to write"}, true}},
          {},
          run_template};
}

}  // namespace guatu::cli
