#include "guatu/http/known_answer.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/ports/digest.hpp"
#include "guatu/usecases/ledger/head_known_at.hpp"

namespace guatu::http {
namespace {

/// Quoted, as it stands in the header. Parameters in another order are the same question.
std::string entity_tag(const Context& context, const Call& call, const ports::CommitHead& head) {
  auto query = call.target.query;
  std::ranges::sort(query);
  std::string asked = context.version + "\n" + std::to_string(head.seq) + "\n" + head.digest;
  for (const auto& part : call.target.path)
    asked += "\n/" + part;
  for (const auto& [name, value] : query)
    asked += "\n" + name + "=" + value;
  return "\"" + ports::sm3_hex(asked).substr(0, 32) + "\"";
}

Result<Response> describe(Response response, const std::string& tag, telemetry::WatchedStore& store) {
  GUATU_TRY(const auto standby, store.is_standby());
  response.with("ETag", tag).with("Cache-Control", "private, no-cache");
  return std::move(response.with("Guatu-Store", store_role(standby)));
}

Result<Response> answer(Context& context, const Call& call, std::optional<std::int64_t> known_at, const MakeBody& make,
                        telemetry::WatchedStore& store) {
  GUATU_TRY(const auto head, usecases::find_head_known_at(store, known_at));
  const auto tag = entity_tag(context, call, head);
  if (client_has(call.request, tag)) return describe({304, {}}, tag, store);
  auto body = context.answers.find(tag);
  context.metrics.count_answer(body != nullptr);
  if (body == nullptr) {
    GUATU_TRY(const auto known, context.ledgers.load(store, head));
    GUATU_TRY(auto text, make(store, *known, known_at.value_or(head.recorded_at)));
    body = std::make_shared<const std::string>(std::move(text) + "\n");
    context.answers.keep(tag, body);
  }
  Response response{200, {{"Content-Type", kJsonType}}, std::move(body)};
  return describe(std::move(response), tag, store);
}

}  // namespace

const char* store_role(bool standby) {
  return standby ? "standby" : "primary";
}

bool client_has(const Request& request, const std::string& tag) {
  for (const auto value : request.header_values("If-None-Match"))
    for (auto each : split_any(value, ",")) {
      if (each.starts_with("W/")) each.erase(0, 2);
      if (each == tag || each == "*") return true;
    }
  return false;
}

Response answer_file(const StaticFile& file, const Request& request) {
  Response response;
  if (client_has(request, file.tag))
    response.status = 304;
  else
    response = {200, {{"Content-Type", file.type}}, file.bytes};
  response.with("ETag", file.tag);
  return std::move(response.with("Cache-Control", "no-cache"));
}

Answer answer_as_known(Context& context, const Call& call, std::optional<std::int64_t> known_at, const MakeBody& make) {
  auto response =
      context.stores.read([&](telemetry::WatchedStore& store) { return answer(context, call, known_at, make, store); });
  if (!response) return std::move(response).error();
  return *std::move(response);
}

}  // namespace guatu::http
