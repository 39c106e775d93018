#include "guatu/usecases/ledger/project_history.hpp"

#include <map>

#include "guatu/intake/field_change.hpp"
#include "guatu/json/evidence_records.hpp"

namespace guatu::usecases {
namespace {

using json::RecordedChange;
using Changes = std::map<std::int64_t, std::vector<RecordedChange>>;

void add(std::vector<RecordedChange>& list, const std::vector<intake::FieldChange>& changes) {
  for (const auto& change : changes)
    list.push_back({change.kind.text(), change.part, change.field, change.before, change.after});
}

Result<void> add_record_changes(ports::Store& store, const Known& known, const ProjectId& id, Changes& changes) {
  GUATU_TRY(const auto records,
            store.load_history(std::string(json::kProjectRecord), known.head.seq, std::optional(id.text())));
  ledger::ProjectRecord before;
  for (const auto& record : records) {
    GUATU_TRY(auto after, json::decode_project(record.body, known.vault));
    add(changes[record.seq], intake::project_field_changes({}, before, after));
    before = std::move(after);
  }
  return {};
}

std::string life_words(const ledger::LifeEvent& event) {
  std::string text = format_iso(event.on);
  for (const auto& word : {event.to_unit.text(), event.to_project.text(), event.name, event.approval})
    if (!word.empty()) text += " " + word;
  return text;
}

Result<void> add_life_changes(ports::Store& store, const Known& known, const ProjectId& id, Changes& changes) {
  GUATU_TRY(const auto records,
            store.load_history(std::string(json::kLifeRecord), known.head.seq, std::optional(id.text())));
  for (const auto& record : records) {
    GUATU_TRY(const auto event, json::decode_life_event(record.body));
    changes[record.seq].push_back(
        {{}, {}, "life." + std::string(ledger::life_action_name(event.action)), {}, life_words(event)});
  }
  return {};
}

/// "赤环审〔2023〕7号 [2]": its number and how many files show it; empty once it is taken out.
std::string document_words(const evidence::Document& document) {
  if (document.removed || document.id.empty()) return {};
  const auto& name = document.number.empty() ? document.id : document.number;
  return document.files.empty() ? name : name + " [" + std::to_string(document.files.size()) + "]";
}

/// Papers stand at each place of the project that they are about, or were.
void add_document_change(std::vector<RecordedChange>& list, const ProjectId& id, const evidence::Document& before,
                         const evidence::Document& after) {
  for (const auto& place : after.about)
    if (place.project == id)
      list.push_back(
          {place.kind.text(), place.part, "document." + after.id, document_words(before), document_words(after)});
}

Result<void> add_document_changes(ports::Store& store, const Known& known, const ProjectId& id, Changes& changes) {
  GUATU_TRY(const auto records, store.load_history(std::string(json::kDocumentRecord), known.head.seq, std::nullopt));
  std::map<std::string, evidence::Document> before;
  for (const auto& record : records) {
    GUATU_TRY(auto after, json::decode_document(record.body, known.vault));
    auto& document = before[record.subject];
    add_document_change(changes[record.seq], id, document, after);
    document = std::move(after);
  }
  return {};
}

std::string day_text(const std::optional<Date>& day) {
  return day ? format_iso(*day) : std::string{};
}

std::string last_setback(const ledger::PartFacts& facts) {
  return facts.setbacks.empty() ? std::string{} : format_iso(facts.setbacks.back().fact.on);
}

/// What no return can say, and so no import lists.
void add_office_changes(std::vector<RecordedChange>& list, const ledger::PartHistory& part,
                        const ledger::PartFacts& before, const ledger::PartFacts& after) {
  const auto compare = [&](const char* field, const std::string& was, const std::string& is) {
    if (was != is) list.push_back({part.kind.text(), part.part, field, was, is});
  };
  const auto revoked_on = [](const ledger::PartFacts& facts) {
    return facts.revoked ? format_iso(facts.revoked->effective_on) : std::string{};
  };
  compare("returned_on", last_setback(before), last_setback(after));
  compare("sent_back_on", day_text(before.sent_back_on), day_text(after.sent_back_on));
  compare("revoked_on", revoked_on(before), revoked_on(after));
  compare("confirmed_on", day_text(before.confirmed_on), day_text(after.confirmed_on));
  compare("overdue_reason", before.overdue_reason, after.overdue_reason);
}

Result<void> add_part_changes(ports::Store& store, const Known& known, const ProjectId& id,
                              const ledger::PartHistory& part, Changes& changes) {
  const auto subject = json::part_subject({id, part.kind, part.part});
  GUATU_TRY(const auto records,
            store.load_history(std::string(json::kPartRecord), known.head.seq, std::optional(subject)));
  intake::ReadPart read;
  read.kind = part.kind;
  read.part = part.part;
  ledger::PartFacts before;
  for (const auto& record : records) {
    GUATU_TRY(auto after, json::decode_part(record.body, known.vault));
    auto& list = changes[record.seq];
    // The state that all facts of the revision lead to, whenever they take effect.
    add(list, intake::part_field_changes({}, read, id, before, after, Date::of(2200, 12, 31)));
    add_office_changes(list, part, before, after);
    before = std::move(after);
  }
  return {};
}

}  // namespace

Result<json::ProjectHistoryPage> load_project_history(ports::Store& store, const Known& known,
                                                      const ledger::ProjectHistory& project, std::size_t first,
                                                      std::size_t count, const HistoryFilter& filter) {
  Changes changes;
  const auto& id = project.record.id;
  GUATU_CHECK(add_record_changes(store, known, id, changes));
  GUATU_CHECK(add_life_changes(store, known, id, changes));
  for (const auto& part : project.parts)
    GUATU_CHECK(add_part_changes(store, known, id, part, changes));
  GUATU_CHECK(add_document_changes(store, known, id, changes));
  for (auto& [seq, list] : changes)
    std::erase_if(list, [&](const RecordedChange& change) { return !filter.passes(change); });
  std::erase_if(changes, [](const auto& each) { return each.second.empty(); });
  json::ProjectHistoryPage page;
  page.project = id.text();
  page.seq = known.head.seq;
  page.total = static_cast<std::int64_t>(changes.size());
  std::size_t place = 0;
  for (auto each = changes.rbegin(); each != changes.rend(); ++each, ++place) {
    if (place < first || place - first >= count) continue;
    GUATU_TRY(auto commits, store.load_commits(each->first, each->first));
    if (commits.empty())
      return make_error(ErrorKind::IntegrityBroken, id.text(), "台账缺少第 " + std::to_string(each->first) + " 号记录",
                        "commit " + std::to_string(each->first) + " is missing");
    page.revisions.push_back({std::move(commits.front()), std::move(each->second)});
  }
  return page;
}

}  // namespace guatu::usecases
