#include <atomic>
#include <gtest/gtest.h>
#include <mutex>
#include <set>
#include <thread>

#include "guatu/store/postgres/postgres_store.hpp"

#include "tests/store/journal_samples.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/program.hpp"

// A whole server killed and started again under the hands of clerks. The long version, with a failover and sixty clerks, is
// ./dev failover.
namespace guatu::test {
namespace {

/// A server of this test's own, gone afterwards.
class OwnServer {
 public:
  OwnServer() { manage("start"); }
  OwnServer(const OwnServer&) = delete;
  OwnServer& operator=(const OwnServer&) = delete;
  ~OwnServer() { manage("stop"); }

  void manage(const std::string& verb, const std::string& more = {}) const {
    std::vector<std::string> words{"python3", GUATU_SOURCE_DIR "/tests/support/postgres_server", verb, state()};
    if (!more.empty()) words.push_back(more);
    const auto done = run_program(words, folder_.path());
    EXPECT_EQ(done.exit_code, 0) << verb << ": " << done.out << done.err;
  }
  [[nodiscard]] store::PostgresPlace place() const {
    return store::parse_postgres_url(read_text(state() + ".url")).value();
  }

 private:
  [[nodiscard]] std::string state() const { return (folder_.path() / "server").string(); }
  TemporaryFolder folder_;
};

/// Clerks with a connection each, who note what was acknowledged.
class Clerks {
 public:
  Clerks(const store::PostgresPlace& place, int count) {
    for (int clerk = 0; clerk < count; ++clerk)
      threads_.emplace_back([this, place, clerk] { write(place, clerk); });
  }
  Clerks(const Clerks&) = delete;
  Clerks& operator=(const Clerks&) = delete;
  ~Clerks() { stop(); }

  void stop() {
    stop_ = true;
    for (auto& thread : threads_)
      thread.join();
    threads_.clear();
  }

  /// Waits until so many are acknowledged; false when that never happens.
  [[nodiscard]] bool wait_for(std::size_t wanted) {
    for (int i = 0; i < 6000; ++i) {
      if (acknowledged().size() >= wanted) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }

  [[nodiscard]] std::set<std::string> acknowledged() {
    const std::lock_guard lock(mutex_);
    return acknowledged_;
  }
  [[nodiscard]] std::string failure() {
    const std::lock_guard lock(mutex_);
    return failure_;
  }

 private:
  void write(const store::PostgresPlace& place, int clerk) {
    store::PostgresOptions options;
    options.connections = 1;
    options.limits.reconnect = std::chrono::seconds(120);
    const auto store = store::open_postgres(place, options);
    if (!store) return fail(store.error());
    JournalSamples samples;
    for (int number = 0; !stop_;) {
      const auto head = (*store)->find_head();
      if (!head) return fail(head.error());
      const auto subject = "C" + std::to_string(clerk) + "/" + std::to_string(number);
      const auto answer = (*store)->append(samples.commit({{"part", subject, "{}"}}), head->seq);
      if (!answer && answer.error().kind == ErrorKind::Conflict) continue;
      if (!answer) return fail(answer.error());
      ++number;
      const std::lock_guard lock(mutex_);
      acknowledged_.insert(subject);
    }
  }

  void fail(const Error& error) {
    const std::lock_guard lock(mutex_);
    failure_ = error.message.en;
  }

  std::atomic<bool> stop_ = false;
  std::mutex mutex_;
  std::set<std::string> acknowledged_;
  std::string failure_;
  std::vector<std::thread> threads_;
};

TEST(ServerCrash, LosesNothingAcknowledgedAndIsNotNoticedByClerks) {
  const OwnServer server;
  ASSERT_TRUE(store::migrate_postgres(server.place()));
  Clerks clerks(server.place(), 4);
  ASSERT_TRUE(clerks.wait_for(20)) << clerks.failure();
  server.manage("signal", "KILL");
  server.manage("restart");
  const auto before = clerks.acknowledged().size();
  EXPECT_TRUE(clerks.wait_for(before + 20)) << clerks.failure();
  clerks.stop();
  EXPECT_EQ(clerks.failure(), "");

  const auto store = std::move(store::open_postgres(server.place())).value();
  const auto head = store->find_head().value();
  std::multiset<std::string> written;
  const auto history = store->load_history("part", head.seq, std::nullopt).value();
  for (const auto& record : history)
    written.insert(record.subject);
  for (const auto& subject : clerks.acknowledged())
    EXPECT_EQ(written.count(subject), 1U) << subject << " was acknowledged";
  EXPECT_EQ(std::ssize(written), head.seq);
  EXPECT_EQ(written.size(), clerks.acknowledged().size()) << "written, but not acknowledged in the end";
  EXPECT_EQ(store->verify_chain().value(), std::nullopt);
}

}  // namespace
}  // namespace guatu::test
