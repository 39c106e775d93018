#include <algorithm>

#include "guatu/http/answers/known_answer.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/row_query.hpp"
#include "guatu/json/project_page_codec.hpp"
#include "guatu/reporting/rows/row_order.hpp"
#include "guatu/usecases/ledger/project_history.hpp"

namespace guatu::http {
namespace {

ReadyRows::Rows rows_of(Context& context, const When& when, const Asked& asked) {
  return context.rows.load(asked.ledger, when.as_of ? *when.as_of : usecases::default_day(asked.known()));
}

json::NumbersHead numbers_head(const Asked& asked, Date as_of) {
  const auto& campaign = asked.known().campaign();
  return {campaign.id, campaign.version, as_of, asked.known_at, asked.known().head.seq};
}

/// Says in which orders a list can stand, when another one is asked.
void check_order(QueryReader& query, const Result<void>& sorted) {
  if (!sorted) query.fault("sort", sorted.error().message);
}

json::RowSums sums_of(const std::vector<const reporting::ProjectRow*>& rows) {
  json::RowSums sums;
  for (const auto* row : rows) {
    sums.total_investment = sums.total_investment + row->history->record.total_investment.value_or(Amount{});
    sums.year_plan = sums.year_plan + row->history->record.year_plan.value_or(Amount{});
  }
  return sums;
}

Result<const ledger::ProjectHistory*> find_project(const usecases::Known& known, const std::string& id) {
  const auto found = std::ranges::find(known.ledger.projects, id,
                                       [](const auto& history) -> const auto& { return history.record.id.text(); });
  if (found != known.ledger.projects.end()) return &*found;
  return make_error(ErrorKind::NotFound, id, "没有项目“" + id + "”", "there is no project \"" + id + "\"");
}

std::string project_page(const Asked& asked, const ledger::ProjectHistory& history, const ReadyRows::Entry& ready) {
  const auto& rows = ready.rows;
  const auto head = numbers_head(asked, rows.as_of);
  const auto& campaign = ready.ledger->campaign();
  const auto row = std::ranges::find(rows.projects, history.record.id,
                                     [](const auto& each) -> const auto& { return each.history->record.id; });
  if (row != rows.projects.end()) return json::encode_project_page(head, campaign, *row);
  return json::encode_project_page(head, campaign, usecases::make_outside_row(*ready.ledger, history, rows.as_of));
}

}  // namespace

Answer answer_projects(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto when = read_when(query);
  auto filter = read_project_filter(query);
  read_project_list_filter(query, filter);
  const auto part = read_part_filter(query);
  const auto order = query.text("sort");
  const auto paging = read_paging(query);
  std::vector<const reporting::ProjectRow*> found;
  check_order(query, reporting::sort_projects(found, order));
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, when.known_at, [&](const Asked& asked) -> Result<std::string> {
    const auto seq = asked.known().head.seq;
    GUATU_CHECK(check_cursor(paging, seq));
    const auto ready = rows_of(context, when, asked);
    const auto& campaign = ready->ledger->campaign();
    found = reporting::find_projects(ready->rows, filter, part, campaign);
    GUATU_CHECK(reporting::sort_projects(found, order));
    return json::encode_projects(numbers_head(asked, ready->rows.as_of), campaign, sums_of(found),
                                 page_of(found, paging, seq));
  });
}

Answer answer_procedures(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto when = read_when(query);
  auto filter = read_project_filter(query);
  auto part = read_part_filter(query);
  read_procedure_list_filter(query, filter, part);
  const auto order = query.text("sort");
  const auto paging = read_paging(query);
  std::vector<reporting::FoundPart> found;
  check_order(query, reporting::sort_parts(found, order));
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, when.known_at, [&](const Asked& asked) -> Result<std::string> {
    const auto seq = asked.known().head.seq;
    GUATU_CHECK(check_cursor(paging, seq));
    const auto ready = rows_of(context, when, asked);
    const auto& campaign = ready->ledger->campaign();
    found = reporting::find_parts(ready->rows, filter, part, campaign);
    GUATU_CHECK(reporting::sort_parts(found, order));
    return json::encode_procedures(numbers_head(asked, ready->rows.as_of), campaign, page_of(found, paging, seq));
  });
}

Answer answer_project(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto when = read_when(query);
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, when.known_at, [&](const Asked& asked) -> Result<std::string> {
    const auto ready = rows_of(context, when, asked);
    GUATU_TRY(const auto* history, find_project(*ready->ledger, call.holes[0]));
    return project_page(asked, *history, *ready);
  });
}

Answer answer_project_history(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto known_at = query.find_instant("known_at");
  usecases::HistoryFilter filter{query.text("kind"), {}, query.text("field")};
  if (auto part = query.text("part"); !part.empty()) filter.part = std::move(part);
  const auto paging = read_paging(query);
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, known_at, [&](const Asked& asked) -> Result<std::string> {
    const auto& known = asked.known();
    GUATU_CHECK(check_cursor(paging, known.head.seq));
    GUATU_TRY(const auto* project, find_project(known, call.holes[0]));
    GUATU_TRY(auto page,
              usecases::load_project_history(asked.store, known, *project, paging.first, paging.limit, filter));
    page.limit = static_cast<std::int64_t>(paging.limit);
    page.next_cursor = next_cursor(paging, static_cast<std::size_t>(page.total), known.head.seq);
    return json::encode_history(page);
  });
}

}  // namespace guatu::http
