#include <thread>

#include "guatu/ports/session_desk.hpp"

#include "tests/store/store_suite.hpp"

// Sessions, failed attempts and what happened at the door, on each engine.
namespace guatu::test {
namespace {

class Desk : public StoreSuite {
 protected:
  Desk() : desk_(opened()) {}

  [[nodiscard]] std::unique_ptr<ports::SessionDesk> opened() const {
    return std::move(engine_.open_desk(where_)).value();
  }

  [[nodiscard]] static ports::StoredSession session(const std::string& id, const std::string& account,
                                                    ports::EpochSeconds at = 1000) {
    return {"digest of " + id, id, account, "reporter@150402", "10.0.0.7", "a browser", at, at};
  }

  [[nodiscard]] std::vector<std::string> ids(const std::string& account = {}) const {
    std::vector<std::string> ids;
    const auto sessions = desk_->load_sessions(account).value();
    for (const auto& each : sessions)
      ids.push_back(each.id);
    return ids;
  }

  std::unique_ptr<ports::SessionDesk> desk_;
};
GUATU_ON_EVERY_ENGINE(Desk);

TEST_P(Desk, KeepsSessionsWholeAndForOthersToo) {
  const auto kept = session("a", "张三");
  ASSERT_TRUE(desk_->put_session(kept));
  EXPECT_EQ(opened()->find_session(kept.digest).value(), kept);
  EXPECT_EQ(desk_->find_session("another").value(), std::nullopt);
}

TEST_P(Desk, ListsByAccountAndAge) {
  for (const auto& each : {session("c", "li", 3000), session("b", "li", 2000), session("a", "zhang")})
    ASSERT_TRUE(desk_->put_session(each));
  EXPECT_EQ(ids(), (std::vector<std::string>{"b", "c", "a"}));
  EXPECT_EQ(ids("li"), (std::vector<std::string>{"b", "c"}));
}

TEST_P(Desk, NotesUseAndPostOnlyForward) {
  const auto kept = session("a", "li");
  ASSERT_TRUE(desk_->put_session(kept));
  ASSERT_TRUE(desk_->touch_session(kept.digest, 2000));
  ASSERT_TRUE(desk_->touch_session(kept.digest, 1500));
  ASSERT_TRUE(desk_->choose_post(kept.digest, "unit_head@150402"));
  const auto found = desk_->find_session(kept.digest).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->used_at, 2000);
  EXPECT_EQ(found->post, "unit_head@150402");
}

TEST_P(Desk, EndsOneAllOthersAndOldOnes) {
  for (const auto& each : {session("a", "li"), session("b", "li"), session("c", "zhang"), session("d", "wang", 5000)})
    ASSERT_TRUE(desk_->put_session(each));
  ASSERT_TRUE(desk_->end_other_sessions("li", "digest of b"));
  EXPECT_EQ(ids(), (std::vector<std::string>{"b", "d", "c"}));
  ASSERT_TRUE(desk_->end_session("digest of b"));
  ASSERT_TRUE(desk_->end_session("digest of b"));  // It has ended.
  ASSERT_TRUE(desk_->forget_sessions(2000, 0));
  EXPECT_EQ(ids(), (std::vector<std::string>{"d"}));
  ASSERT_TRUE(desk_->forget_sessions(0, 6000));
  EXPECT_TRUE(ids().empty());
}

TEST_P(Desk, CountsFailuresByAccountAndAddress) {
  for (const auto at : {100, 200})
    ASSERT_TRUE(desk_->count_failure("li", "10.0.0.7", at, 0));
  ASSERT_TRUE(desk_->count_failure("zhang", "10.0.0.7", 300, 0));
  ASSERT_TRUE(desk_->count_failure("li", "10.0.0.8", 400, 0));
  const auto failed = desk_->load_failures("li", "10.0.0.7").value();
  EXPECT_EQ(failed.of_account_and_address, (ports::FailureCount{2, 200}));
  EXPECT_EQ(failed.of_address, (ports::FailureCount{3, 300}));
  ASSERT_TRUE(desk_->clear_failures("li", "10.0.0.7"));
  EXPECT_EQ(desk_->load_failures("li", "10.0.0.7").value().of_account_and_address, (ports::FailureCount{}));
  EXPECT_EQ(desk_->load_failures("li", "10.0.0.8").value().of_account_and_address.count, 1);
  ASSERT_TRUE(desk_->count_failure("li", "10.0.0.8", 1000, 500));  // Those before 500 are forgotten.
  EXPECT_EQ(desk_->load_failures("li", "10.0.0.8").value().of_account_and_address.count, 1);
  EXPECT_EQ(desk_->load_failures("zhang", "10.0.0.7").value().of_address.count, 0);
}

TEST_P(Desk, CountsEveryFailureOfManyAtOnce) {
  constexpr int kEach = 20;
  std::vector<std::thread> writers;
  for (int i = 0; i < 3; ++i)
    writers.emplace_back([this] {
      const auto own = opened();
      for (int n = 0; n < kEach; ++n)
        EXPECT_TRUE(own->count_failure("li", "10.0.0.7", 100 + n, 0));
    });
  for (auto& each : writers)
    each.join();
  EXPECT_EQ(desk_->load_failures("li", "10.0.0.7").value().of_account_and_address.count, 3 * kEach);
}

TEST_P(Desk, NumbersEventsInOrder) {
  const ports::AccessEvent first{0, 100, "li", "10.0.0.7", "sign_in", "refused", ""};
  const ports::AccessEvent second{0, 200, "", "10.0.0.7", "sign_in", "refused", "带“引号”"};
  ASSERT_TRUE(desk_->put_event(first));
  ASSERT_TRUE(desk_->put_event(second));
  auto wanted = std::vector{first, second};
  wanted[0].id = 1;
  wanted[1].id = 2;
  EXPECT_EQ(desk_->load_events(0, 1000).value(), wanted);
  EXPECT_EQ(desk_->load_events(150, 1000).value().size(), 1U);
  EXPECT_TRUE(desk_->load_events(201, 1000).value().empty());
}

TEST_P(Desk, IsNoPartOfTheChain) {
  append(samples_.full_commit(1, 2));
  const auto head = store_->find_head().value();
  ASSERT_TRUE(desk_->put_session(session("a", "li")));
  EXPECT_EQ(store_->find_head().value(), head);
  EXPECT_EQ(store_->verify_chain().value(), std::nullopt);
}

}  // namespace
}  // namespace guatu::test
