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

void WatchedStore::saw(const Error& error) {
  if (error.kind != ErrorKind::StoreFailed) return;
  failed_ = true;
  metrics_.count_store_failure();
}

}  // namespace guatu::telemetry
