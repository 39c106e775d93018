#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

/// Counters of one running service, in the text form that Prometheus collects. Every member may be called from every thread.
namespace guatu::telemetry {

/// How a commit ended.
enum class CommitEnd { Done, Conflict, Failed };
/// Why a request was not worked on.
enum class Refusal { Busy, Draining, Host, TooLarge };

class Metrics {
 public:
  /// `version` of the program; `started_at` in seconds since 1970.
  Metrics(const std::string& version, std::int64_t started_at);
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  /// `route` is a template of the route table ("/api/v1/figures"), never what was typed: the number of series stays bounded.
  void count_request(const std::string& route, const std::string& method, int status, std::chrono::nanoseconds took);
  void count_refusal(Refusal why);
  void change_in_flight(int by);

  void count_commit(CommitEnd end);
  void count_store_failure();
  void count_store_opened();
  void set_connections(std::size_t idle, std::size_t lent);
  void set_head(std::int64_t seq);
  /// `lag_seconds`: age of the last transaction that a standby has repeated; 0 for a primary.
  void set_standby(bool is_standby, std::int64_t lag_seconds);

  /// Answers found ready or made.
  void count_answer(bool was_ready);

  [[nodiscard]] std::string text() const;

 private:
  struct Hidden;
  std::unique_ptr<Hidden> hidden_;
};

}  // namespace guatu::telemetry
