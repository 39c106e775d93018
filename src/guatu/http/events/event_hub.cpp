#include "guatu/http/events/event_hub.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace guatu::http {

std::string event_text(std::string_view topic, std::int64_t head) {
  return fmt::format("event: {0}\nid: {1}\ndata: {{\"topic\":\"{0}\",\"seq\":{1}}}\n\n", topic, head);
}

bool EventHub::reserve() {
  const std::lock_guard lock(mutex_);
  if (closed_ || listeners_.size() + reserved_ >= most_) return false;
  ++reserved_;
  return true;
}

void EventHub::join(std::shared_ptr<EventListener> listener, std::int64_t head) {
  const std::lock_guard lock(mutex_);
  --reserved_;
  head_ = std::max(head_, head);
  listener->send("retry: 3000\n\n" + event_text("hello", head_));
  if (closed_) return listener->end();
  listeners_.push_back(std::move(listener));
}

void EventHub::tell(std::string_view topic, std::int64_t head) {
  const std::lock_guard lock(mutex_);
  if (head <= head_) return;
  head_ = head;
  send_to_all(event_text(topic, head));
}

void EventHub::beat() {
  const std::lock_guard lock(mutex_);
  send_to_all(": still here\n\n");
}

void EventHub::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  for (const auto& listener : listeners_)
    listener->end();
  listeners_.clear();
}

bool EventHub::has_listeners() const {
  const std::lock_guard lock(mutex_);
  return !listeners_.empty();
}

std::int64_t EventHub::head() const {
  const std::lock_guard lock(mutex_);
  return head_;
}

void EventHub::send_to_all(const std::string& bytes) {
  std::erase_if(listeners_, [](const auto& listener) { return listener->is_gone(); });
  for (const auto& listener : listeners_)
    listener->send(bytes);
}

}  // namespace guatu::http
