#include <algorithm>

#include "guatu/http/answers/body_problem.hpp"
#include "guatu/http/answers/edit_response.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/block_codec.hpp"
#include "guatu/json/edit_codec.hpp"
#include "guatu/usecases/editing/edit_cells.hpp"
#include "guatu/usecases/editing/part_values.hpp"
#include "guatu/usecases/ledger/named_project.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::http {
namespace {

usecases::EditRequest request_of(const json::ProcedureEdit& wish, usecases::RequestKey key) {
  usecases::EditRequest request{{}, wish.reason, std::move(key)};
  for (const auto& cell : wish.cells)
    request.cells.push_back(
        {cell.project, KindCode{cell.kind}, cell.part, cell.field, cell.value, cell.revision, false, cell.pointer});
  return request;
}

Answer write(Context& context, const Call& call, const usecases::EditRequest& request) {
  return write_and_tell(context, call,
                        [&](const usecases::ActingSession& session) { return usecases::edit_cells(session, request); });
}

/// The cells of every part of the project, or of one kind, with the revisions that a write has to name.
std::vector<json::CellRow> cell_rows(const campaign::Campaign& campaign, const ledger::ProjectHistory& project,
                                     const std::string& kind_wanted, Date today) {
  std::vector<json::CellRow> rows;
  const auto add = [&](const ledger::PartHistory& part) {
    json::CellRow row{part.kind.text(), part.part, part.revision, {}};
    for (auto& [field, value] : usecases::values_of(part.facts, project.record.id, part.kind, part.part, today))
      row.values.emplace_back(field, value);
    rows.push_back(std::move(row));
  };
  for (const auto* kind : campaign.kinds_on(today)) {
    if (!kind_wanted.empty() && kind->code.text() != kind_wanted) continue;
    const auto before = rows.size();
    for (const auto& part : project.parts)
      if (part.kind == kind->code) add(part);
    if (rows.size() == before) add({kind->code, {}, {}, 0});
  }
  return rows;
}

Answer answer_rows(Context& context, const Call& call, const std::string& kind) {
  const auto today = shanghai_day(context.office.clock->now());
  std::string tag;
  const auto text = context.stores.read([&](telemetry::WatchedStore& store) -> Result<std::string> {
    GUATU_TRY(const auto head, store.find_head());
    GUATU_TRY(const auto known, context.ledgers.load(store, head));
    const auto* project = usecases::find_named_project(known->ledger, call.holes[0]);
    if (project == nullptr) return usecases::unknown_project(call.holes[0]);
    const auto rows = cell_rows(known->campaign(), *project, kind, today);
    if (rows.empty())
      return make_error(ErrorKind::NotFound, kind, "没有审批事项“" + kind + "”", "there is no kind \"" + kind + "\"");
    if (rows.size() == 1) tag = "\"" + std::to_string(rows.front().revision) + "\"";
    return json::encode_cells(project->record.id.text(), project->revision, head.seq, rows);
  });
  if (!text) return text.error();
  auto response = make_response(200, kJsonType, *text + "\n");
  if (!tag.empty()) response.with("ETag", tag);
  return Answer(std::move(response.with("Cache-Control", "no-store")));
}

json::BlockPreview preview_of(const usecases::EditAnswer& answer) {
  json::BlockPreview preview{answer.seq, {}, {}, {}, {}};
  for (const auto& each : answer.changes)
    preview.changes.push_back({each.project.text(), each.kind.text(), each.part, each.field, each.before, each.after});
  for (const auto& each : answer.faults)
    preview.refused.push_back({each.code, each.pointer, each.text, each.remedy});
  for (const auto& each : answer.notes)
    preview.notes.push_back({each.code, each.pointer, each.text, each.remedy});
  for (const auto& each : answer.conflicts)
    preview.conflicts.push_back({each.pointer, each.project.text(), each.kind.text(), each.part, each.field, each.yours,
                                 each.theirs, each.revision});
  return preview;
}

}  // namespace

Answer answer_unit_cells(Context& context, const Call& call) {
  QueryReader query(call.target);
  const UnitCode responsible{query.text("responsible")};
  const auto kind = query.text("kind");
  if (responsible.empty()) query.fault("responsible", {"请写明责任单位", "name the responsible unit"});
  if (const auto problem = query.finish()) return *problem;
  const auto today = shanghai_day(context.office.clock->now());
  const auto text = context.stores.read([&](telemetry::WatchedStore& store) -> Result<std::string> {
    GUATU_TRY(const auto head, store.find_head());
    GUATU_TRY(const auto known, context.ledgers.load(store, head));
    std::vector<json::ProjectCells> projects;
    for (const auto& project : known->ledger.projects) {
      if (project.responsible_on(today) != responsible || !project.in_campaign_on(today)) continue;
      projects.push_back(
          {project.record.id.text(), project.name_on(today), cell_rows(known->campaign(), project, kind, today)});
    }
    return json::encode_unit_cells(head.seq, projects);
  });
  if (!text) return text.error();
  return Answer(std::move(make_response(200, kJsonType, *text + "\n").with("Cache-Control", "no-store")));
}

Answer answer_cells(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  return answer_rows(context, call, {});
}

Answer answer_procedure(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  return answer_rows(context, call, call.holes[1]);
}

Answer edit_procedure(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  auto [key, key_problem] = read_request_key(call);
  if (key_problem) return *key_problem;
  const auto match = read_if_match(call.request);
  if (match.problem) return *match.problem;
  json::BodyFaults faults;
  auto wish = json::decode_procedure_edit(call.request.body, faults);
  if (!wish) return body_problem(faults);
  for (auto& cell : wish->cells) {
    cell.project = call.holes[0];
    cell.kind = call.holes[1];
    cell.revision = match.revision;
  }
  auto request = request_of(*wish, std::move(key));
  for (auto& cell : request.cells)
    cell.over_anything = match.anything;
  return write(context, call, request);
}

Answer edit_block(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  auto [key, key_problem] = read_request_key(call);
  if (key_problem) return *key_problem;
  json::BodyFaults faults;
  const auto wish = json::decode_block(call.request.body, faults);
  if (!wish) return body_problem(faults);
  return write(context, call, request_of(*wish, std::move(key)));
}

Answer preview_block(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  json::BodyFaults faults;
  const auto wish = json::decode_block(call.request.body, faults);
  if (!wish) return body_problem(faults);
  const auto request = request_of(*wish, {});
  const auto answer = context.stores.read([&](telemetry::WatchedStore& store) {
    return usecases::preview_cells(session_for(context, store, call), request);
  });
  if (!answer) return answer.error();
  auto response = make_response(200, kJsonType, json::encode_preview(preview_of(*answer)) + "\n");
  return Answer(std::move(response.with("Cache-Control", "no-store")));
}

}  // namespace guatu::http
