#pragma once

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <string>
#include <vector>

/// Times of the same work done several times, judged by their median against what was promised.
namespace guatu::bench {

template <typename Work>
double milliseconds(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

template <typename Work>
std::vector<double> repeat(int runs, const Work& work) {
  std::vector<double> times;
  times.reserve(static_cast<std::size_t>(runs));
  for (int run = 0; run < runs; ++run)
    times.push_back(milliseconds(work));
  return times;
}

inline double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

inline void print_head() {
  fmt::print("| promise | promised | min | median | max | kept |\n|---|---|---|---|---|---|\n");
}

/// One line of the table; true when the median keeps the promise. `promised` 0: nothing is promised.
inline bool print_line(const std::string& what, const std::vector<double>& values, double promised,
                       const std::string& unit = "ms") {
  const auto [least, most] = std::ranges::minmax(values);
  const bool kept = promised <= 0 || median(values) <= promised;
  fmt::print("| {} | {} | {:.1f} | {:.1f} | {:.1f} | {} |\n", what,
             promised > 0 ? fmt::format("≤ {:.0f} {}", promised, unit) : "none", least, median(values), most,
             promised <= 0 ? ""
             : kept        ? "yes"
                           : "NO");
  return kept;
}

}  // namespace guatu::bench
