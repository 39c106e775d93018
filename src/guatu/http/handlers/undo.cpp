#include "guatu/usecases/editing/undo.hpp"

#include <charconv>

#include "guatu/http/answers/edit_response.hpp"
#include "guatu/http/door/identify.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/edit_codec.hpp"

namespace guatu::http {
namespace {

constexpr std::size_t kMostWrites = 50;

std::optional<std::int64_t> number_in(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (code != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

Answer answer_undo_list(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  const auto list = context.stores.read([&](telemetry::WatchedStore& store) {
    return usecases::load_undo_list(session_for(context, store, call), kMostWrites);
  });
  if (!list) return list.error();
  std::vector<json::UndoRow> rows;
  for (const auto& each : *list)
    rows.push_back({each.commit, each.subjects, each.undone, each.written_again});
  auto response = make_response(200, kJsonType, json::encode_undo_list(rows) + "\n");
  return Answer(std::move(response.with("Cache-Control", "no-store")));
}

Answer undo(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  const auto reading = read_request_key(call);
  if (reading.problem) return *reading.problem;
  const auto seq = number_in(call.holes[0]);
  if (!seq)
    return make_error(ErrorKind::NotFound, call.holes[0], "没有这一号提交", "there is no commit of this number");
  return write_and_tell(context, call, [&](const usecases::ActingSession& session) {
    return usecases::undo_edit(session, *seq, reading.key);
  });
}

}  // namespace guatu::http
