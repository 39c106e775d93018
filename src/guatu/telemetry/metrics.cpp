#include "guatu/telemetry/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace guatu::telemetry {
namespace {

namespace pr = prometheus;

pr::Family<pr::Counter>& counters(pr::Registry& registry, const char* name, const char* help) {
  return pr::BuildCounter().Name(name).Help(help).Register(registry);
}

pr::Family<pr::Gauge>& gauges(pr::Registry& registry, const char* name, const char* help) {
  return pr::BuildGauge().Name(name).Help(help).Register(registry);
}

/// Seconds: from an answer that lay ready to a report over a large campaign.
const pr::Histogram::BucketBoundaries kSeconds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                               0.1,    0.25,  0.5,    1,     2.5,  5,     10};

}  // namespace

struct Metrics::Hidden {
  pr::Registry registry;
  pr::Family<pr::Counter>& requests =
      counters(registry, "guatu_http_requests_total", "Requests answered, by route, method and status.");
  pr::Family<pr::Histogram>& seconds = pr::BuildHistogram()
                                           .Name("guatu_http_request_seconds")
                                           .Help("Time from a whole request to its answer, by route.")
                                           .Register(registry);
  pr::Family<pr::Counter>& refusals =
      counters(registry, "guatu_http_refusals_total", "Requests that were not worked on, by reason.");
  pr::Counter& busy = refusals.Add({{"reason", "busy"}});
  pr::Counter& draining = refusals.Add({{"reason", "draining"}});
  pr::Counter& host = refusals.Add({{"reason", "host"}});
  pr::Counter& too_large = refusals.Add({{"reason", "too_large"}});
  pr::Gauge& in_flight = gauges(registry, "guatu_http_in_flight", "Requests taken and not answered yet.").Add({});
  pr::Family<pr::Counter>& commits = counters(registry, "guatu_store_commits_total", "Commits, by how they ended.");
  pr::Counter& done = commits.Add({{"end", "done"}});
  pr::Counter& conflict = commits.Add({{"end", "conflict"}});
  pr::Counter& failed = commits.Add({{"end", "failed"}});
  pr::Counter& failures = counters(registry, "guatu_store_failures_total", "Uses of the store that failed.").Add({});
  pr::Counter& opened = counters(registry, "guatu_store_connections_opened_total",
                                 "Connections to the store made, the first ones included.")
                            .Add({});
  pr::Family<pr::Gauge>& connections = gauges(registry, "guatu_store_connections", "Connections to the store, by use.");
  pr::Gauge& idle = connections.Add({{"use", "idle"}});
  pr::Gauge& lent = connections.Add({{"use", "lent"}});
  pr::Gauge& head = gauges(registry, "guatu_store_head_seq", "Number of the newest commit that was seen.").Add({});
  pr::Gauge& standby = gauges(registry, "guatu_store_standby", "1 when a standby is read, 0 for a primary.").Add({});
  pr::Gauge& lag =
      gauges(registry, "guatu_store_lag_seconds", "Age of the last transaction that the standby has repeated.").Add({});
  pr::Family<pr::Counter>& answers =
      counters(registry, "guatu_answers_total", "Bodies of answers, by whether they lay ready or were made.");
  pr::Counter& ready = answers.Add({{"from", "ready"}});
  pr::Counter& made = answers.Add({{"from", "made"}});
};

Metrics::Metrics(const std::string& version, std::int64_t started_at) : hidden_(std::make_unique<Hidden>()) {
  gauges(hidden_->registry, "guatu_build_info", "Always 1; the version is the label.")
      .Add({{"version", version}})
      .Set(1);
  gauges(hidden_->registry, "process_start_time_seconds", "When the service started, in seconds since 1970.")
      .Add({})
      .Set(static_cast<double>(started_at));
}

Metrics::~Metrics() = default;

void Metrics::count_request(const std::string& route, const std::string& method, int status,
                            std::chrono::nanoseconds took) {
  hidden_->requests.Add({{"route", route}, {"method", method}, {"status", std::to_string(status)}}).Increment();
  hidden_->seconds.Add({{"route", route}}, kSeconds).Observe(std::chrono::duration<double>(took).count());
}

void Metrics::count_refusal(Refusal why) {
  switch (why) {
    case Refusal::Busy:
      return hidden_->busy.Increment();
    case Refusal::Draining:
      return hidden_->draining.Increment();
    case Refusal::Host:
      return hidden_->host.Increment();
    case Refusal::TooLarge:
      return hidden_->too_large.Increment();
  }
}

void Metrics::change_in_flight(int by) {
  hidden_->in_flight.Increment(by);
}

void Metrics::count_commit(CommitEnd end) {
  switch (end) {
    case CommitEnd::Done:
      return hidden_->done.Increment();
    case CommitEnd::Conflict:
      return hidden_->conflict.Increment();
    case CommitEnd::Failed:
      return hidden_->failed.Increment();
  }
}

void Metrics::count_store_failure() {
  hidden_->failures.Increment();
}

void Metrics::count_store_opened() {
  hidden_->opened.Increment();
}

void Metrics::set_connections(std::size_t idle, std::size_t lent) {
  hidden_->idle.Set(static_cast<double>(idle));
  hidden_->lent.Set(static_cast<double>(lent));
}

void Metrics::set_head(std::int64_t seq) {
  hidden_->head.Set(static_cast<double>(seq));
}

void Metrics::set_standby(bool is_standby, std::int64_t lag_seconds) {
  hidden_->standby.Set(is_standby ? 1 : 0);
  hidden_->lag.Set(static_cast<double>(lag_seconds));
}

void Metrics::count_answer(bool was_ready) {
  (was_ready ? hidden_->ready : hidden_->made).Increment();
}

std::string Metrics::text() const {
  return pr::TextSerializer().Serialize(hidden_->registry.Collect());
}

}  // namespace guatu::telemetry
