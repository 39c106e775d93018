#pragma once

#include <memory>
#include <utility>

#include "guatu/ports/store.hpp"

namespace guatu::ports {

/// A store that does what another one does. Who wants to watch or disturb a few uses overrides those.
class ForwardingStore : public Store {
 public:
  explicit ForwardingStore(std::unique_ptr<Store> inner) : inner_(std::move(inner)) {}

  [[nodiscard]] Result<CommitHead> find_head() override { return passed(inner_->find_head()); }
  [[nodiscard]] Result<CommitHead> find_head_at(EpochSeconds known_at) override {
    return passed(inner_->find_head_at(known_at));
  }
  [[nodiscard]] Result<CommitHead> append(const Commit& commit, std::int64_t expected_head) override {
    return passed(inner_->append(commit, expected_head));
  }
  [[nodiscard]] Result<std::vector<StoredRecord>> load_newest(const std::string& type, std::int64_t seq) override {
    return passed(inner_->load_newest(type, seq));
  }
  [[nodiscard]] Result<std::vector<StoredRecord>> load_history(const std::string& type, std::int64_t seq,
                                                               const std::optional<std::string>& subject) override {
    return passed(inner_->load_history(type, seq, subject));
  }
  [[nodiscard]] Result<Growth> load_growth(std::int64_t first, std::int64_t last) override {
    return passed(inner_->load_growth(first, last));
  }
  [[nodiscard]] Result<void> write_together(const std::function<void()>& write) override {
    return passed(inner_->write_together(write));
  }
  [[nodiscard]] Result<std::vector<CommitInfo>> load_commits(std::int64_t first, std::int64_t last) override {
    return passed(inner_->load_commits(first, last));
  }
  [[nodiscard]] Result<std::vector<PersonalValue>> load_personal() override { return passed(inner_->load_personal()); }
  [[nodiscard]] Result<void> erase_personal(const std::string& digest) override {
    return passed(inner_->erase_personal(digest));
  }
  [[nodiscard]] Result<std::string> load_blob(const std::string& digest) override {
    return passed(inner_->load_blob(digest));
  }
  [[nodiscard]] Result<void> put_head_signature(const HeadSignature& signature) override {
    return passed(inner_->put_head_signature(signature));
  }
  [[nodiscard]] Result<std::vector<HeadSignature>> load_head_signatures() override {
    return passed(inner_->load_head_signatures());
  }
  using Store::verify_chain;
  [[nodiscard]] Result<std::optional<ChainFault>> verify_chain(const std::optional<CommitHead>& seen) override {
    return passed(inner_->verify_chain(seen));
  }
  [[nodiscard]] Result<ServerReport> report_server() override { return passed(inner_->report_server()); }

 protected:
  /// Called for every error that the other store gave.
  virtual void saw(const Error&) {}

 private:
  template <typename Answer>
  Answer passed(Answer answer) {
    if (!answer) saw(answer.error());
    return answer;
  }

  std::unique_ptr<Store> inner_;
};

}  // namespace guatu::ports
