#include "guatu/leagues/ranking.hpp"

#include <algorithm>

namespace guatu::leagues {
namespace {

bool same_place(const Standing& a, const Standing& b) {
  return compare(a.score.rate, b.score.rate) == 0;
}

bool stands_before(const Standing& a, const Standing& b) {
  const auto order = compare(a.score.rate, b.score.rate);
  if (order != 0) return order > 0;
  if (a.score.unfinished_procedures != b.score.unfinished_procedures)
    return a.score.unfinished_procedures < b.score.unfinished_procedures;
  if (a.score.overdue != b.score.overdue) return a.score.overdue < b.score.overdue;
  return a.unit < b.unit;
}

bool met_guard(const Standing& standing, const Ratio* threshold) {
  return threshold != nullptr && standing.score.guard.is_defined() && compare(standing.score.guard, *threshold) >= 0;
}

}  // namespace

std::vector<Standing> rank_standings(std::vector<Standing> standings) {
  std::ranges::sort(standings, stands_before);
  for (std::size_t i = 0; i < standings.size(); ++i) {
    const bool shares = i > 0 && same_place(standings[i - 1], standings[i]);
    standings[i].rank = shares ? standings[i - 1].rank : static_cast<int>(i) + 1;
    standings[i].tied = shares || (i + 1 < standings.size() && same_place(standings[i], standings[i + 1]));
  }
  return standings;
}

void mark_bottom(std::vector<Standing>& standings, int size, const Ratio* threshold) {
  // In the bottom group are those behind whom fewer than `size` units stand: so a tie across the line is in as a whole.
  for (auto& standing : standings) {
    const auto behind = std::ranges::count_if(standings, [&](const auto& other) { return other.rank > standing.rank; });
    const bool never = standing.rank == 1 || is_whole(standing.score.rate) || met_guard(standing, threshold);
    standing.bottom = behind < size && !never;
  }
}

}  // namespace guatu::leagues
