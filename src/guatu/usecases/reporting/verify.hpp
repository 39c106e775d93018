#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "guatu/ports/sm2_key.hpp"
#include "guatu/ports/store.hpp"

/// Whether everything recorded and published still holds: chain, digests, frozen figures recomputed, sums, papers.
/// Source: rules 3; contract 2, `verify`.
namespace guatu::usecases {

struct VerifyAnswer {
  std::int64_t commits = 0;
  std::int64_t publications = 0;
  std::int64_t papers = 0;
  std::int64_t signatures = 0;  ///< Of the key that was given.
  std::int64_t erased = 0;      ///< Personal values of which only the digest is left.
  std::string head_digest;
  std::optional<Bilingual> fault;  ///< The first thing wrong; names it.
};

/// `progress` hears done and total now and then; may be empty.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

/// What somebody kept outside the store to hold against it.
struct VerifyRequest {
  std::optional<ports::CommitHead> seen;  ///< A head, such as the one printed on a bulletin.
  std::optional<ports::HeadSignature>
      signed_head;                     ///< Instead: a signed head in a file. With `key` its signature counts.
  const ports::Sm2Key* key = nullptr;  ///< Every signature of it must hold and cover all that was published.
};

/// Only with something kept outside can a chain that was computed anew, or cut off with care, be told from the true one.
/// Errors: StoreFailed only. A broken store is an answer with a fault.
[[nodiscard]] Result<VerifyAnswer> verify(ports::Store& store, const VerifyRequest& request, const Progress& progress);

}  // namespace guatu::usecases
