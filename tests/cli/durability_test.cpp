#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <set>

#include "guatu/store/sqlite/sqlite_store.hpp"
#include "guatu/usecases/reporting/verify.hpp"

#include "tests/cli/store_file.hpp"
#include "tests/support/paths.hpp"

// What was acknowledged survives kill -9, and nothing is acknowledged before its bytes are synced.
namespace guatu::test {
namespace {

using Words = std::vector<std::string>;

/// A store where one dekad is published and the next one locked, and the two commands that write most.
class Durability : public testing::Test {
 protected:
  Durability() {
    office_.init();
    office_.make_sample(8, 21);
    const auto dekads = office_.dekads();
    office_.publish(dekads[0]);
    EXPECT_EQ(office_.import(dekads[1]).exit_code, 0);
    EXPECT_EQ(office_.run({"lock", "--dekad", dekads[1]}).exit_code, 0);
    before_ = settled_store(office_);
    import_ = {GUATU_BINARY, "import", "--json"};
    const auto returns = office_.returns_of(dekads[2]);
    import_.insert(import_.end(), returns.begin(), returns.begin() + std::min<std::ptrdiff_t>(3, std::ssize(returns)));
    publish_ = {GUATU_BINARY, "publish", "--dekad", dekads[1], "--json"};
    last_day_ = last_day(dekads[2]);
  }

  [[nodiscard]] usecases::VerifyAnswer verified() const {
    const auto store = store::open_sqlite((office_.folder() / kStoreFile).string());
    return usecases::verify(*store.value(), {}, {}).value();
  }

  [[nodiscard]] std::string ledger() const {
    return office_.run({"ledger", "--as-of", last_day_, "--format", "csv"}).out;
  }

  Office office_{"example"};
  Words import_, publish_;
  std::string before_, last_day_;
};

/// One command, killed again and again from the same store.
class Killed : public Durability {
 protected:
  void begin(const Words& words) {
    words_ = words;
    head_ = verified().commits;
    const auto start = std::chrono::steady_clock::now();
    ASSERT_EQ(run_program(words_, office_.folder()).exit_code, 0);
    window_ = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
    commits_ = verified().commits - head_;
    ledger_ = ledger();
    ASSERT_GE(commits_, 1);
  }

  /// What a killed command left: whole commits, nothing acknowledged lost, and the same command finishes the work.
  void check(const ProgramRun& run, bool again) {
    const auto answer = verified();
    ASSERT_EQ(answer.fault ? answer.fault->en : "", "");
    const auto written = answer.commits - head_;
    ASSERT_GE(written, 0);
    ASSERT_LE(written, commits_);
    ASSERT_EQ(answer.publications, words_ == publish_ ? 1 + written : 1) << "a publication in halves";
    if (run.exit_code == 0) {
      ASSERT_EQ(written, commits_) << "acknowledged, but not there";
    } else {
      ASSERT_EQ(run.exit_code, 128 + 9) << run.err;
      ++killed_;
    }
    ++(written == 0 ? untouched_ : written == commits_ ? complete_ : between_);
    if (!again || (written == commits_ && words_ == publish_)) return;
    ASSERT_EQ(run_program(words_, office_.folder()).exit_code, 0);
    ASSERT_EQ(verified().commits - head_, commits_);
    ASSERT_EQ(ledger(), ledger_);
  }

  void kill_at_random_moments(int kills, std::mt19937& random) {
    for (int kill = 0; kill < kills; ++kill) {
      SCOPED_TRACE("kill " + std::to_string(kill));
      put_back_store(office_, before_);
      const auto moment = std::uniform_real_distribution(0.0, window_)(random);
      const auto run = run_program(words_, office_.folder(), static_cast<int>(moment));
      const auto complete = complete_;
      check(run, kill % 10 == 0);
      if (HasFatalFailure()) return;
      // The machine may be faster or slower than at first: moments after the end show little, none near it less.
      window_ *= complete_ > complete ? 0.9 : 1.01;
    }
    EXPECT_GE(killed_, kills / 2) << "most were done before they were killed";
    EXPECT_GT(untouched_, 0);
    EXPECT_GT(complete_ + between_, 0);
  }

  [[nodiscard]] ProgramRun traced(const std::string& call, const std::string& injected) const {
    Words words{"env", "ASAN_OPTIONS=detect_leaks=0", "strace", "-f", "-o", "trace", "-e", "trace=" + call};
    if (!injected.empty()) words.insert(words.end(), {"-e", "inject=" + call + injected});
    words.insert(words.end(), words_.begin(), words_.end());
    return run_program(words, office_.folder());
  }

  /// Killed as it enters a call to the system, each time another one, spread over all that it makes.
  void kill_at(const std::string& call, int kills) {
    put_back_store(office_, before_);
    const auto whole = traced(call, "");
    if (whole.exit_code != 0) GTEST_SKIP() << "strace is not installed or not permitted: " << whole.err;
    std::istringstream trace(read_text(office_.folder() / "trace"));
    std::int64_t calls = 0;
    for (std::string line; std::getline(trace, line);)
      calls += line.find(call + "(") != std::string::npos ? 1 : 0;
    ASSERT_GE(calls, 1) << call;
    const auto killed_before = killed_;
    for (int kill = 0; kill < kills; ++kill) {
      const auto number = std::to_string(1 + kill * (calls - 1) / std::max(kills - 1, 1));
      SCOPED_TRACE(call + " " + number + " of " + std::to_string(calls));
      put_back_store(office_, before_);
      check(traced(call, ":signal=SIGKILL:when=" + number), kill % 5 == 0);
      if (HasFatalFailure()) return;
    }
    EXPECT_EQ(killed_ - killed_before, kills) << call;
  }

  void kill_in_the_middle() {
    kill_at("pwrite64", 12);
    if (HasFailure() || IsSkipped()) return;
    kill_at("fdatasync", 3);
    EXPECT_GT(untouched_, 0);
  }

  Words words_;
  std::string ledger_;
  double window_ = 0;
  std::int64_t head_ = 0, commits_ = 0;
  int killed_ = 0, untouched_ = 0, between_ = 0, complete_ = 0;
};

TEST_F(Killed, ImportAtFiftyRandomMomentsIsThereWholeOrNotAtAll) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  begin(import_);
  kill_at_random_moments(50, random);
}

TEST_F(Killed, PublicationAtFiftyRandomMomentsIsThereWholeOrNotAtAll) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  begin(publish_);
  kill_at_random_moments(50, random);
}

TEST_F(Killed, ImportInTheMiddleOfAWriteIsThereWholeOrNotAtAll) {
  begin(import_);
  kill_in_the_middle();
}

TEST_F(Killed, PublicationInTheMiddleOfAWriteIsThereWholeOrNotAtAll) {
  begin(publish_);
  kill_in_the_middle();
}

/// Which file a traced call is about: "pwrite64(3</somewhere/guatu.db-wal>, …" gives the path.
std::string file_of(const std::string& call) {
  const auto open = call.find('<');
  const auto close = call.find('>', open);
  return open == std::string::npos || close == std::string::npos ? "" : call.substr(open + 1, close - open - 1);
}

TEST_F(Durability, BytesAreSyncedBeforeTheAcknowledgement) {
  for (const auto* command : {&import_, &publish_}) {
    SCOPED_TRACE((*command)[1]);
    // The leak checker cannot work under a tracer.
    Words words{"env",
                "ASAN_OPTIONS=detect_leaks=0",
                "strace",
                "-f",
                "-y",
                "-o",
                "trace",
                "-e",
                "trace=fsync,fdatasync,write,writev,pwrite64,pwritev,ftruncate"};
    words.insert(words.end(), command->begin(), command->end());
    const auto traced = run_program(words, office_.folder());
    if (traced.exit_code == 127 || traced.err.find("ptrace") != std::string::npos)
      GTEST_SKIP() << "strace is not installed or not permitted: " << traced.err;
    ASSERT_EQ(traced.exit_code, 0) << traced.err;
    std::set<std::string> unsynced;
    int writes = 0;
    bool acknowledged = false;
    std::istringstream trace(read_text(office_.folder() / "trace"));
    for (std::string call; std::getline(trace, call) && !acknowledged;) {
      const auto file = file_of(call);
      acknowledged = call.find("write(1<") != std::string::npos;
      // The index of the log is made anew after a crash.
      if (file.find(kStoreFile) == std::string::npos || file.ends_with("-shm")) continue;
      if (call.find("sync(") != std::string::npos) {
        unsynced.erase(file);
      } else {
        unsynced.insert(file);
        ++writes;
      }
    }
    EXPECT_TRUE(acknowledged) << "the acknowledgement is not in the trace";
    EXPECT_GT(writes, 0);
    EXPECT_THAT(unsynced, testing::IsEmpty()) << "written after the last sync and before the acknowledgement";
  }
}

}  // namespace
}  // namespace guatu::test
