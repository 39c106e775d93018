#include "guatu/cli/command.hpp"
#include "guatu/cli/commands/dispute_lines.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/numbers_request.hpp"
#include "guatu/usecases/ledger/dispute_rows.hpp"

namespace guatu::cli {
namespace {

Bilingual subject_of(const json::DisputeRow& row, const campaign::Campaign& campaign) {
  const auto& key = row.dispute.key;
  const auto* kind = campaign.find_kind(key.kind);
  const auto field = ledger::disputed_field_words(key.field);
  const auto part = key.part.empty() ? std::string{} : " · " + key.part;
  const auto name = key.project.text() + " " + row.project_name + " · ";
  return {name + (kind == nullptr ? key.kind.text() : kind->name.zh) + part + " · " + field.zh,
          name + (kind == nullptr ? key.kind.text() : kind->name.en) + part + " · " + field.en};
}

Bilingual fate_of(const json::DisputeRow& row) {
  if (row.dispute.closed_on && !row.open)
    return {format_iso(*row.dispute.closed_on) + " 已一致", "agreed on " + format_iso(*row.dispute.closed_on)};
  const auto due = format_iso(row.dispute.due_on);
  return {due + (row.overdue ? " 前应核实，已逾期" : " 前核实"), "due " + due + (row.overdue ? ", overdue" : "")};
}

}  // namespace

void say_disputes(const Shell& shell, const campaign::Campaign& campaign, const std::vector<json::DisputeRow>& rows) {
  for (const auto& row : rows) {
    const auto& dispute = row.dispute;
    const auto subject = subject_of(row, campaign);
    const auto ours = ledger::disputed_value_words(dispute.key.field, dispute.ours);
    const auto theirs = ledger::disputed_value_words(dispute.key.field, dispute.theirs);
    const auto place = dispute.file + " " + dispute.sheet + "!" + dispute.cell;
    const auto fate = fate_of(row);
    const auto unit = dispute.owner.text();
    shell.say(
        Bilingual{"  " + subject.zh + "：台账“" + ours.zh + "”，平台“" + theirs.zh + "”" +
                      (dispute.suggestion ? "（台账未及时报送）" : "") + "；" + place + "；" + unit + " " + fate.zh,
                  "  " + subject.en + ": ledger \"" + ours.en + "\", platform \"" + theirs.en + "\"" +
                      (dispute.suggestion ? " (not reported yet)" : "") + "; " + place + "; " + unit + ", " + fate.en});
  }
}

namespace {

int run_disputes(const Shell& shell, const Arguments& arguments) {
  const auto as_of = arguments.find_day("--as-of");
  if (!as_of) return shell.fail(as_of.error());
  const auto store = shell.open_store();
  if (!store) return shell.fail(store.error());
  const auto known = usecases::load_newest(**store);
  if (!known) return shell.fail(known.error());
  usecases::DisputeFilter filter{as_of->value_or(shell.today()), arguments.has("--open"), std::nullopt};
  if (arguments.has("--unit")) {
    filter.unit = UnitCode{arguments.text("--unit")};
    if (known->campaign().find_unit(*filter.unit) == nullptr)
      return shell.fail(make_error(ErrorKind::NotFound, filter.unit->text(), "没有单位“" + filter.unit->text() + "”",
                                   "there is no unit \"" + filter.unit->text() + "\""));
  }
  const auto rows = usecases::list_disputes(known->ledger, filter);
  if (shell.json()) shell.document(json::encode_disputes(filter.as_of, rows));
  const auto count = std::to_string(rows.size());
  const auto day = format_iso(filter.as_of);
  shell.say(Bilingual{"截至 " + day + "，与平台不一致 " + count + " 处", count + " disputes as of " + day});
  say_disputes(shell, known->campaign(), rows);
  return kDone;
}

}  // namespace

Command disputes_command() {
  return {"disputes",
          {"列出台账与审批平台不一致之处", "where an approval platform says otherwise than the ledger"},
          {{"--open", "", {"只列尚未消除的", "only those that are open"}},
           {"--unit", "UNIT", {"只列该责任单位的", "only those of this unit"}},
           {"--as-of", "DAY", {"截至哪一天（缺省今天）", "on this day (default: today)"}}},
          {},
          run_disputes};
}

}  // namespace guatu::cli
