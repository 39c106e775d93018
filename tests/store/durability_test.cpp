#include <algorithm>
#include <chrono>
#include <random>
#include <sstream>

#include "tests/store/helper.hpp"
#include "tests/store/store_suite.hpp"

// What was acknowledged is on the disk, whatever happens to the process, the disk or the rights.
namespace guatu::test {
namespace {

constexpr int kRecords = 20;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);)
    lines.push_back(line);
  return lines;
}

/// The highest number that a helper acknowledged; `before` when none.
std::int64_t acknowledged(const std::string& out, std::int64_t before) {
  constexpr std::string_view kWord = "acknowledged ";
  for (const auto& line : lines_of(out))
    if (line.starts_with(kWord)) before = std::max<std::int64_t>(before, std::stoll(line.substr(kWord.size())));
  return before;
}

class Durability : public StoreSuite {
 protected:
  [[nodiscard]] std::vector<std::string> helper(const std::string& job,
                                                const std::vector<std::string>& more = {}) const {
    return helper_words(engine_.name, job, where_, more);
  }

  /// Whole commits only, numbered without a gap, and a chain that holds.
  void expect_whole(std::int64_t at_least, std::int64_t at_most) {
    engine_.settle(where_);
    const auto store = reopened();
    const auto head = store->find_head().value();
    EXPECT_GE(head.seq, at_least);
    EXPECT_LE(head.seq, at_most);
    const auto commits = store->load_commits(0, head.seq + 1).value();
    ASSERT_EQ(std::ssize(commits), head.seq);
    for (std::int64_t i = 0; i < head.seq; ++i) {
      EXPECT_EQ(commits[static_cast<std::size_t>(i)].head.seq, i + 1);
      EXPECT_EQ(commits[static_cast<std::size_t>(i)].record_count, kRecords);
    }
    EXPECT_EQ(std::ssize(store->load_history("part", head.seq + 1, std::nullopt).value()), head.seq * kRecords);
    EXPECT_EQ(std::ssize(store->load_personal().value()), head.seq);
    EXPECT_EQ(store->verify_chain().value(), std::nullopt);
  }
};
GUATU_ON_EVERY_ENGINE(Durability);

/// What only an engine that writes its file by itself can be asked.
class FileDurability : public Durability {};
INSTANTIATE_TEST_SUITE_P(Engines, FileDurability, testing::Values(engine_called("sqlite")), engine_name);

TEST_P(Durability, AProcessKilledAtAnyMomentLosesNothingAcknowledged) {
  const auto seed = std::random_device{}();
  std::cout << "seed " << seed << "\n";
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  std::int64_t all = 0;
  // On a busy machine the helper needs its time to begin; killed before, it would prove nothing.
  const auto began = std::chrono::steady_clock::now();
  ASSERT_EQ(run_program(helper("write-one"), folder_.path()).exit_code, 0);
  const auto one = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
  const auto window = std::max<std::int64_t>(150'000, 4 * one.count());
  const int kills = engine_.name == "sqlite" ? 100 : 15;  // ./dev kills does more.
  for (int kill = 0; kill < kills; ++kill) {
    if (kill % 10 == 0) {
      std::filesystem::create_directory(folder_.path() / std::to_string(kill));
      where_ = engine_.create(folder_.path() / std::to_string(kill));
    }
    const auto before = reopened()->find_head().value().seq;
    const auto killed =
        run_program(helper("write"), folder_.path(), static_cast<int>(random() % static_cast<std::uint64_t>(window)));
    ASSERT_EQ(killed.exit_code, 128 + 9) << killed.err;
    const auto last = acknowledged(killed.out, before);
    expect_whole(last, last + 1);  // One more may have been written and killed before its word.
    ASSERT_FALSE(HasFailure()) << "kill " << kill;
    all += last - before;
  }
  EXPECT_GT(all, kills) << "the helper was killed before it did anything";
}

TEST_P(FileDurability, AStoreKilledWhileItIsMadeCanBeMadeAgain) {
  std::mt19937 random(20221121);
  for (int kill = 0; kill < 20; ++kill) {
    const auto folder = folder_.path() / std::to_string(kill);
    std::filesystem::create_directory(folder);
    where_ = folder.string();
    static_cast<void>(run_program(helper("create"), folder_.path(), static_cast<int>(random() % 60'000)));
    where_ = engine_.create(folder);
    expect_whole(0, 0);
  }
}

/// Which file a traced call is about: "pwrite64(3<journal.db-wal>, …" answers the path.
std::string file_of(const std::string& call) {
  const auto open = call.find('<');
  const auto close = call.find('>', open);
  return open == std::string::npos || close == std::string::npos ? "" : call.substr(open + 1, close - open - 1);
}

TEST_P(FileDurability, EveryByteIsSyncedBeforeTheAcknowledgement) {
  // The leak checker cannot work under a tracer.
  std::vector<std::string> words{"env",
                                 "ASAN_OPTIONS=detect_leaks=0",
                                 "strace",
                                 "-f",
                                 "-y",
                                 "-o",
                                 "trace",
                                 "-e",
                                 "trace=fsync,fdatasync,write,pwrite64,pwritev,writev,ftruncate"};
  for (auto& word : helper("write-one"))
    words.push_back(word);
  const auto traced = run_program(words, folder_.path());
  if (traced.exit_code == 127) GTEST_SKIP() << "strace is not installed: the order of writes and syncs was not checked";
  if (traced.err.find("ptrace") != std::string::npos && traced.exit_code != 0)
    GTEST_SKIP() << "strace is not permitted here, the order of writes and syncs was not checked: " << traced.err;
  ASSERT_EQ(traced.exit_code, 0) << traced.err;

  std::set<std::string> unsynced;
  int writes = 0;
  int syncs = 0;
  bool seen = false;
  for (const auto& call : lines_of(read_text(folder_.path() / "trace"))) {
    if (call.find("\"acknowledged 1\\n\"") != std::string::npos) {
      seen = true;
      break;
    }
    const auto file = file_of(call);
    if (!file.starts_with(where_) || file.ends_with("-shm")) continue;  // The log's index is made anew after a crash.
    if (call.find("sync(") != std::string::npos) {
      unsynced.erase(file);
      ++syncs;
    } else {
      unsynced.insert(file);
      ++writes;
    }
  }
  EXPECT_TRUE(seen) << "the acknowledgement is not in the trace";
  EXPECT_GT(writes, 0);
  EXPECT_GT(syncs, 0);
  EXPECT_THAT(unsynced, testing::IsEmpty()) << "written after the last sync and before the acknowledgement";
}

TEST_P(Durability, TwoProcessesLoseNoUpdate) {
  constexpr int kEach = 100;
  const auto words = helper("count", {std::to_string(kEach)});
  const auto both = run_program({"sh", "-c", R"("$@" & "$@"; one=$?; wait $! && [ $one = 0 ])", "sh", words[0],
                                 words[1], words[2], words[3], words[4], words[5]},
                                folder_.path());
  ASSERT_EQ(both.exit_code, 0) << both.out << both.err;
  EXPECT_EQ(lines_of(both.out).size(), 2U);
  const auto head = store_->find_head().value();
  EXPECT_EQ(head.seq, 2 * kEach);
  EXPECT_EQ(store_->load_newest("count", head.seq).value().at(0).body, std::to_string(2 * kEach));
  const auto history = store_->load_history("count", head.seq, "all").value();
  for (std::size_t i = 0; i < history.size(); ++i)
    EXPECT_EQ(history[i].body, std::to_string(i + 1));
  EXPECT_EQ(store_->verify_chain().value(), std::nullopt);
}

TEST_P(FileDurability, AFileThatMayNotGrowLeavesNothingHalfWritten) {
  for (const auto* limit : {"65536", "131072", "262144", "300001"}) {
    std::filesystem::create_directory(folder_.path() / limit);
    where_ = engine_.create(folder_.path() / limit);
    const auto starved = run_program(helper("fill-limited", {limit}), folder_.path());
    ASSERT_EQ(starved.exit_code, 0) << starved.err;
    const auto lines = lines_of(starved.out);
    ASSERT_FALSE(lines.empty());
    EXPECT_THAT(lines.back(), testing::StartsWith("error " + std::to_string(static_cast<int>(ErrorKind::StoreFailed)) +
                                                  " reading or writing the store failed"));
    const auto last = acknowledged(starved.out, 0);
    expect_whole(last, last);
  }
}

TEST_P(FileDurability, AFullDiskLeavesNothingHalfWritten) {
  const auto disk = folder_.path() / "disk";
  std::filesystem::create_directory(disk);
  where_ = disk.string();
  const auto starved = run_program(helper("fill-disk"), folder_.path());
  if (starved.exit_code == 77) GTEST_SKIP() << "no small disk can be mounted here: a full disk was not tried";
  ASSERT_EQ(starved.exit_code, 0) << starved.err;
  const auto lines = lines_of(starved.out);
  const auto last = acknowledged(starved.out, 0);
  ASSERT_EQ(std::ssize(lines), last + 3) << starved.out;
  EXPECT_GT(last, 0);
  EXPECT_THAT(
      lines[lines.size() - 3],
      testing::StartsWith("error " + std::to_string(static_cast<int>(ErrorKind::StoreFailed)) + " the disk is full"));
  EXPECT_EQ(lines[lines.size() - 2], "head " + std::to_string(last));
  EXPECT_EQ(lines[lines.size() - 1], "whole");
}

TEST_P(FileDurability, WithoutTheRightToWriteNothingIsWritten) {
  append(samples_.full_commit(1, kRecords));
  store_.reset();
  namespace fs = std::filesystem;
  fs::permissions(where_, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  fs::permissions(folder_.path(), fs::perms::all);
  const auto refused = run_program(helper("no-right"), folder_.path());
  if (refused.exit_code == 77) GTEST_SKIP() << "this process cannot give up its rights: a read-only file was not tried";
  ASSERT_EQ(refused.exit_code, 0) << refused.err;
  const auto lines = lines_of(refused.out);
  ASSERT_EQ(lines.size(), 1U) << refused.out;
  EXPECT_THAT(lines[0], testing::StartsWith("error " + std::to_string(static_cast<int>(ErrorKind::StoreFailed)) +
                                            " the store is read-only"));
  fs::permissions(where_, fs::perms::owner_read | fs::perms::owner_write);
  expect_whole(1, 1);
}

}  // namespace
}  // namespace guatu::test
