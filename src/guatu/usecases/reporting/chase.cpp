#include "guatu/usecases/reporting/chase.hpp"

#include <algorithm>
#include <map>

#include "guatu/intake/change_set.hpp"
#include "guatu/intake/message_codes.hpp"
#include "guatu/ledger/state_on_day.hpp"

namespace guatu::usecases {
namespace {

using intake::Message;
using reporting::ChaseLetter;
using reporting::ChaseProcedures;

Error unknown_unit(const UnitCode& unit) {
  return make_error(ErrorKind::NotFound, unit.text(),
                    "没有代码为 " + unit.text() + " 的单位，代码见攻坚行动的 units.toml",
                    "no unit has the code " + unit.text() + "; codes are in the campaign's units.toml");
}

/// The returns of the dekad by unit.
Result<std::map<UnitCode, json::StoredReturn>> load_returns(ports::Store& store, const Known& known,
                                                            const Dekad& dekad) {
  std::map<UnitCode, json::StoredReturn> returns;
  GUATU_TRY(const auto records, store.load_newest(std::string(json::kReturnRecord), known.head.seq));
  for (const auto& record : records) {
    GUATU_TRY(auto stored, json::decode_return(record.body));
    if (stored.received.dekad == dekad) returns.emplace(stored.received.unit, std::move(stored));
  }
  return returns;
}

void add_messages(ChaseLetter& letter, const std::vector<Message>& messages) {
  for (const auto& message : messages) {
    if (message.code == "row_missing") {
      letter.missing_projects.push_back(message.value);
    } else if (message.severity != intake::Severity::Note) {
      const auto place = message.sheet + (message.cell.empty() ? "" : "!" + message.cell);
      letter.corrections.push_back({place, message.value, message.text, message.remedy});
    }
  }
}

/// What the unit's stored workbook leaves open, seen from the ledger of now.
void compare_again(ChaseLetter& letter, const intake::Workbook& workbook, const Known& known) {
  const auto found = known.answers.find(letter.unit);
  const intake::Answers answers = found == known.answers.end() ? intake::Answers{} : found->second;
  intake::ListedRows listed;
  const intake::ChangeContext context{known.campaign(),          known.ledger, letter.unit, letter.dekad,
                                      known.published_through(), false,        &answers};
  for (const auto& form : intake::read_forms(workbook, known.campaign(), {letter.unit, letter.dekad, &answers})) {
    if (form.unit && *form.unit != letter.unit) continue;
    const bool tasks = form.form == intake::FormKind::Table2 && !form.too_large;
    add_messages(letter, tasks ? compare_with_ledger(form, context, listed).messages : form.messages);
  }
}

void add_procedures(ChaseLetter& letter, const ledger::ProjectHistory& project, const campaign::Campaign& campaign) {
  const auto day = letter.dekad.last_day();
  ChaseProcedures unknown{project.name_on(day), {}};
  ChaseProcedures without_number{project.name_on(day), {}};
  for (const auto* kind : campaign.kinds_on(day)) {
    bool named = false;
    for (const auto& part : project.parts) {
      if (part.kind != kind->code) continue;
      named = true;
      const auto name = kind->name.zh + (part.part.empty() ? "" : "（" + part.part + "）");
      const auto state = ledger::state_on_day(part.facts, day, campaign.policy.completion);
      if (state == ProcedureState::Unknown) unknown.kinds.push_back(name);
      const bool numbered = !part.facts.document_number.empty() || part.facts.has_paper;
      if (state == ProcedureState::Finished && !numbered) without_number.kinds.push_back(name);
    }
    if (!named) unknown.kinds.push_back(kind->name.zh);
  }
  if (!unknown.kinds.empty()) letter.unknown.push_back(std::move(unknown));
  if (!without_number.kinds.empty()) letter.without_number.push_back(std::move(without_number));
}

}  // namespace

Result<std::vector<ChaseLetter>> chase_letters(ports::Store& store, const Known& known, const Dekad& dekad,
                                               const std::optional<UnitCode>& only, const ReadStoredReturn& read) {
  const auto& campaign = known.campaign();
  if (only && campaign.find_unit(*only) == nullptr) return unknown_unit(*only);
  GUATU_TRY(const auto returns, load_returns(store, known, dekad));
  std::vector<ChaseLetter> letters;
  for (const auto& unit : campaign.units) {
    if (only && unit.code != *only) continue;
    std::vector<const ledger::ProjectHistory*> projects;
    for (const auto& project : known.ledger.projects)
      if (project.in_campaign_on(dekad.last_day()) && project.responsible_on(dekad.last_day()) == unit.code)
        projects.push_back(&project);
    if (projects.empty()) continue;
    ChaseLetter letter;
    letter.unit = unit.code;
    letter.dekad = dekad;
    if (const auto found = returns.find(unit.code); found != returns.end()) {
      letter.reported = true;
      letter.file = found->second.received.file;
      GUATU_TRY(const auto bytes, store.load_blob(found->second.workbook));
      GUATU_TRY(const auto workbook, read(bytes, letter.file));
      compare_again(letter, workbook, known);
      for (const auto* project : projects)
        add_procedures(letter, *project, campaign);
    }
    if (!letter.is_empty()) letters.push_back(std::move(letter));
  }
  return letters;
}

}  // namespace guatu::usecases
