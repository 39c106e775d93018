#include "guatu/telemetry/watched_store.hpp"

namespace guatu::telemetry {

Result<ports::CommitHead> WatchedStore::find_head() {
  auto head = ForwardingStore::find_head();
  if (head) metrics_.set_head(head->seq);
  return head;
}

Result<ports::CommitHead> WatchedStore::append(const ports::Commit& commit, std::int64_t expected_head) {
  auto head = ForwardingStore::append(commit, expected_head);
  if (head) {
    metrics_.count_commit(CommitEnd::Done);
    metrics_.set_head(head->seq);
  } else {
    metrics_.count_commit(head.error().kind == ErrorKind::Conflict ? CommitEnd::Conflict : CommitEnd::Failed);
  }
  return head;
}

Result<bool> WatchedStore::is_standby() {
  constexpr std::chrono::seconds kFresh{1};
  const auto now = std::chrono::steady_clock::now();
  if (asked_at_ && now - *asked_at_ < kFresh) return standby_;
  GUATU_TRY(const auto report, report_server());
  asked_at_ = now;
  standby_ = report.standby;
  metrics_.set_standby(report.standby, report.lag_seconds.value_or(0));
  return standby_;
}

void WatchedStore::saw(const Error& error) {
  if (error.kind != ErrorKind::StoreFailed) return;
  failed_ = true;
  metrics_.count_store_failure();
}

}  // namespace guatu::telemetry
