#include "guatu/usecases/ledger/change_life.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/usecases/editing/repeated_request.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"
#include "guatu/usecases/ledger/named_project.hpp"
#include "guatu/usecases/until_written.hpp"

namespace guatu::usecases {
namespace {

using ledger::LifeAction;
using ledger::LifeEvent;
using ledger::ProjectHistory;

/// What is missing from the request itself, whatever the project's life.
std::vector<Bilingual> request_objections(const LifeEvent& event, const campaign::Campaign& campaign) {
  std::vector<Bilingual> objections;
  if (event.reason.empty()) objections.push_back({"请写明理由（--reason）", "give the reason (--reason)"});
  if (event.approval.empty()) objections.push_back({"请写明批准依据（--approval）", "give the approval (--approval)"});
  if (event.on < campaign.starts_on)
    objections.push_back({"生效日早于攻坚行动开始日 " + format_iso(campaign.starts_on),
                          "the day lies before the campaign's start " + format_iso(campaign.starts_on)});
  const auto may_have = [&](const std::string& value, std::initializer_list<LifeAction> actions, const char* flag) {
    if (value.empty() || std::ranges::find(actions, event.action) != actions.end()) return;
    const auto words = ledger::life_action_words(event.action);
    objections.push_back({std::string(flag) + " 不用于" + words.zh, std::string(flag) + " is not for: " + words.en});
  };
  may_have(event.name, {LifeAction::Rename, LifeAction::Split}, "--name");
  may_have(event.to_unit.text(), {LifeAction::Move, LifeAction::Split}, "--to");
  if (!event.to_unit.empty()) {
    const auto* unit = campaign.find_unit(event.to_unit);
    if (unit == nullptr || !(unit->has(campaign::Capacity::District) || unit->has(campaign::Capacity::Sponsor)))
      objections.push_back({"“" + event.to_unit.text() + "”不是责任单位",
                            "\"" + event.to_unit.text() + "\" is not a unit that can be responsible"});
  }
  return objections;
}

/// A name that another project of the same unit has would make their rows one.
void object_to_name(std::vector<Bilingual>& objections, const ledger::Ledger& ledger, const ProjectHistory& project,
                    const LifeEvent& event) {
  if (event.name.empty()) return;
  const bool parts = event.action == LifeAction::Split && !event.to_unit.empty();
  const auto unit = parts ? event.to_unit : project.responsible_on(event.on);
  const auto key = match_key(event.name);
  for (const auto& other : ledger.projects) {
    if (&other == &project && event.action == LifeAction::Rename) continue;
    if (other.responsible_on(event.on) != unit || match_key(other.name_on(event.on)) != key) continue;
    objections.push_back({"该单位已有同名项目 " + other.record.id.text(),
                          "the unit has a project of that name already: " + other.record.id.text()});
  }
}

/// Who is merged into, as an id; what is wrong with it otherwise.
std::optional<Bilingual> resolve_merge(const ledger::Ledger& ledger, LifeEvent& event) {
  if (event.to_project.empty()) return std::nullopt;  // Its absence is told elsewhere.
  const auto wanted = event.to_project.text();
  const auto* into = find_named_project(ledger, wanted);
  if (into == nullptr)
    return Bilingual{"没有要并入的项目“" + wanted + "”", "there is no project \"" + wanted + "\" to merge into"};
  event.to_project = into->record.id;
  if (into->in_campaign_on(event.on)) return std::nullopt;
  return Bilingual{
      "要并入的项目 " + into->record.id.text() + " 在 " + format_iso(event.on) + " 不在库",
      "the project to merge into, " + into->record.id.text() + ", is not in the campaign on " + format_iso(event.on)};
}

/// The project that a split makes: same owner and place, its own name and procedures to be reported.
ledger::ProjectRecord split_off(const ProjectHistory& from, const LifeEvent& event, ProjectId id) {
  auto record = from.record;
  record.id = std::move(id);
  record.name = event.name;
  record.code.clear();
  record.total_investment.reset();
  record.year_plan.reset();
  record.responsible = event.to_unit.empty() ? from.responsible_on(event.on) : event.to_unit;
  return record;
}

/// The projects that an answer names, as a repetition is answered by.
std::vector<EditedRow> rows_of(const LifeAnswer& answer, LifeAction action) {
  const auto field = "life." + std::string(ledger::life_action_name(action));
  std::vector<EditedRow> rows{{answer.project, {}, {}, 0, {field}}};
  if (!answer.created.empty()) rows.push_back({answer.created, {}, {}, 0, {field}});
  return rows;
}

LifeAnswer answer_of(const EditAnswer& repeated) {
  LifeAnswer answer{repeated.rows.front().project, {}, repeated.seq};
  if (repeated.rows.size() > 1) answer.created = repeated.rows.back().project;
  return answer;
}

Result<LifeAnswer> attempt(const Session& session, const LifeRequest& request) {
  GUATU_TRY(auto known, load_newest(session));
  GUATU_TRY(const auto repeated, find_repeated(session, request.key, known.head.seq));
  if (repeated) return answer_of(*repeated);
  const auto* project = find_named_project(known.ledger, request.project);
  if (project == nullptr) {
    auto error = unknown_project(request.project);
    error.reasons = request_objections(request.event, known.campaign());
    return error;
  }
  LifeAnswer answer{project->record.id, {}, 0};
  auto event = request.event;
  if (event.action == LifeAction::Split) {
    answer.created = ledger::next_project_id(known.ledger.projects);
    event.to_project = answer.created;
  }
  auto objections = request_objections(event, known.campaign());
  if (event.action == LifeAction::Merge)
    if (auto objection = resolve_merge(known.ledger, event)) objections.push_back(*std::move(objection));
  object_to_name(objections, known.ledger, *project, event);
  for (auto& objection : ledger::life_objections(*project, event))
    objections.push_back(std::move(objection));
  if (!objections.empty()) {
    const auto words = ledger::life_action_words(event.action);
    return Error{ErrorKind::Refused,
                 {"项目 " + answer.project.text() + " 不能" + words.zh,
                  "project " + answer.project.text() + ": " + words.en + " refused"},
                 answer.project.text(),
                 std::move(objections)};
  }
  auto commit = session.begin_commit(known.campaign(), "project " + std::string(ledger::life_action_name(event.action)),
                                     {}, event.reason);
  commit.records.push_back({std::string(json::kLifeRecord), answer.project.text(), json::encode_life_event(event)});
  if (event.action == LifeAction::Split) {
    const auto record = split_off(*project, event, answer.created);
    const LifeEvent join{LifeAction::Join, event.on, event.reason, event.approval, {}, {}, {}, false};
    commit.records.push_back(
        {std::string(json::kProjectRecord), record.id.text(), json::encode_project(record, known.vault)});
    commit.records.push_back({std::string(json::kLifeRecord), record.id.text(), json::encode_life_event(join)});
  }
  remember_request(commit, session, request.key, rows_of(answer, event.action));
  commit.personal = known.vault.take_new();
  GUATU_TRY(const auto head, session.store.append(commit, known.head.seq));
  answer.seq = head.seq;
  return answer;
}

}  // namespace

Result<LifeAnswer> change_life(const Session& session, const LifeRequest& request) {
  return until_written(session.store, [&] { return attempt(session, request); });
}

}  // namespace guatu::usecases
