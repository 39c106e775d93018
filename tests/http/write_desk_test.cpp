#include "guatu/http/write_desk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <latch>
#include <thread>

#include "guatu/ports/forwarding_store.hpp"

#include "tests/simulation/memory_store.hpp"

namespace guatu::http {
namespace {

/// Passes everything on, counts groups, and may lose one.
class Counting final : public ports::ForwardingStore {
 public:
  struct Facts {
    std::atomic<int> groups = 0;
    std::atomic<bool> lost = false;
  };
  /// A store that outlives its connections.
  class Shared final : public ports::ForwardingStore {
   public:
    explicit Shared(std::shared_ptr<ports::Store> kept) : ForwardingStore(nullptr), kept_(std::move(kept)) {}
    Result<ports::CommitHead> find_head() override { return kept_->find_head(); }
    Result<ports::CommitHead> append(const ports::Commit& commit, std::int64_t head) override {
      return kept_->append(commit, head);
    }

   private:
    std::shared_ptr<ports::Store> kept_;
  };

  Counting(std::shared_ptr<ports::Store> kept, Facts& facts)
      : ForwardingStore(std::make_unique<Shared>(std::move(kept))), facts_(facts) {}

  Result<void> write_together(const std::function<void()>& write) override {
    ++facts_.groups;
    write();
    if (facts_.lost) return make_error(ErrorKind::StoreFailed, "store", "存储失败", "the store failed");
    return {};
  }

 private:
  Facts& facts_;
};

class Desk : public testing::Test {
 protected:
  using Store = telemetry::WatchedStore;

  Result<std::int64_t> write(const std::string& subject) {
    return desk_.write([&](Store& store) -> Result<std::int64_t> {
      GUATU_TRY(const auto before, store.find_head());
      ports::Commit commit;
      commit.records = {{"part", subject, "{}"}};
      GUATU_TRY(const auto head, store.append(commit, before.seq));
      return head.seq;
    });
  }

  std::shared_ptr<ports::Store> kept_ = std::make_shared<simulation::MemoryStore>();
  Counting::Facts facts_;
  telemetry::Metrics metrics_{"1.2.3", 0};
  StorePool stores_{[this]() -> Result<std::unique_ptr<ports::Store>> {
                      return std::unique_ptr<ports::Store>(std::make_unique<Counting>(kept_, facts_));
                    },
                    2, metrics_};
  std::atomic<int> told_ = 0;
  WriteDesk desk_{stores_, [this](ports::Store&) { ++told_; }};
};

TEST_F(Desk, AnswersEveryWriterWithHisOwn) {
  constexpr int kWriters = 16;
  constexpr int kEach = 20;
  std::vector<std::vector<std::int64_t>> answers(kWriters);
  std::vector<std::thread> writers;
  for (int i = 0; i < kWriters; ++i)
    writers.emplace_back([&, i] {
      for (int k = 0; k < kEach; ++k)
        answers[static_cast<std::size_t>(i)].push_back(write("P" + std::to_string(i)).value());
    });
  for (auto& writer : writers)
    writer.join();
  std::vector<std::int64_t> all;
  for (const auto& of_one : answers) {
    EXPECT_TRUE(std::ranges::is_sorted(of_one));
    all.insert(all.end(), of_one.begin(), of_one.end());
  }
  std::ranges::sort(all);
  ASSERT_EQ(all.size(), static_cast<std::size_t>(kWriters * kEach));
  for (std::size_t i = 0; i < all.size(); ++i)
    EXPECT_EQ(all[i], static_cast<std::int64_t>(i) + 1) << "each number once";
  EXPECT_EQ(told_, facts_.groups);
}

TEST_F(Desk, ThoseWhoWaitShareTheNextGroup) {
  constexpr std::size_t kWaiting = 8;
  std::latch inside(1);
  std::latch go_on(1);
  std::thread first([&] {
    static_cast<void>(desk_.write([&](Store&) -> Result<int> {
      inside.count_down();
      go_on.wait();
      return 0;
    }));
  });
  inside.wait();
  std::vector<std::thread> others;
  for (std::size_t i = 0; i < kWaiting; ++i)
    others.emplace_back([&] { EXPECT_TRUE(write("P1")); });
  while (desk_.waiting() < kWaiting)
    std::this_thread::yield();
  go_on.count_down();
  first.join();
  for (auto& each : others)
    each.join();
  EXPECT_EQ(facts_.groups, 2);
}

TEST_F(Desk, ALostGroupIsToldToEverybodyInIt) {
  facts_.lost = true;
  const auto answer = write("P1");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::StoreFailed);
  EXPECT_EQ(told_, 0);
  facts_.lost = false;
  EXPECT_TRUE(write("P1"));
}

TEST_F(Desk, WhatOneThrowsIsHisOwn) {
  EXPECT_THROW(static_cast<void>(desk_.write([](Store&) -> Result<int> { throw std::runtime_error("a mistake"); })),
               std::runtime_error);
  EXPECT_TRUE(write("P1"));
}

}  // namespace
}  // namespace guatu::http
