#include "guatu/usecases/access/audit.hpp"

#include <algorithm>
#include <charconv>

#include "guatu/http/door/identify.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/audit_codec.hpp"

namespace guatu::http {
namespace {

constexpr std::string_view kFormats[] = {"json", "csv"};

struct Wish {
  usecases::AuditFilter filter;
  std::size_t limit = 0;
  std::optional<std::size_t> left;  ///< Rows that the pages before left over.
  bool as_csv = false;
};

/// The list grows at its beginning, so a page is counted from its end.
void read_cursor(QueryReader& query, Wish& wish) {
  const auto cursor = query.text("cursor");
  if (cursor.empty()) return;
  std::size_t left = 0;
  const auto* end = cursor.data() + cursor.size();
  if (const auto [stop, code] = std::from_chars(cursor.data(), end, left); code == std::errc{} && stop == end)
    wish.left = left;
  else
    query.fault("cursor", {"cursor 不是上一页给出的", "cursor is none that a page gave"});
}

Wish read_wish(QueryReader& query) {
  Wish wish;
  wish.filter.from = query.find_instant("from");
  wish.filter.to = query.find_instant("to");
  wish.filter.actor = query.text("actor");
  wish.filter.action = query.text("action");
  wish.filter.unit = query.text("unit");
  wish.as_csv = query.choice("format", kFormats) == kFormats[1];
  wish.limit = static_cast<std::size_t>(query.number("limit", 1, 1000, 100));
  read_cursor(query, wish);
  return wish;
}

json::AuditEntry entry_of(const usecases::AuditRow& row) {
  return {row.at,      row.from_ledger, row.id,      row.actor,   row.unit,
          row.address, row.action,      row.subject, row.outcome, row.reason};
}

Result<std::vector<usecases::AuditRow>> load(Context& context, const Call& call, const usecases::AuditFilter& filter) {
  return context.stores.read([&](telemetry::WatchedStore& store) -> Result<std::vector<usecases::AuditRow>> {
    const auto session = session_for(context, store, call);
    if (call.who.by == SignedInBy::Machine) return usecases::load_audit(session, nullptr, filter);
    return context.door.with_desk(
        [&](ports::SessionDesk& desk) { return usecases::load_audit(session, &desk, filter); });
  });
}

Response as_csv(const std::vector<usecases::AuditRow>& rows) {
  std::vector<json::AuditEntry> all;
  std::ranges::transform(rows, std::back_inserter(all), entry_of);
  auto response = make_response(200, "text/csv; charset=utf-8", json::encode_audit_csv(all));
  response.with("Content-Disposition", "attachment; filename=\"audit.csv\"");
  return std::move(response.with("Cache-Control", "no-store"));
}

}  // namespace

Answer answer_audit(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto wish = read_wish(query);
  if (const auto problem = query.finish()) return *problem;
  const auto rows = load(context, call, wish.filter);
  if (!rows) return rows.error();
  if (wish.as_csv) return as_csv(*rows);
  const auto left = std::min(wish.left.value_or(rows->size()), rows->size());
  const auto first = rows->size() - left;
  std::vector<json::AuditEntry> page;
  for (auto i = first; i < rows->size() && page.size() < wish.limit; ++i)
    page.push_back(entry_of((*rows)[i]));
  const auto next = left > page.size() ? std::to_string(left - page.size()) : std::string{};
  auto response = make_response(200, kJsonType, json::encode_audit(page, rows->size(), wish.limit, next) + "\n");
  return Answer(std::move(response.with("Cache-Control", "no-store")));
}

}  // namespace guatu::http
