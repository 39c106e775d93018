#pragma once

#include <optional>

#include "guatu/ports/store.hpp"

namespace guatu::usecases {

/// What `attempt`, which decides on what stands in the store and appends, answers; it decides again when somebody else wrote
/// in between. Who has lost a few of these races decides while nobody else can write: many short decisions do not starve a
/// long one.
template <typename Attempt>
auto until_written(ports::Store& store, Attempt attempt) -> decltype(attempt()) {
  constexpr int kRaces = 3;
  for (int i = 0; i < kRaces; ++i) {
    auto answer = attempt();
    if (answer || answer.error().kind != ErrorKind::Conflict) return answer;
  }
  std::optional<decltype(attempt())> last;
  const auto written = store.write_together([&] { last.emplace(attempt()); });
  if (!written) return written.error();
  return *std::move(last);
}

}  // namespace guatu::usecases
