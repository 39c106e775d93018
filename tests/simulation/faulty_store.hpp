#pragma once

#include "guatu/ports/forwarding_store.hpp"

#include "tests/simulation/stand.hpp"

namespace guatu::simulation {

/// Another store, except that a commit may meet trouble on the way.
class FaultyStore final : public ports::ForwardingStore {
 public:
  using ForwardingStore::ForwardingStore;

  void arm(Trouble trouble) {
    armed_ = trouble;
    met_ = false;
  }
  [[nodiscard]] bool met() const { return met_; }

  Result<ports::CommitHead> append(const ports::Commit& commit, std::int64_t expected_head) override {
    const auto trouble = std::exchange(armed_, Trouble::None);
    met_ = met_ || trouble != Trouble::None;
    if (trouble == Trouble::FailsBefore || trouble == Trouble::DiesInside) return failure();
    auto head = ForwardingStore::append(commit, expected_head);
    if (trouble == Trouble::AnswerLost && head) return failure();
    return head;
  }

 private:
  static Error failure() { return make_error(ErrorKind::StoreFailed, "simulated", "存储失败", "the store failed"); }

  Trouble armed_ = Trouble::None;
  bool met_ = false;
};

}  // namespace guatu::simulation
