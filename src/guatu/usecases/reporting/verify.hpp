#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "guatu/ports/store.hpp"

/// Whether everything recorded and published still holds: chain, digests, frozen figures recomputed, sums, papers.
/// Source: rules 3; contract 2, `verify`.
namespace guatu::usecases {

struct VerifyAnswer {
  std::int64_t commits = 0;
  std::int64_t publications = 0;
  std::int64_t papers = 0;
  std::string head_digest;
  std::optional<Bilingual> fault;  ///< The first thing wrong; names it.
};

/// `progress` hears done and total now and then; may be empty.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

/// `seen`: a head that somebody kept outside the store, such as the one printed on a bulletin. Only with it can a chain that
/// was computed anew, or cut off with care, be told from the true one.
/// Errors: StoreFailed only. A broken store is an answer with a fault.
[[nodiscard]] Result<VerifyAnswer> verify(ports::Store& store, const std::optional<ports::CommitHead>& seen,
                                          const Progress& progress);

}  // namespace guatu::usecases
