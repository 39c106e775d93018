#include "guatu/http/answers/ready_answers.hpp"

namespace guatu::http {

ReadyAnswers::Body ReadyAnswers::find(const std::string& tag) {
  const std::lock_guard lock(mutex_);
  const auto found = by_tag_.find(tag);
  if (found == by_tag_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->body;
}

void ReadyAnswers::keep(const std::string& tag, Body body) {
  const std::lock_guard lock(mutex_);
  if (body->size() > limit_ / 4 || by_tag_.contains(tag)) return;
  held_ += body->size();
  entries_.push_front({tag, std::move(body)});
  by_tag_.emplace(tag, entries_.begin());
  while (held_ > limit_) {
    held_ -= entries_.back().body->size();
    by_tag_.erase(entries_.back().tag);
    entries_.pop_back();
  }
}

}  // namespace guatu::http
