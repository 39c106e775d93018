#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

/// Who wants to be told of changes, and what they are told: server-sent events.
namespace guatu::http {

/// One open answer.
class EventListener {
 public:
  virtual ~EventListener() = default;
  virtual void send(const std::string& bytes) = 0;
  virtual void end() = 0;
  /// True once something could not be sent.
  [[nodiscard]] virtual bool is_gone() const = 0;
};

/// May be used by every thread.
class EventHub {
 public:
  explicit EventHub(std::size_t most) : most_(most) {}

  /// Room for one more, kept until `join`; false when there is none or everything ends.
  [[nodiscard]] bool reserve();
  /// Takes the reserved place and greets him with the head that is known.
  void join(std::shared_ptr<EventListener> listener, std::int64_t head);

  /// Once for each new head; heads that were told already are no news.
  void tell(std::string_view topic, std::int64_t head);
  /// Keeps connections open, and finds out who went away.
  void beat();
  /// Everybody's answer ends, and nobody is taken any more.
  void close();

  [[nodiscard]] bool has_listeners() const;
  /// The last head told.
  [[nodiscard]] std::int64_t head() const;

 private:
  void send_to_all(const std::string& bytes);

  std::size_t most_;
  mutable std::mutex mutex_;
  bool closed_ = false;
  std::size_t reserved_ = 0;
  std::int64_t head_ = 0;
  std::vector<std::shared_ptr<EventListener>> listeners_;
};

/// "event: ledger\nid: 17\ndata: {"topic":"ledger","seq":17}\n\n"
[[nodiscard]] std::string event_text(std::string_view topic, std::int64_t head);

}  // namespace guatu::http
