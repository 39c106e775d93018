#include "guatu/telemetry/watched_store.hpp"

namespace guatu::telemetry {

template <typename Answer>
Answer WatchedStore::watch(Answer answer) {
  if (!answer && answer.error().kind == ErrorKind::StoreFailed) {
    failed_ = true;
    metrics_.count_store_failure();
  }
  return answer;
}

Result<ports::CommitHead> WatchedStore::find_head() {
  auto head = watch(inner_->find_head());
  if (head) metrics_.set_head(head->seq);
  return head;
}

Result<ports::CommitHead> WatchedStore::find_head_at(ports::EpochSeconds known_at) {
  return watch(inner_->find_head_at(known_at));
}

Result<ports::CommitHead> WatchedStore::append(const ports::Commit& commit, std::int64_t expected_head) {
  auto head = watch(inner_->append(commit, expected_head));
  if (head) {
    metrics_.count_commit(CommitEnd::Done);
    metrics_.set_head(head->seq);
  } else {
    metrics_.count_commit(head.error().kind == ErrorKind::Conflict ? CommitEnd::Conflict : CommitEnd::Failed);
  }
  return head;
}

Result<std::vector<ports::StoredRecord>> WatchedStore::load_newest(const std::string& type, std::int64_t seq) {
  return watch(inner_->load_newest(type, seq));
}

Result<std::vector<ports::StoredRecord>> WatchedStore::load_history(const std::string& type, std::int64_t seq,
                                                                    const std::optional<std::string>& subject) {
  return watch(inner_->load_history(type, seq, subject));
}

Result<std::vector<ports::CommitInfo>> WatchedStore::load_commits(std::int64_t first, std::int64_t last) {
  return watch(inner_->load_commits(first, last));
}

Result<std::vector<ports::PersonalValue>> WatchedStore::load_personal() {
  return watch(inner_->load_personal());
}

Result<void> WatchedStore::erase_personal(const std::string& digest) {
  return watch(inner_->erase_personal(digest));
}

Result<std::string> WatchedStore::load_blob(const std::string& digest) {
  return watch(inner_->load_blob(digest));
}

Result<std::optional<ports::ChainFault>> WatchedStore::verify_chain(const std::optional<ports::CommitHead>& seen) {
  return watch(inner_->verify_chain(seen));
}

}  // namespace guatu::telemetry
