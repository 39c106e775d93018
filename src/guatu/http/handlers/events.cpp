#include "guatu/http/door/guards.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"

namespace guatu::http {

Answer answer_events(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  auto head = context.stores.read([](telemetry::WatchedStore& store) { return store.find_head(); });
  if (!head) return std::move(head).error();
  Response response{200, {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}}};
  if (call.request.method == "HEAD") return response;
  if (!context.events.reserve()) return busy_problem();
  response.stream = [&context, seq = head->seq](std::shared_ptr<EventListener> listener) {
    context.events.join(std::move(listener), seq);
  };
  return response;
}

}  // namespace guatu::http
