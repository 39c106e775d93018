#include "guatu/usecases/ledger/import_forms.hpp"

#include <algorithm>

#include "guatu/ports/digest.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

namespace guatu::usecases {
namespace {

constexpr int kAttempts = 8;

using intake::ChangeSet;
using intake::Message;
using intake::Severity;

Message file_message(Severity severity, std::string code, std::string value, Bilingual text, Bilingual remedy) {
  Message message;
  message.severity = severity;
  message.code = std::move(code);
  message.value = std::move(value);
  message.text = std::move(text);
  message.remedy = std::move(remedy);
  return message;
}

ChangeSet unreadable(const ImportFile& file) {
  ChangeSet table;
  table.file = file.name;
  table.refused = 1;
  const auto& error = file.workbook.error();
  table.messages.push_back(file_message(Severity::Error, error.subject, file.name, error.message,
                                        error.reasons.empty() ? Bilingual{} : error.reasons.front()));
  return table;
}

/// Whose return for which dekad; faults become messages of the table.
struct Addressed {
  std::optional<UnitCode> unit;
  std::optional<Dekad> dekad;
  std::vector<Message> messages;
};

Addressed address(const intake::ReadForm& form, const ImportRequest& request, const campaign::Campaign& campaign) {
  Addressed addressed{request.unit ? request.unit : form.unit, request.dekad ? request.dekad : form.dekad, {}};
  if (request.unit && form.unit && *request.unit != *form.unit) {
    addressed.messages.push_back(file_message(
        Severity::Error, "unit_mismatch", form.unit->text(),
        {"表头填报单位与指定单位不一致", "the caption names another unit than the one given"},
        {"核对文件是否放错，或改正填报单位", "check that this is the right file, or correct the caption"}));
  }
  if (request.dekad && form.dekad && *request.dekad != *form.dekad) {
    addressed.messages.push_back(
        file_message(Severity::Warning, "dekad_mismatch", format_dekad(*form.dekad),
                     {"表头旬别与指定旬不一致，按指定旬办理", "the caption names another dekad; the one given counts"},
                     {"如有误请改正旬别后重报", "correct the caption if that was not meant"}));
  }
  const auto* unit = addressed.unit ? campaign.find_unit(*addressed.unit) : nullptr;
  if (unit == nullptr || !(unit->has(campaign::Capacity::District) || unit->has(campaign::Capacity::Sponsor))) {
    addressed.messages.push_back(file_message(
        Severity::Error, "unknown_unit", addressed.unit ? addressed.unit->text() : "",
        {"不知道是哪个责任单位的任务表", "the responsible unit of this return is not known"},
        {"在表头“填报单位”处写明单位名称，或用 --unit 指定", "name the unit in the caption 填报单位, or give --unit"}));
  }
  if (!addressed.dekad) {
    addressed.messages.push_back(file_message(
        Severity::Error, "unknown_dekad", "", {"不知道是哪一旬的任务表", "the dekad of this return is not known"},
        {"在表头“旬别”处写明，或用 --dekad 指定", "name the dekad in the caption 旬别, or give --dekad"}));
  }
  return addressed;
}

bool earlier_dekad_published(const Known& known, const Dekad& dekad) {
  return std::ranges::any_of(known.publications, [&](const auto& publication) { return publication.dekad < dekad; });
}

ChangeSet decide(const intake::ReadForm& form, const ImportRequest& request, const Known& known) {
  const auto addressed = address(form, request, known.campaign());
  const bool addressable =
      std::ranges::none_of(addressed.messages, [](const auto& m) { return m.severity == Severity::Error; });
  ChangeSet table;
  if (addressable && form.form != intake::FormKind::Unknown) {
    table = intake::compare_with_ledger(
        form, {known.campaign(), known.ledger, *addressed.unit, *addressed.dekad, known.published_through(),
               earlier_dekad_published(known, *addressed.dekad)});
  } else {
    table.messages = form.messages;
    table.rows = table.refused =
        std::max<std::int64_t>(1, static_cast<std::int64_t>(form.projects.size() + form.upper_problems.size()));
  }
  table.file = form.file;
  table.sheet = form.sheet;
  table.form = form.form;
  table.unit = addressed.unit;
  table.dekad = addressed.dekad;
  for (auto message : addressed.messages) {
    message.sheet = form.sheet;
    table.messages.insert(table.messages.begin(), std::move(message));
  }
  return table;
}

/// The dekad's record when it has to be opened by this return; an error when it is closed and nobody says why to write.
Result<std::optional<reporting::DekadRecord>> opening(const Known& known, const Dekad& dekad,
                                                      const ImportRequest& request) {
  const auto* record = known.find_dekad(dekad);
  if (record == nullptr) return std::optional(reporting::after_step(std::nullopt, dekad, reporting::DekadStep::Open));
  if (record->state != reporting::DekadState::Open && request.reason.empty()) {
    const auto words = reporting::dekad_state_words(record->state);
    return make_error(ErrorKind::Refused, format_dekad(dekad),
                      dekad_name_zh(dekad) + words.zh + "，导入须用 --reason 写明理由",
                      "dekad " + format_dekad(dekad) + " is " + words.en + "; importing needs a --reason");
  }
  return std::optional<reporting::DekadRecord>{};
}

/// Everything that a table changes, as records. Empty when nothing changes.
Result<void> add_records(const ChangeSet& table, const ImportFile& file, const ImportRequest& request, Known& known,
                         ports::Commit& commit, ports::Store& store) {
  GUATU_TRY(const auto open, opening(known, *table.dekad, request));
  const auto first = commit.records.size();
  for (const auto& project : table.projects)
    commit.records.push_back(
        {std::string(json::kProjectRecord), project.id.text(), json::encode_project(project, known.vault)});
  for (const auto& [project, event] : table.joins)
    commit.records.push_back({std::string(json::kLifeRecord), project.text(), json::encode_life_event(event)});
  for (const auto& part : table.parts)
    commit.records.push_back({std::string(json::kPartRecord), json::part_subject({part.project, part.kind, part.part}),
                              json::encode_part(part.facts, known.vault)});
  if (table.upper_problems)
    commit.records.push_back({std::string(json::kUpperProblemsRecord), table.unit->text(),
                              json::encode_upper_problems(*table.upper_problems)});
  if (table.form == intake::FormKind::Table2) {
    const json::StoredReturn stored{{*table.unit, *table.dekad, file.name, table.rows}, ports::sm3_hex(file.bytes)};
    const auto subject = json::return_subject(*table.unit, *table.dekad);
    const auto body = json::encode_return(stored);
    GUATU_TRY(const auto before, store.load_history(std::string(json::kReturnRecord), known.head.seq, subject));
    if (before.empty() || before.back().body != body)
      commit.records.push_back({std::string(json::kReturnRecord), subject, body});
  }
  if (commit.records.size() > first && open)
    commit.records.push_back({std::string(json::kDekadRecord), format_dekad(open->dekad), json::encode_dekad(*open)});
  return {};
}

bool accepted(const ChangeSet& table, ImportPolicy policy) {
  if (!table.unit || !table.dekad || table.form == intake::FormKind::Unknown) return false;
  return policy == ImportPolicy::GoodRows ? table.rows > table.refused : !table.has_errors() && table.refused == 0;
}

Result<ImportAnswer> attempt(const Session& session, const ImportFile& file, const ImportRequest& request) {
  GUATU_TRY(auto known, load_newest(session.store, &session.entropy));
  ImportAnswer answer;
  answer.seq = known.head.seq;
  auto commit = session.begin_commit(known.campaign(), "import", file.name, request.reason);
  bool any_accepted = false;
  for (const auto& form : intake::read_forms(*file.workbook, known.campaign(), {request.unit, request.dekad})) {
    auto table = decide(form, request, known);
    answer.refused = answer.refused || table.refused > 0 || table.has_errors();
    if (accepted(table, request.policy)) {
      any_accepted = true;
      GUATU_CHECK(add_records(table, file, request, known, commit, session.store));
    }
    answer.tables.push_back(std::move(table));
  }
  const bool whole = request.policy == ImportPolicy::GoodRows || !answer.refused;
  if (request.dry_run || !whole || !any_accepted) return answer;
  answer.applied = true;
  if (commit.records.empty()) return answer;
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
  for (int i = 1;; ++i) {
    auto answer = attempt(session, file, request);
    // Somebody else wrote in between: what is new and what is unchanged has to be decided again.
    if (answer || answer.error().kind != ErrorKind::Conflict || i == kAttempts) return answer;
  }
}

}  // namespace guatu::usecases
