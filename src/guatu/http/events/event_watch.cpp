#include "guatu/http/events/event_watch.hpp"

#include <algorithm>

namespace guatu::http {
namespace {

constexpr std::chrono::seconds kLook{1};
constexpr int kLooksABeat = 15;
/// Of a longer gap only the end is looked at.
constexpr std::int64_t kMostCommits = 200;

}  // namespace

EventWatch::EventWatch(Context& context) : context_(context), thread_([this] { run(); }) {}

EventWatch::~EventWatch() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void EventWatch::run() {
  for (int looks = 1;; ++looks) {
    std::unique_lock lock(mutex_);
    if (wake_.wait_for(lock, kLook, [this] { return stopping_; })) return;
    lock.unlock();
    if (!context_.events.has_listeners()) continue;
    look();
    if (looks % kLooksABeat == 0) context_.events.beat();
  }
}

void EventWatch::look() {
  try {
    const auto told = context_.stores.read(
        [&](telemetry::WatchedStore& store) -> Result<void> { return tell_news(context_, store); });
    if (!told) context_.log.write_error(telemetry::Level::Debug, "events_blind", told.error());
  } catch (const std::exception& error) {
    context_.log.write(telemetry::Level::Warning, "events_blind", {{"message", std::string(error.what())}});
  }
}

Result<void> tell_news(Context& context, ports::Store& store) {
  GUATU_TRY(const auto head, store.find_head());
  const auto told = context.events.head();
  if (head.seq <= told) return {};
  GUATU_TRY(const auto commits, store.load_commits(std::max(told + 1, head.seq - kMostCommits), head.seq));
  const bool published =
      std::ranges::any_of(commits, [](const ports::CommitInfo& commit) { return commit.action == "publish"; });
  context.events.tell(published ? "published" : "ledger", head.seq);
  return {};
}

}  // namespace guatu::http
