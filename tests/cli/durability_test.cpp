#include <gtest/gtest.h>
#include <random>

#include "tests/cli/office.hpp"

// What was acknowledged survives kill -9, and nothing is acknowledged before its bytes are synced.
namespace guatu::test {
namespace {

constexpr int kKills = 100;

TEST(Durability, AKilledImportOrPublicationIsThereWholeOrNotAtAll) {
  const Office office("chifeng-2023");
  office.init();
  office.make_sample(16, 21);
  const auto seed = std::random_device{}();
  RecordProperty("seed", std::to_string(seed));
  std::mt19937 random(seed);
  const auto dekads = office.dekads();
  std::int64_t acknowledged = office.head();
  for (int kill = 0; kill < kKills; ++kill) {
    const auto& dekad = dekads[static_cast<std::size_t>(kill / 9) % dekads.size()];
    std::vector<std::string> words{GUATU_BINARY};
    if (kill % 3 == 2) {
      words.insert(words.end(), {"publish", "--dekad", dekad, "--reason", "再次通报", "--json"});
      office.run({"lock", "--dekad", dekad});
      acknowledged = std::max(acknowledged, office.head());
    } else {
      words.insert(words.end(), {"import", "--reason", "补报", "--json"});
      for (auto& file : office.returns_of(dekad))
        words.push_back(file);
    }
    const auto killed = run_program(words, office.folder(), static_cast<int>(random() % 400'000));
    if (killed.exit_code == 0)
      acknowledged = std::max(acknowledged, boost::json::parse(killed.out).at("seq").as_int64());
    const auto verified = office.ask({"verify"}).as_object();
    ASSERT_TRUE(verified.at("ok").as_bool()) << "seed " << seed << ", kill " << kill;
    ASSERT_GE(verified.at("commits").as_int64(), acknowledged) << "seed " << seed << ", kill " << kill;
    acknowledged = verified.at("commits").as_int64();
  }
}

/// Position of the last line that holds one of the words, or npos.
std::size_t last_call(const std::vector<std::string>& calls, std::initializer_list<std::string_view> words) {
  for (std::size_t i = calls.size(); i-- > 0;)
    for (const auto word : words)
      if (calls[i].find(word) != std::string::npos) return i;
  return std::string::npos;
}

TEST(Durability, BytesAreSyncedBeforeTheAcknowledgement) {
  const Office office("chifeng-2023");
  office.init();
  office.make_sample(8, 2);
  const auto file = office.returns_of(office.dekads().front()).front();
  // The leak checker cannot work under a tracer.
  const auto traced =
      run_program({"env", "ASAN_OPTIONS=detect_leaks=0", "strace", "-f", "-y", "-s", "40", "-o", "trace", "-e",
                   "trace=fsync,fdatasync,write,pwrite64", GUATU_BINARY, "import", file, "--json"},
                  office.folder());
  if (traced.exit_code == 127) GTEST_SKIP() << "strace is not installed";
  ASSERT_EQ(traced.exit_code, 0) << traced.err;
  std::vector<std::string> calls;
  std::istringstream trace(read_text(office.folder() / "trace"));
  for (std::string line; std::getline(trace, line);)
    calls.push_back(line);
  const auto acknowledgement = last_call(calls, {"\"{\\\"files\\\""});
  const auto write = [&] {
    for (auto i = acknowledgement; i-- > 0;)
      if (calls[i].find("pwrite64") != std::string::npos && calls[i].find("guatu.db") != std::string::npos) return i;
    return std::string::npos;
  }();
  const auto sync = [&] {
    for (auto i = acknowledgement; i-- > 0;)
      if (calls[i].find("sync(") != std::string::npos && calls[i].find("guatu.db") != std::string::npos) return i;
    return std::string::npos;
  }();
  ASSERT_NE(acknowledgement, std::string::npos);
  ASSERT_NE(write, std::string::npos);
  ASSERT_NE(sync, std::string::npos);
  EXPECT_LT(write, sync) << "a database write after the last sync";
}

}  // namespace
}  // namespace guatu::test
