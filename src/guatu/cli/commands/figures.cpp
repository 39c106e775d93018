#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/numbers_request.hpp"
#include "guatu/json/figures_codec.hpp"
#include "guatu/reporting/headline.hpp"
#include "guatu/usecases/ledger/figures_on_day.hpp"

namespace guatu::cli {
namespace {

void say_kinds(const Shell& shell, const counting::Figures& figures) {
  for (const auto& kind : figures.by_kind) {
    const auto& counts = kind.counts;
    const auto number = [&](ProcedureState state) { return std::to_string(counts.of(state)); };
    shell.say(Bilingual{"  " + kind.name.zh + "：应办 " + std::to_string(counts.applicable()) + "，办结 " +
                            number(ProcedureState::Finished) + "（" + counts.strict.text() + "），已上报 " +
                            number(ProcedureState::HandedUp) + "，在办 " + number(ProcedureState::InReview) +
                            "，不涉及 " + number(ProcedureState::NotApplicable),
                        "  " + kind.name.en + ": applicable " + std::to_string(counts.applicable()) + ", finished " +
                            number(ProcedureState::Finished) + " (" + counts.strict.text() + "), handed up " +
                            number(ProcedureState::HandedUp) + ", in review " + number(ProcedureState::InReview) +
                            ", not applicable " + number(ProcedureState::NotApplicable)});
  }
}

int run_figures(const Shell& shell, const Arguments& arguments) {
  const auto request = load_numbers_request(shell, arguments);
  if (!request) return shell.fail(request.error());
  const auto& campaign = request->known.campaign();
  const auto numbers = usecases::numbers_on_day(*request->store, request->known, request->as_of);
  if (!numbers) return shell.fail(numbers.error());
  if (shell.json()) {
    shell.document(json::encode_figures(
        {campaign.id, campaign.version, request->as_of, request->known_at, request->known.head.seq}, campaign.policy,
        numbers->figures, numbers->carried));
    return kDone;
  }
  for (const auto& line : reporting::headline(campaign, numbers->figures, request->as_of))
    shell.say(line);
  say_kinds(shell, numbers->figures);
  for (const auto& fault : numbers->figures.faults)
    shell.say(shell.pick({"  缺漏 ", "  fault "}) + fault.project.text() + " " + fault.name + "：" +
              shell.pick(fault.text));
  return kDone;
}

}  // namespace

Command figures_command() {
  return {"figures",
          {"截至某日的办结情况", "the figures of a day"},
          {as_of_option(true), known_at_option()},
          {},
          run_figures};
}

}  // namespace guatu::cli
