#pragma once

#include <memory>

#include "guatu/ports/store.hpp"
#include "guatu/telemetry/metrics.hpp"

namespace guatu::telemetry {

/// Any store, with its commits and failures counted. Remembers whether it ever failed: whoever lends it out makes a new one
/// then, because a connection that failed once may be lost.
class WatchedStore final : public ports::Store {
 public:
  WatchedStore(std::unique_ptr<ports::Store> inner, Metrics& metrics) : inner_(std::move(inner)), metrics_(metrics) {}

  [[nodiscard]] bool has_failed() const { return failed_; }
  [[nodiscard]] ports::Store& inner() { return *inner_; }

  [[nodiscard]] Result<ports::CommitHead> find_head() override;
  [[nodiscard]] Result<ports::CommitHead> find_head_at(ports::EpochSeconds known_at) override;
  [[nodiscard]] Result<ports::CommitHead> append(const ports::Commit& commit, std::int64_t expected_head) override;
  [[nodiscard]] Result<std::vector<ports::StoredRecord>> load_newest(const std::string& type,
                                                                     std::int64_t seq) override;
  [[nodiscard]] Result<std::vector<ports::StoredRecord>> load_history(
      const std::string& type, std::int64_t seq, const std::optional<std::string>& subject) override;
  [[nodiscard]] Result<std::vector<ports::CommitInfo>> load_commits(std::int64_t first, std::int64_t last) override;
  [[nodiscard]] Result<std::vector<ports::PersonalValue>> load_personal() override;
  [[nodiscard]] Result<void> erase_personal(const std::string& digest) override;
  [[nodiscard]] Result<std::string> load_blob(const std::string& digest) override;
  [[nodiscard]] Result<std::optional<ports::ChainFault>> verify_chain(
      const std::optional<ports::CommitHead>& seen) override;

 private:
  template <typename Answer>
  Answer watch(Answer answer);

  std::unique_ptr<ports::Store> inner_;
  Metrics& metrics_;
  bool failed_ = false;
};

}  // namespace guatu::telemetry
