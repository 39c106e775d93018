#pragma once

#include <cstddef>
#include <functional>

/// Work in parts that do not touch each other. The core has no threads: who calls it says how parts are run, side by side or one
/// after the other, and may not change any result by that.
namespace guatu::planning::order {

using Part = std::function<void(std::size_t part)>;
/// Runs part 0 … parts - 1 and returns when all are done.
using Together = std::function<void(std::size_t parts, const Part& run)>;

inline void one_after_the_other(std::size_t parts, const Part& run) {
  for (std::size_t part = 0; part < parts; ++part)
    run(part);
}

}  // namespace guatu::planning::order
