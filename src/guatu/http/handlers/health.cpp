#include "guatu/http/answers/known_answer.hpp"
#include "guatu/http/handlers/handlers.hpp"

namespace guatu::http {
namespace {

Response never_stored(std::string type, std::string body) {
  auto response = make_response(200, std::move(type), std::move(body));
  return std::move(response.with("Cache-Control", "no-store"));
}

}  // namespace

Answer answer_health(Context&, const Call&) {
  return never_stored(kPlainType, "ok\n");
}

/// Opening a store checks that its schema is this program's; asking for the head that it can be read.
Answer answer_readiness(Context& context, const Call&) {
  if (context.draining) return Problem{503, "draining", {"服务正在停止", "the service is stopping"}, "", {}};
  auto role = context.stores.read([](telemetry::WatchedStore& store) -> Result<std::string> {
    GUATU_CHECK(store.find_head());
    GUATU_TRY(const auto standby, store.is_standby());
    return std::string(store_role(standby));
  });
  if (!role) {
    context.log.write_error(telemetry::Level::Warning, "not_ready", role.error());
    auto problem = problem_of(role.error());
    problem.status = 503;
    return problem;
  }
  return Answer(never_stored(kPlainType, "ready\n").with("Guatu-Store", *role));
}

Answer answer_metrics(Context& context, const Call&) {
  return never_stored("text/plain; version=0.0.4; charset=utf-8", context.metrics.text());
}

}  // namespace guatu::http
