#include "guatu/http/serve.hpp"

#include <algorithm>
#include <csignal>
#include <ctime>
#include <malloc.h>
#include <pthread.h>
#include <thread>

#include "guatu/http/application.hpp"
#include "guatu/http/events/event_watch.hpp"
#include "guatu/http/routes.hpp"

namespace guatu::http {
namespace {

using telemetry::Level;

constexpr std::chrono::seconds kDrainPatience{30};
/// A little more than any route takes, so that what is too large is told so.
constexpr std::size_t kLargestRequest = 64U << 20;

/// SIGTERM and SIGINT wait to be asked for; threads started later inherit that.
sigset_t hold_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);  // A reader who went away is no reason to die.
  return signals;
}

std::string wait_for_stop(const sigset_t& signals) {
  int signal = 0;
  while (sigwait(&signals, &signal) != 0) {
  }
  return signal == SIGTERM ? "SIGTERM" : "SIGINT";
}

/// A second signal ends the program by itself, as if nobody had caught it.
void release_stop_signals(const sigset_t& signals) {
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

std::size_t worker_count() {
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 2, 8);
}

/// What cannot be opened at the start is a mistake of the command; later it is an outage, and waited for.
Result<void> check_store(StorePool& stores) {
  return stores.read([](ports::Store& store) -> Result<void> {
    GUATU_CHECK(store.find_head());
    return {};
  });
}

/// Beyond the loopback nobody is served without accounts.
Result<void> check_accounts(Context& context, const ListenAddress& address) {
  if (!context.door.any_host) return {};
  GUATU_TRY(const auto book, context.door.accounts(context.stores));
  if (!book->accounts.empty()) return {};
  return make_error(
      ErrorKind::Refused, "--listen",
      "尚无账号，只能在本机回环地址上提供服务（127.0.0.1 或 [::1]），不能监听 " + address.host +
          " 或经代理转发；请先用 guatu user add 建立账号",
      "there are no accounts yet, so only the loopback is served (127.0.0.1 or [::1]) and no proxy, not " +
          address.host + "; make accounts with guatu user add first");
}

/// Dozens of threads that wait for the disk would each get a heap of their own, and keep what they once needed.
void share_few_heaps() {
  mallopt(M_ARENA_MAX, 2);
}

}  // namespace

Result<void> serve(const Service& service) {
  share_few_heaps();
  const auto signals = hold_stop_signals();
  const telemetry::Log log(service.log_level);
  telemetry::Metrics metrics(service.version, std::time(nullptr));
  StaticFiles files;
  if (!service.web.empty()) {
    GUATU_TRY(files, StaticFiles::load(service.web));
  }
  const auto workers = worker_count();
  Context context{service.version, std::move(files), metrics, log,
                  StorePool(service.open_store, workers, metrics, service.identify_store)};
  context.office = service.office;
  const bool beyond = !is_loopback_host(service.address.host);
  context.office.may_write = !beyond;
  context.door.set_opener(service.open_desk, service.identify_store);
  context.door.trusted_proxy = service.trusted_proxy;
  context.door.any_host = beyond || !service.trusted_proxy.empty();
  GUATU_CHECK(check_store(context.stores));
  GUATU_CHECK(check_accounts(context, service.address));
  Application application(context);
  ServerOptions options;
  options.address = service.address;
  options.workers = workers;
  options.is_quick = answers_without_store;
  options.is_heavy = brings_workbooks;
  options.largest_body = kLargestRequest;
  GUATU_TRY(const auto server,
            Server::start(options, [&](const Request& request) { return application.answer(request); }));
  const auto url = service.address.url(server->port());
  log.write(Level::Info, "started", {{"version", service.version}, {"address", url}, {"store", service.store_url}});
  service.announce(url);

  auto watch = std::make_unique<EventWatch>(context);
  const auto signal = wait_for_stop(signals);
  log.write(Level::Info, "stopping", {{"signal", signal}});
  watch.reset();
  application.begin_drain();
  server->begin_drain();
  release_stop_signals(signals);
  const bool all_answered = server->finish(kDrainPatience);
  log.write(all_answered ? Level::Info : Level::Error, "stopped", {{"all_answered", all_answered}});
  if (!all_answered) std::_Exit(3);  // A worker hangs; waiting for its thread would hang too.
  return {};
}

}  // namespace guatu::http
