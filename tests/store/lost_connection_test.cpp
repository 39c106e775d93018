#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "guatu/store/postgres/postgres_store.hpp"

#include "tests/store/journal_samples.hpp"
#include "tests/store/store_factory.hpp"
#include "tests/support/cutting_proxy.hpp"
#include "tests/support/postgres_place.hpp"

// Connections that break at the worst moment, and transactions that the server gives up: what is acknowledged is there once.
namespace guatu::test {
namespace {

using testing::HasSubstr;

class LostConnection : public testing::Test {
 protected:
  [[nodiscard]] std::unique_ptr<ports::Store> open_through_proxy(std::chrono::milliseconds patience) const {
    store::PostgresOptions options;
    options.limits.reconnect = patience;
    return std::move(store::open_postgres(store::parse_postgres_url(proxy_.through(where_)).value(), options)).value();
  }

  [[nodiscard]] std::vector<std::string> look(const std::string& sql) const { return postgres_.look(where_, sql); }

  const StoreFactory& postgres_ = engine_called("postgres");
  std::string where_ = postgres_.create({});
  CuttingProxy proxy_{where_};
  JournalSamples samples_;
};

TEST_F(LostConnection, BeforeTheCommitWasHeardItIsWrittenAgain) {
  const auto store = open_through_proxy(std::chrono::seconds(60));
  proxy_.cut_next(Cut::BeforeCommit);
  const auto head = store->append(samples_.full_commit(1, 3), 0);
  ASSERT_TRUE(head) << head.error().message.en;
  EXPECT_EQ(proxy_.cuts(), 1);
  EXPECT_EQ(look("select seq, digest from commits"), std::vector<std::string>{"1|" + head->digest});
  EXPECT_EQ(store->verify_chain(*head).value(), std::nullopt);
}

TEST_F(LostConnection, AfterTheCommitWasHeardItIsFoundAndNotWrittenTwice) {
  const auto store = open_through_proxy(std::chrono::seconds(60));
  ASSERT_TRUE(store->append(samples_.full_commit(1, 3), 0));
  proxy_.cut_next(Cut::AfterCommit);
  const auto head = store->append(samples_.full_commit(2, 3), 1);
  ASSERT_TRUE(head) << head.error().message.en;
  EXPECT_EQ(proxy_.cuts(), 1);
  EXPECT_EQ(head->seq, 2);
  EXPECT_EQ(look("select max(seq), count(*) from commits"), std::vector<std::string>{"2|2"});
  EXPECT_EQ(store->verify_chain(*head).value(), std::nullopt);
}

TEST_F(LostConnection, WhoeverWroteMeanwhileIsAConflict) {
  const auto store = open_through_proxy(std::chrono::seconds(60));
  const auto direct = std::move(postgres_.open(where_, std::chrono::seconds(30))).value();
  proxy_.cut_next(Cut::BeforeCommit);
  proxy_.stay_cut();
  std::thread other([&] {
    while (proxy_.cuts() == 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_TRUE(direct->append(samples_.commit({{"part", "P9", "other"}}), 0));
    proxy_.mend();
  });
  JournalSamples own;
  const auto answer = store->append(own.full_commit(1, 3), 0);
  other.join();
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::Conflict);
  EXPECT_EQ(look("select count(*) from commits"), std::vector<std::string>{"1"});
  EXPECT_EQ(look("select subject from records"), std::vector<std::string>{"P9"});
}

TEST_F(LostConnection, ForGoodAtTheCommitIsNotCalledUnwritten) {
  const auto store = open_through_proxy(std::chrono::milliseconds(300));
  proxy_.cut_next(Cut::AfterCommit);
  proxy_.stay_cut();
  const auto answer = store->append(samples_.full_commit(1, 3), 0);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::StoreFailed);
  EXPECT_THAT(answer.error().message.zh, HasSubstr("尚不能确定是否已保存"));
  EXPECT_THAT(answer.error().message.en, HasSubstr("whether it was saved is not known yet"));
  EXPECT_EQ(look("select count(*) from commits"), std::vector<std::string>{"1"});
  proxy_.mend();
  EXPECT_EQ(store->append(samples_.full_commit(2, 3), 0).error().kind, ErrorKind::Conflict);
  EXPECT_EQ(store->append(samples_.full_commit(2, 3), 1).value().seq, 2);
}

TEST_F(LostConnection, InTheMiddleOfErasingIsErasedOnce) {
  const auto store = open_through_proxy(std::chrono::seconds(60));
  const auto commit = samples_.full_commit(1, 3);
  ASSERT_TRUE(store->append(commit, 0));
  proxy_.cut_next(Cut::AfterCommit);
  EXPECT_TRUE(store->erase_personal(commit.personal[0].digest));
  EXPECT_EQ(proxy_.cuts(), 1);
  EXPECT_TRUE(store->load_personal().value().empty());
  EXPECT_EQ(store->erase_personal(commit.personal[0].digest).error().kind, ErrorKind::NotFound);
}

TEST_F(LostConnection, ThatAnAdministratorEndedIsNotNoticed) {
  // Called after its schema, so that nobody else's connection ends.
  const auto own = schema_of(where_);
  const auto store = std::move(postgres_.open(where_ + "&application_name=" + own, std::chrono::seconds(30))).value();
  for (int i = 1; i <= 3; ++i) {
    ASSERT_TRUE(store->append(samples_.full_commit(i, 3), i - 1));
    EXPECT_EQ(
        look("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '" + own + "'"),
        std::vector<std::string>{"1"});
    EXPECT_EQ(store->find_head().value().seq, i);
  }
  EXPECT_EQ(store->verify_chain().value(), std::nullopt);
}

/// Fails the next `times` commits as the server does when transactions are in each other's way.
void give_up(const StoreFactory& engine, const std::string& where, const std::string& state, int times) {
  engine.tamper(where, "create sequence tries");
  engine.tamper(where,
                "create function give_up() returns trigger language plpgsql as $$ begin if nextval('tries') <= " +
                    std::to_string(times) + " then raise exception 'given up' using errcode = '" + state +
                    "'; end if; return new; end $$");
  engine.tamper(where, "create trigger give_up before insert on commits for each row execute function give_up()");
}

TEST_F(LostConnection, ATransactionThatTheServerGaveUpIsRepeatedWhole) {
  for (const auto* state : {"40001", "40P01"}) {
    where_ = postgres_.create({});
    give_up(postgres_, where_, state, 3);
    const auto store = std::move(postgres_.open(where_, std::chrono::seconds(30))).value();
    const auto head = store->append(samples_.full_commit(1, 3), 0);
    ASSERT_TRUE(head) << head.error().message.en;
    EXPECT_EQ(look("select last_value from tries"), std::vector<std::string>{"4"});
    EXPECT_EQ(look("select (select count(*) from commits), (select count(*) from records)"),
              std::vector<std::string>{"1|3"});
  }
}

TEST_F(LostConnection, AnythingElseIsNotRepeated) {
  give_up(postgres_, where_, "22012", 1000);
  const auto store = std::move(postgres_.open(where_, std::chrono::seconds(30))).value();
  const auto answer = store->append(samples_.full_commit(1, 3), 0);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ErrorKind::StoreFailed);
  EXPECT_THAT(answer.error().message.en, HasSubstr("given up"));
  EXPECT_EQ(look("select last_value from tries"), std::vector<std::string>{"1"});
  EXPECT_EQ(look("select count(*) from commits"), std::vector<std::string>{"0"});
}

TEST_F(LostConnection, ManyAtOnceShareTheConnectionsOfOneStore) {
  const auto store = std::move(postgres_.open(where_, std::chrono::seconds(60))).value();
  constexpr int kEach = 5;
  std::atomic<int> failures = 0;
  std::vector<std::thread> clerks;
  for (int clerk = 0; clerk < 12; ++clerk)
    clerks.emplace_back([&, clerk] {
      JournalSamples samples;
      for (int written = 0; written < kEach;) {
        const auto head = store->find_head();
        if (!head) {
          ++failures;
          return;
        }
        const auto answer =
            store->append(samples.commit({{"part", "C" + std::to_string(clerk), std::to_string(written)}}), head->seq);
        if (answer) {
          ++written;
        } else if (answer.error().kind != ErrorKind::Conflict) {
          ++failures;
          return;
        }
      }
    });
  for (auto& clerk : clerks)
    clerk.join();
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(store->find_head().value().seq, 12 * kEach);
  EXPECT_EQ(store->verify_chain().value(), std::nullopt);
}

}  // namespace
}  // namespace guatu::test
