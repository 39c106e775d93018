#include "guatu/http/answers/known_answer.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/http/wire/compression.hpp"
#include "guatu/ports/digest.hpp"
#include "guatu/usecases/ledger/head_known_at.hpp"

namespace guatu::http {
namespace {

/// Quoted, as it stands in the header. Parameters in another order are the same question.
std::string entity_tag(const Context& context, const Call& call, const ports::CommitHead& head,
                       const std::string& beside) {
  auto query = call.target.query;
  std::ranges::sort(query);
  std::string asked = context.version + "\n" + std::to_string(head.seq) + "\n" + head.digest + "\n" + beside;
  for (const auto& part : call.target.path)
    asked += "\n/" + part;
  for (const auto& [name, value] : query)
    asked += "\n" + name + "=" + value;
  return "\"" + ports::sm3_hex(asked).substr(0, 32) + "\"";
}

/// Another form of the same answer has another tag.
std::string gzip_tag(const std::string& tag) {
  return tag.substr(0, tag.size() - 1) + "-gzip\"";
}

Result<Response> describe(Response response, const std::string& tag, telemetry::WatchedStore& store) {
  GUATU_TRY(const auto standby, store.is_standby());
  response.with("ETag", tag).with("Cache-Control", "private, no-cache").with("Vary", "Accept-Encoding");
  return std::move(response.with("Guatu-Store", store_role(standby)));
}

/// What is asked, and how it is told from every other answer.
struct Question {
  const Call& call;
  std::optional<std::int64_t> known_at;
  const MakeBody& make;
  const std::string& beside;
};

Result<ReadyAnswers::Body> make_body(Context& context, const Question& question, const ports::CommitHead& head,
                                     telemetry::WatchedStore& store) {
  GUATU_TRY(const auto ledger, context.ledgers.load(store, head));
  GUATU_TRY(auto text, question.make({store, ledger, question.known_at.value_or(head.recorded_at)}));
  return std::make_shared<const std::string>(std::move(text) + "\n");
}

/// The body as it lies ready, or made now.
Result<ReadyAnswers::Body> plain_body(Context& context, const Question& question, const ports::CommitHead& head,
                                      const std::string& tag, telemetry::WatchedStore& store) {
  auto body = context.answers.find(tag);
  context.metrics.count_answer(body != nullptr);
  if (body != nullptr) return body;
  GUATU_TRY(body, make_body(context, question, head, store));
  context.answers.keep(tag, body);
  return body;
}

Response packed(Response response, ReadyAnswers::Body body) {
  response.body = std::move(body);
  return std::move(response.with("Content-Encoding", "gzip"));
}

Result<Response> answer(Context& context, const Question& question, telemetry::WatchedStore& store) {
  GUATU_TRY(const auto head, usecases::find_head_known_at(store, question.known_at));
  const auto tag = entity_tag(context, question.call, head, question.beside);
  const auto packed_tag = gzip_tag(tag);
  const auto& request = question.call.request;
  if (client_has(request, tag)) return describe({304, {}}, tag, store);
  if (client_has(request, packed_tag)) return describe({304, {}}, packed_tag, store);
  Response response{200, {{"Content-Type", kJsonType}}};
  const bool may_pack = accepts_gzip(request);
  if (auto ready = may_pack ? context.answers.find(packed_tag) : nullptr) {
    context.metrics.count_answer(true);
    return describe(packed(std::move(response), std::move(ready)), packed_tag, store);
  }
  GUATU_TRY(auto body, plain_body(context, question, head, tag, store));
  if (may_pack && body->size() > kWorthCompressing) {
    auto small = std::make_shared<const std::string>(gzip(*body, Effort::Quick));
    context.answers.keep(packed_tag, small);
    return describe(packed(std::move(response), std::move(small)), packed_tag, store);
  }
  response.body = std::move(body);
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
  const bool is_packed = file.packed != nullptr && accepts_gzip(request);
  const auto tag = is_packed ? gzip_tag(file.tag) : file.tag;
  Response response;
  if (client_has(request, tag))
    response.status = 304;
  else if (is_packed)
    response = packed({200, {{"Content-Type", file.type}}}, file.packed);
  else
    response = {200, {{"Content-Type", file.type}}, file.bytes};
  response.with("ETag", tag).with("Vary", "Accept-Encoding");
  return std::move(response.with("Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache"));
}

Answer answer_as_known(Context& context, const Call& call, std::optional<std::int64_t> known_at, const MakeBody& make,
                       const std::string& beside) {
  const Question question{call, known_at, make, beside};
  auto response = context.stores.read([&](telemetry::WatchedStore& store) { return answer(context, question, store); });
  if (!response) return std::move(response).error();
  return *std::move(response);
}

}  // namespace guatu::http
