#include "guatu/http/application.hpp"

#include <chrono>
#include <exception>
#include <fmt/format.h>

#include "guatu/http/answers/known_answer.hpp"
#include "guatu/http/door/guards.hpp"
#include "guatu/http/door/identify.hpp"
#include "guatu/http/events/event_watch.hpp"
#include "guatu/http/routes.hpp"

namespace guatu::http {
namespace {

using telemetry::Level;

/// Told apart in the logs of several processes.
std::string start_mark() {
  const auto ticks = std::chrono::system_clock::now().time_since_epoch().count();
  return fmt::format("{:08x}", static_cast<std::uint64_t>(ticks) * 0x9e3779b97f4a7c15U >> 32U);
}

Problem not_found() {
  return {404, "not_found", {"没有这个地址", "there is nothing at this address"}, "", {}};
}

Response method_not_allowed(const std::vector<std::string>& allowed) {
  std::string list;
  for (const auto& method : allowed)
    list += (list.empty() ? "" : ", ") + method;
  return make_response(
             Problem{405, "method_not_allowed", {"此地址只接受 " + list, "only " + list + " can be used here"}, "", {}})
      .with("Allow", list);
}

Response broken(const telemetry::Log& log, const char* what) {
  log.write(Level::Error, "handler_failed", {{"message", std::string(what)}});
  return make_response(Problem{
      500,
      "internal_error",
      {"程序内部出错，已记入日志，请告知管理员", "the program failed inside; it is in the log, tell the administrator"},
      "",
      {}});
}

}  // namespace

Application::Application(Context& context) : context_(context), id_prefix_(start_mark()) {
  // What is written is written, whether or not anybody can be told.
  context_.writes = std::make_unique<WriteDesk>(context_.stores, [this](ports::Store& store) {
    if (const auto told = tell_news(context_, store); !told)
      context_.log.write_error(Level::Debug, "events_blind", told.error());
  });
}

void Application::begin_drain() {
  context_.draining = true;
  context_.events.close();
}

Response Application::run(const Route& route, Call call) {
  if (call.request.body.size() > route.largest_body) {
    context_.metrics.count_refusal(telemetry::Refusal::TooLarge);
    return make_response(too_large_problem());
  }
  if (context_.draining && !is_watching(route.path)) {
    context_.metrics.count_refusal(telemetry::Refusal::Draining);
    return make_response(draining_problem());
  }
  if (route.permission) {
    auto who = identify(context_, call.request);
    if (!who) return make_response(problem_of(who.error()));
    call.who = *std::move(who);
  }
  if (const auto problem = entry_problem(context_, route, call)) return make_response(*problem);
  return route.run(context_, call).take();
}

Application::Outcome Application::route(const Request& request) {
  const auto target = parse_target(request.target);
  if (!target) return {"(unreadable)", make_response(problem_of(target.error()))};
  auto match = find_route(routes(), request.method, target->path);
  if (match.route != nullptr)
    return {std::string(match.route->path), run(*match.route, {request, *target, std::move(match.holes), {}})};
  const auto* file = context_.files.find(target->path);
  if (file == nullptr && match.allowed.empty()) file = context_.files.find_view(target->path);
  if (file != nullptr && match.allowed.empty()) match.allowed = {"GET", "HEAD"};
  if (file != nullptr && (request.method == "GET" || request.method == "HEAD"))
    return {"(file)", answer_file(*file, request)};
  if (!match.allowed.empty()) return {"(method)", method_not_allowed(match.allowed)};
  return {"(none)", make_response(not_found())};
}

Application::Outcome Application::work_on(const Request& request) {
  if (const auto problem = host_problem(request, context_.door.any_host)) {
    context_.metrics.count_refusal(telemetry::Refusal::Host);
    return {"(host)", make_response(*problem)};
  }
  try {
    return route(request);
  } catch (const std::exception& error) {
    return {"(failed)", broken(context_.log, error.what())};
  } catch (...) {
    return {"(failed)", broken(context_.log, "unknown exception")};
  }
}

Response Application::answer(const Request& request) {
  const auto start = std::chrono::steady_clock::now();
  const auto id = id_prefix_ + "-" + std::to_string(++requests_);
  context_.metrics.change_in_flight(1);
  auto [route, response] = work_on(request);
  context_.metrics.change_in_flight(-1);
  const auto took = std::chrono::steady_clock::now() - start;
  const auto method = known_method(request.method);
  context_.metrics.count_request(route, method, response.status, took);
  const auto level = response.status >= 500 ? Level::Warning : is_watching(route) ? Level::Debug : Level::Info;
  context_.log.write(level, "request",
                     {{"id", id},
                      {"method", method},
                      {"route", route},
                      {"status", static_cast<std::int64_t>(response.status)},
                      {"ms", std::chrono::duration<double, std::milli>(took).count()}});
  response.with("Request-Id", id);
  return with_strict_headers(std::move(response));
}

}  // namespace guatu::http
