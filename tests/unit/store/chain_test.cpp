#include "guatu/store/chain.hpp"

#include <functional>
#include <gtest/gtest.h>
#include <set>

#include "guatu/store/base64.hpp"

namespace guatu::store {
namespace {

// Computed by the openssl program over bytes written out by hand. They never change: stores that exist depend on them.
constexpr const char* kPartDigest = "1720a445f64b48327caa59dbff0c43bb8edf4da03fa97869cbdf2c59c1bc61aa";
constexpr const char* kProjectDigest = "a047deb615a9d93d935e9148e094691f4f35308cb26650ec6d09c308d2ae3bf4";
constexpr const char* kPersonalDigest = "62569e4d2822d6b9baac72fc913592b5198aae502818ecfd1bc797db0f63a5aa";
constexpr const char* kBlobDigest = "62fbb113f3d8004373d33df95517e7f6affc1eb5edb11743b09127b22db99e02";
constexpr const char* kCommitDigest = "f78d32281762b86e5fba9be8dc5e1c21a4c6cf70ada8aed770d2f992885cc9f1";

CommitParts sample() {
  return {1,
          1'668'992'400,
          "cli:office",
          "office",
          "import",
          "任务表.xlsx",
          "旬报",
          {kPartDigest, kProjectDigest},
          {kPersonalDigest},
          {kBlobDigest}};
}

TEST(Chain, FormatOneIsFixed) {
  EXPECT_EQ(record_digest({"part", "P1", "{}"}), kPartDigest);
  EXPECT_EQ(record_digest({"project", "P1", "{\"名称\":\"热电厂\"}"}), kProjectDigest);
  EXPECT_EQ(genesis_digest(), "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
  EXPECT_EQ(commit_digest(genesis_digest(), sample()), kCommitDigest);
}

TEST(Chain, EveryFieldAndItsPlaceCount) {
  const std::vector<std::function<void(CommitParts&)>> changes{
      [](auto& parts) { parts.seq = 2; },
      [](auto& parts) { parts.recorded_at += 1; },
      [](auto& parts) { parts.actor = "cli:office "; },
      [](auto& parts) { std::swap(parts.actor, parts.unit); },
      [](auto& parts) { parts.action += parts.source, parts.source.clear(); },
      [](auto& parts) { parts.reason.clear(); },
      [](auto& parts) { std::swap(parts.records[0], parts.records[1]); },
      [](auto& parts) { parts.records.pop_back(); },
      [](auto& parts) { parts.records.push_back(parts.records[0]); },
      [](auto& parts) { std::swap(parts.personal, parts.blobs); },
      [](auto& parts) { parts.blobs.insert(parts.blobs.begin(), parts.personal[0]), parts.personal.clear(); },
      [](auto& parts) { parts.blobs.clear(); },
  };
  std::set<std::string> digests{kCommitDigest, commit_digest(kBlobDigest, sample())};
  for (const auto& change : changes) {
    auto parts = sample();
    change(parts);
    digests.insert(commit_digest(genesis_digest(), parts));
  }
  EXPECT_EQ(digests.size(), changes.size() + 2);
}

TEST(Chain, BordersBetweenFieldsCount) {
  EXPECT_NE(record_digest({"part", "P1", "{}"}), record_digest({"par", "tP1", "{}"}));
  EXPECT_NE(record_digest({"part", "P1", "{}"}), record_digest({"part", "P1{}", ""}));
  EXPECT_NE(record_digest({"part", "", "P1"}), record_digest({"part", "P1", ""}));
}

TEST(Base64, GivesEveryByteBack) {
  for (std::size_t size = 0; size < 70; ++size) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i)
      bytes.push_back(static_cast<char>(i * 37 + size));
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
  }
  EXPECT_EQ(to_base64("abcd"), "YWJjZA==");
  EXPECT_EQ(to_base64(std::string(2, '\0')), "AAA=");
}

TEST(Base64, RefusesWhatIsNone) {
  for (const auto* text : {"a", "abc", "ab!d", "=", "A===", "=AAA", "AA=A", "AB==", "YWJj ", " YWJ", "YWJj\n"})
    EXPECT_EQ(from_base64(text), std::nullopt) << text;
}

}  // namespace
}  // namespace guatu::store
