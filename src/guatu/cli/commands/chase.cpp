#include "guatu/usecases/reporting/chase.hpp"

#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/json/chase_codec.hpp"

namespace guatu::cli {
namespace {

int run_chase(const Shell& shell, const Arguments& arguments) {
  const auto dekad = arguments.find_dekad("--dekad");
  if (!dekad) return shell.fail(dekad.error());
  const auto by = arguments.find_day("--by");
  if (!by) return shell.fail(by.error());
  const auto only = arguments.has("--unit") ? std::optional(UnitCode{arguments.text("--unit")}) : std::nullopt;
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto known = usecases::load_newest(**store);
  if (!known) return shell.fail(known.error());
  const auto letters = usecases::chase_letters(**store, *known, **dekad, only, shell.services().read_workbook);
  if (!letters) return shell.fail(letters.error());
  std::vector<std::string> texts;
  for (const auto& letter : *letters)
    texts.push_back(reporting::chase_text(letter, known->campaign(), *by));
  if (shell.json()) shell.document(json::encode_chase(**dekad, *letters, texts));
  for (const auto& text : texts)
    shell.say(text);
  if (letters->empty()) shell.say(Bilingual{"没有需要催报的单位", "there is nobody to chase"});
  return kDone;
}

}  // namespace

Command chase_command() {
  return {"chase",
          {"催报：谁没有报，还缺什么，在哪一格", "texts for units: returns missing, cells still open"},
          {{"--dekad", "DEKAD", {"旬，如 2022-12-D1", "dekad, like 2022-12-D1"}, true},
           {"--unit", "UNIT", {"只看一个单位", "one unit alone"}},
           {"--by", "DAY", {"要求报送的日期（缺省：立即）", "day by which the answer is wanted (default: at once)"}}},
          {},
          run_chase};
}

}  // namespace guatu::cli
