#pragma once

#include <span>
#include <string>
#include <vector>

#include "guatu/ports/store.hpp"

/// Canonical bytes of commits and their SM3 chain. Format 1: every field is its length in decimal, ":", its bytes and ",";
/// numbers are decimal text; the words in quotes below are fields too. The bytes never change: another layout is another
/// format number. `openssl dgst -sm3` over the same bytes gives the same digests.
///
///   record digest = SM3("guatu-record-1" type subject body)
///   commit digest = SM3("guatu-commit-1" previous seq recorded_at actor unit action source reason
///                       count record-digest… count personal-digest… count blob-digest…)
namespace guatu::store {

inline constexpr int kChainFormat = 1;

[[nodiscard]] std::string record_digest(const ports::Record& record);

struct CommitParts {
  std::int64_t seq = 0;
  ports::EpochSeconds recorded_at = 0;
  std::string actor, unit, action, source, reason;
  std::vector<std::string> records;   ///< Digests, in order.
  std::vector<std::string> personal;  ///< Digests of personal values first seen here.
  std::vector<std::string> blobs;     ///< Digests of blobs that the commit names.
};
[[nodiscard]] std::string commit_digest(const std::string& previous, const CommitParts& commit);

/// The digest before the first commit.
[[nodiscard]] std::string genesis_digest();

}  // namespace guatu::store
