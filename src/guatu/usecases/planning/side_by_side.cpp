#include "guatu/usecases/planning/side_by_side.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace guatu::usecases {

planning::order::Together side_by_side() {
  return [](std::size_t parts, const planning::order::Part& run) {
    constexpr std::size_t kMostThreads = 4;
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (auto part = next++; part < parts; part = next++)
        run(part);
    };
    std::vector<std::jthread> threads;
    const auto count = std::min({kMostThreads, parts, std::size_t{std::thread::hardware_concurrency()}});
    for (std::size_t i = 1; i < count; ++i)
      threads.emplace_back(work);
    work();
  };
}

}  // namespace guatu::usecases
