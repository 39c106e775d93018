#pragma once

#include <chrono>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/http/answers/problem.hpp"

namespace guatu::http {

/// A file that arrives in pieces.
struct Upload {
  std::string id;     ///< Nobody guesses it.
  std::string owner;  ///< Actor; nobody else can add to it or use it.
  std::string name;
  std::size_t size = 0;  ///< As announced.
  std::string bytes;     ///< What has come so far.
  std::chrono::steady_clock::time_point touched;

  [[nodiscard]] bool is_whole() const { return bytes.size() == size; }
};

/// Files on their way in, in memory, until a document takes them. What is dropped, or lost with the process, has to be sent
/// again: nothing of it was acknowledged as evidence. May be used by every thread.
class UploadDesk {
 public:
  using Clock = std::chrono::steady_clock;
  struct Limits {
    std::size_t largest_file = 50U << 20;
    std::size_t largest_piece = 5U << 20;
    std::size_t most_of_one = 64U << 20;  ///< Announced bytes of one owner; his oldest go first.
    std::size_t most = 128U << 20;        ///< Of all owners together.
    std::chrono::seconds idle{600};       ///< Without a piece for so long: dropped.
  };

  UploadDesk() : UploadDesk(Limits{}) {}
  explicit UploadDesk(Limits limits) : limits_(limits) {}

  /// Room for a file of that size. None: it was given.
  [[nodiscard]] std::optional<Problem> begin(Upload upload, Clock::time_point now);

  struct Progress {
    std::size_t received = 0, size = 0;
    std::optional<Problem> problem;  ///< 404, 409 with what has come so far, 413.
  };
  /// The bytes from `offset` on. A piece that came already is taken as sent again.
  [[nodiscard]] Progress add(const std::string& id, const std::string& owner, std::size_t offset,
                             std::string_view piece, Clock::time_point now);

  /// Null when it is not there (any more), is somebody else's, or not whole.
  [[nodiscard]] std::shared_ptr<const Upload> find_whole(const std::string& id, const std::string& owner);
  void drop(const std::vector<std::string>& ids, const std::string& owner);

  [[nodiscard]] const Limits& limits() const { return limits_; }

 private:
  [[nodiscard]] std::size_t announced(const std::string* owner) const;

  Limits limits_;
  std::mutex mutex_;
  std::list<std::shared_ptr<Upload>> uploads_;  ///< Oldest first.
};

}  // namespace guatu::http
