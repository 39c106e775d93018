#include "guatu/usecases/ledger/import_forms.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "guatu/intake/message_codes.hpp"
#include "guatu/ports/digest.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"
#include "guatu/usecases/until_written.hpp"

namespace guatu::usecases {
namespace {

using intake::ChangeSet;
using intake::Message;
using intake::Severity;

ChangeSet unreadable(const ImportFile& file) {
  ChangeSet table;
  table.file = file.name;
  table.refused = 1;
  const auto& error = file.workbook.error();
  Message message;
  message.severity = Severity::Error;
  message.code = error.subject;
  message.value = file.name;
  message.text = error.message;
  if (!error.reasons.empty()) message.remedy = error.reasons.front();
  table.messages.push_back(std::move(message));
  return table;
}

/// Whose return for which dekad; faults become messages of the table.
struct Addressed {
  std::optional<UnitCode> unit;
  std::optional<Dekad> dekad;
  std::vector<Message> messages;

  void say(std::string_view code, const intake::Place& place, const intake::MessageWords& words = {}) {
    messages.push_back(intake::make_message(code, place, words));
  }
};

void check_unit(Addressed& addressed, const intake::ReadForm& form, const ImportRequest& request,
                const campaign::Campaign& campaign) {
  const intake::Place whole{form.sheet, {}, {}, {}};
  if (request.unit && form.unit && *request.unit != *form.unit) {
    const auto* given = campaign.find_unit(*request.unit);
    addressed.say("unit_mismatch", form.unit_place,
                  {given == nullptr ? request.unit->text() : given->names.front().name.zh, {}, {}});
  }
  const auto* unit = addressed.unit ? campaign.find_unit(*addressed.unit) : nullptr;
  const auto named = [](const Message& message) {
    return message.code == "unknown_unit" && message.severity == Severity::Error;
  };
  if (unit != nullptr) {
    const bool responsible = unit->has(campaign::Capacity::District) || unit->has(campaign::Capacity::Sponsor);
    if (!responsible) addressed.say("unknown_unit:not_responsible", {form.sheet, {}, {}, unit->names.front().name.zh});
  } else if (addressed.unit) {
    addressed.say("unknown_unit", {form.sheet, {}, {}, addressed.unit->text()});
  } else if (std::ranges::none_of(form.messages, named)) {
    addressed.say("unknown_unit:none", whole);
  }
}

void check_dekad(Addressed& addressed, const intake::ReadForm& form, const ImportRequest& request, const Known& known) {
  const intake::Place whole{form.sheet, {}, {}, {}};
  if (request.dekad && form.dekad && *request.dekad != *form.dekad)
    addressed.say("dekad_mismatch", form.dekad_place, {format_dekad(*request.dekad), {}, {}});
  if (!addressed.dekad) return addressed.say("unknown_dekad", whole);
  const auto* record = known.find_dekad(*addressed.dekad);
  if (record == nullptr || record->state == reporting::DekadState::Open || !request.reason.empty()) return;
  const auto words = reporting::dekad_state_words(record->state);
  addressed.say("dekad_closed", {form.sheet, {}, {}, format_dekad(*addressed.dekad)},
                {dekad_name_zh(*addressed.dekad) + words.zh, format_dekad(*addressed.dekad) + " is " + words.en, {}});
}

Addressed address(const intake::ReadForm& form, const ImportRequest& request, const Known& known) {
  Addressed addressed{request.unit ? request.unit : form.unit, request.dekad ? request.dekad : form.dekad, {}};
  if (form.form == intake::FormKind::Unknown) return addressed;
  check_unit(addressed, form, request, known.campaign());
  check_dekad(addressed, form, request, known);
  return addressed;
}

bool earlier_dekad_published(const Known& known, const Dekad& dekad) {
  return std::ranges::any_of(known.publications, [&](const auto& publication) { return publication.dekad < dekad; });
}

ChangeSet decide(const intake::ReadForm& form, const ImportRequest& request, const Known& known,
                 const intake::Answers& answers, intake::ListedRows& listed) {
  const auto addressed = address(form, request, known);
  const bool addressable =
      addressed.unit && known.campaign().find_unit(*addressed.unit) != nullptr && addressed.dekad &&
      std::ranges::none_of(addressed.messages, [](const auto& m) { return m.severity == Severity::Error; });
  ChangeSet table;
  if (addressable && form.form != intake::FormKind::Unknown && !form.too_large) {
    table = intake::compare_with_ledger(
        form,
        {known.campaign(), known.ledger, *addressed.unit, *addressed.dekad, known.published_through(),
         earlier_dekad_published(known, *addressed.dekad), &answers},
        listed);
  } else {
    table.messages = form.messages;
    table.rows = table.refused = std::max<std::int64_t>(
        1, static_cast<std::int64_t>(form.projects.size() + form.upper_problems.size()) + form.refused_problems);
  }
  table.file = form.file;
  table.sheet = form.sheet;
  table.form = form.form;
  table.unit = addressed.unit;
  table.dekad = addressed.dekad;
  table.messages.insert(table.messages.begin(), addressed.messages.begin(), addressed.messages.end());
  return table;
}

/// What is known of how the unit writes, and what the request says now.
intake::Answers answers_of(const std::optional<UnitCode>& unit, const ImportRequest& request, const Known& known) {
  intake::Answers answers;
  if (const auto found = unit ? known.answers.find(*unit) : known.answers.end(); found != known.answers.end())
    answers = found->second;
  answers.merge(request.answers);
  return answers;
}

/// Read as it is written; where it is one unit's, once more with the answers to that unit's earlier questions.
std::vector<intake::ReadForm> read_answered(const ImportFile& file, const ImportRequest& request, const Known& known) {
  auto forms = intake::read_forms(*file.workbook, known.campaign(), {request.unit, request.dekad, &request.answers});
  std::set<UnitCode> units;
  for (const auto& form : forms)
    if (const auto& unit = request.unit ? request.unit : form.unit) units.insert(*unit);
  if (units.size() != 1) return forms;
  const auto answers = answers_of(*units.begin(), request, known);
  if (answers == request.answers) return forms;
  return intake::read_forms(*file.workbook, known.campaign(), {request.unit, request.dekad, &answers});
}

/// What the accepted tables of one file change.
struct Accepted {
  std::vector<ports::Record> records;
  std::map<std::string, json::StoredReturn> returns;  ///< Two tables of one unit are one return.
  std::set<Dekad> dekads;                             ///< Those that something is written into.
};

/// Everything that a table changes, as records. Empty when nothing changes.
void add_records(const ChangeSet& table, const ImportFile& file, Known& known, Accepted& accepted) {
  auto& records = accepted.records;
  const auto before = records.size();
  for (const auto& project : table.projects)
    records.push_back(
        {std::string(json::kProjectRecord), project.id.text(), json::encode_project(project, known.vault)});
  for (const auto& [project, event] : table.joins)
    records.push_back({std::string(json::kLifeRecord), project.text(), json::encode_life_event(event)});
  for (const auto& part : table.parts)
    records.push_back({std::string(json::kPartRecord), json::part_subject({part.project, part.kind, part.part}),
                       json::encode_part(part.facts, known.vault)});
  if (table.upper_problems)
    records.push_back({std::string(json::kUpperProblemsRecord), table.unit->text(),
                       json::encode_upper_problems(*table.upper_problems)});
  if (records.size() > before) accepted.dekads.insert(*table.dekad);
  if (table.form != intake::FormKind::Table2) return;
  json::StoredReturn stored{{*table.unit, *table.dekad, file.name, 0}, ports::sm3_hex(file.bytes)};
  const auto place = accepted.returns.emplace(json::return_subject(*table.unit, *table.dekad), std::move(stored)).first;
  place->second.received.rows += table.rows;
}

/// Answers that were given with the file or used in it, for the unit's next returns.
void add_answers(const ChangeSet& table, const ImportRequest& request, const Known& known, Accepted& accepted) {
  auto answers = answers_of(table.unit, request, known);
  answers.merge(table.settled);
  answers.cells.clear();
  const auto before = known.answers.find(*table.unit);
  const bool same = before == known.answers.end() ? answers.empty() : before->second == answers;
  if (!same)
    accepted.records.push_back({std::string(json::kAnswersRecord), table.unit->text(), json::encode_answers(answers)});
}

/// The returns that are new, and the dekads that they or other changes open.
Result<void> add_returns_and_dekads(Accepted& accepted, const Known& known, ports::Store& store) {
  for (const auto& [subject, stored] : accepted.returns) {
    GUATU_TRY(const auto before, store.load_history(std::string(json::kReturnRecord), known.head.seq, subject));
    auto body = json::encode_return(stored);
    if (!before.empty() && before.back().body == body) continue;
    accepted.records.push_back({std::string(json::kReturnRecord), subject, std::move(body)});
    accepted.dekads.insert(stored.received.dekad);
  }
  for (const auto& dekad : accepted.dekads) {
    if (known.find_dekad(dekad) != nullptr) continue;
    const auto opened = reporting::after_step(std::nullopt, dekad, reporting::DekadStep::Open);
    accepted.records.push_back({std::string(json::kDekadRecord), format_dekad(dekad), json::encode_dekad(opened)});
  }
  return {};
}

bool is_accepted(const ChangeSet& table, ImportPolicy policy) {
  if (!table.unit || !table.dekad || table.form == intake::FormKind::Unknown) return false;
  return policy == ImportPolicy::GoodRows ? table.rows > table.refused : !table.has_errors() && table.refused == 0;
}

Result<ImportAnswer> attempt(const Session& session, const ImportFile& file, const ImportRequest& request) {
  GUATU_TRY(auto known, load_newest(session));
  ImportAnswer answer;
  answer.seq = known.head.seq;
  bool any_accepted = false;
  Accepted accepted;
  intake::ListedRows listed;
  for (const auto& form : read_answered(file, request, known)) {
    const auto answers = answers_of(request.unit ? request.unit : form.unit, request, known);
    auto table = decide(form, request, known, answers, listed);
    answer.refused = answer.refused || table.refused > 0 || table.has_errors();
    if (is_accepted(table, request.policy)) {
      any_accepted = true;
      add_records(table, file, known, accepted);
      add_answers(table, request, known, accepted);
      intake::apply_changes(table, known.ledger);
    }
    answer.tables.push_back(std::move(table));
  }
  const bool whole = request.policy == ImportPolicy::GoodRows || !answer.refused;
  if (!whole || !any_accepted) return answer;
  GUATU_CHECK(add_returns_and_dekads(accepted, known, session.store));
  if (request.dry_run) return answer;
  answer.applied = true;
  if (accepted.records.empty()) return answer;
  auto commit = session.begin_commit(known.campaign(), "import", file.name, request.reason);
  commit.records = std::move(accepted.records);
  commit.personal = known.vault.take_new();
  commit.blobs.push_back({ports::sm3_hex(file.bytes), file.bytes});
  GUATU_TRY(const auto head, session.store.append(commit, known.head.seq));
  answer.seq = head.seq;
  return answer;
}

}  // namespace

Result<ImportAnswer> import_form(const Session& session, const ImportFile& file, const ImportRequest& request) {
  if (!file.workbook) {
    GUATU_TRY(const auto head, session.store.find_head());
    return ImportAnswer{{unreadable(file)}, false, true, head.seq};
  }
  return until_written(session.store, [&] { return attempt(session, file, request); });
}

}  // namespace guatu::usecases
