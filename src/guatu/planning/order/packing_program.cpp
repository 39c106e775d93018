#include "guatu/planning/order/packing_program.hpp"

#include <algorithm>
#include <cmath>

namespace guatu::planning::order {
namespace {

constexpr double kTolerance = 1e-7;
constexpr double kLeastPivot = 1e-7;
constexpr int kStepsBetweenChecks = 64;

}  // namespace

PackingProgram::PackingProgram(std::uint32_t things)
    : things_(things), columns_(things), position_(things, -1), shares_(things, 1.0), gain_(things, 1.0) {}

void PackingProgram::add(Row row) {
  const auto index = static_cast<std::uint32_t>(rows_.size());
  // The new row's slack enters the basis; in terms of the old basis its row of the inverse takes back what basic things use.
  std::vector<double> own(index + 1, 0);
  own[index] = 1;
  double slack = row.limit;
  for (const auto& [thing, need] : row.entries) {
    columns_[thing].emplace_back(index, need);
    slack -= need * shares_[thing];
    if (position_[thing] < 0) continue;
    const auto& inverse = inverse_[static_cast<std::size_t>(position_[thing])];
    for (std::size_t k = 0; k < index; ++k)
      own[k] -= need * inverse[k];
  }
  for (auto& line : inverse_)
    line.push_back(0);
  inverse_.push_back(std::move(own));
  basis_.push_back(things_ + index);
  position_.push_back(static_cast<std::int32_t>(index));
  gain_.push_back(0);
  slack_.push_back(slack);
  rows_.push_back(std::move(row));
}

double PackingProgram::basic_value(std::size_t position) const {
  const auto variable = basis_[position];
  return variable < things_ ? shares_[variable] : slack_[variable - things_];
}

std::size_t PackingProgram::most_broken(double& excess) const {
  std::size_t worst = rows_.size();
  double most = kTolerance;
  for (std::size_t position = 0; position < rows_.size(); ++position) {
    const double value = basic_value(position);
    const double above = basis_[position] < things_ ? value - 1 : 0;
    const double broken = std::max(-value, above);
    if (broken <= most) continue;
    most = broken;
    worst = position;
    excess = value < 0 ? value : above;
  }
  return worst;
}

void PackingProgram::read_row(std::size_t position) {
  pivot_row_.assign(things_ + rows_.size(), 0);
  const auto& inverse = inverse_[position];
  for (std::size_t k = 0; k < rows_.size(); ++k) {
    if (std::abs(inverse[k]) < 1e-12) continue;
    for (const auto& [thing, need] : rows_[k].entries)
      pivot_row_[thing] += inverse[k] * need;
    pivot_row_[things_ + k] = inverse[k];
  }
}

/// One step: the basic variable at `position` goes to the bound that it breaks. Things whose gain changes its sign before the
/// entering variable is reached only change from none to all or back.
bool PackingProgram::turn(std::size_t position, double excess) {
  read_row(position);
  const double direction = excess < 0 ? -1 : 1;
  struct Candidate {
    double ratio;
    std::uint32_t variable;
  };
  std::vector<Candidate> candidates;
  for (std::uint32_t variable = 0; variable < things_ + rows_.size(); ++variable) {
    if (position_[variable] >= 0) continue;
    const double pull = direction * pivot_row_[variable];
    if (std::abs(pull) < kLeastPivot) continue;
    const bool at_top = variable < things_ && shares_[variable] > 0.5;
    if (at_top ? pull > 0 : pull < 0) continue;
    // At the top a gain is not below 0, at the bottom not above; numbers a little beyond count as 0.
    candidates.push_back({std::abs(gain_[variable]) / std::abs(pull), variable});
  }
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.ratio != b.ratio ? a.ratio < b.ratio : a.variable < b.variable;
  });
  double left = std::abs(excess);
  for (const auto& candidate : candidates) {
    const double pull = std::abs(pivot_row_[candidate.variable]);
    if (candidate.variable >= things_ || left - pull <= 0) {
      replace(position, candidate.variable);
      return true;
    }
    left -= pull;
    shares_[candidate.variable] = shares_[candidate.variable] > 0.5 ? 0 : 1;
  }
  return !candidates.empty();
}

void PackingProgram::replace(std::size_t position, std::uint32_t entering) {
  // The leaving variable rests on the bound that it broke.
  const auto leaving = basis_[position];
  if (leaving < things_) shares_[leaving] = shares_[leaving] < 0.5 ? 0 : 1;
  const double ratio = gain_[entering] / pivot_row_[entering];
  for (std::size_t variable = 0; variable < gain_.size(); ++variable)
    gain_[variable] -= ratio * pivot_row_[variable];
  gain_[entering] = 0;
  gain_[leaving] = -ratio;

  std::vector<double> column(rows_.size(), 0);
  for (std::size_t line = 0; line < rows_.size(); ++line) {
    if (entering >= things_) {
      column[line] = inverse_[line][entering - things_];
    } else {
      for (const auto& [row, need] : columns_[entering])
        column[line] += inverse_[line][row] * need;
    }
  }
  auto& own = inverse_[position];
  for (auto& value : own)
    value /= column[position];
  for (std::size_t line = 0; line < rows_.size(); ++line) {
    if (line == position || column[line] == 0) continue;
    for (std::size_t k = 0; k < rows_.size(); ++k)
      inverse_[line][k] -= column[line] * own[k];
  }
  position_[leaving] = -1;
  basis_[position] = entering;
  position_[entering] = static_cast<std::int32_t>(position);
}

/// Values of the basic variables from those at their bounds.
void PackingProgram::recompute() {
  std::vector<double> rest(rows_.size());
  for (std::size_t k = 0; k < rows_.size(); ++k) {
    rest[k] = rows_[k].limit;
    for (const auto& [thing, need] : rows_[k].entries)
      if (position_[thing] < 0) rest[k] -= need * shares_[thing];
  }
  for (std::size_t k = 0; k < rows_.size(); ++k)
    if (position_[things_ + k] < 0) slack_[k] = 0;
  for (std::size_t position = 0; position < rows_.size(); ++position) {
    double value = 0;
    for (std::size_t k = 0; k < rows_.size(); ++k)
      value += inverse_[position][k] * rest[k];
    const auto variable = basis_[position];
    (variable < things_ ? shares_[variable] : slack_[variable - things_]) = value;
  }
}

bool PackingProgram::solve(int most_steps, const std::function<bool()>& go_on) {
  recompute();
  for (int step = 0; step < most_steps; ++step) {
    double excess = 0;
    const auto position = most_broken(excess);
    if (position == rows_.size()) return true;
    if (!turn(position, excess)) return false;
    recompute();
    if (step % kStepsBetweenChecks == 0 && !go_on()) return false;
  }
  return false;
}

std::vector<double> PackingProgram::prices() const {
  std::vector<double> prices(rows_.size());
  for (std::size_t k = 0; k < rows_.size(); ++k)
    prices[k] = std::max(0.0, -gain_[things_ + k]);
  return prices;
}

}  // namespace guatu::planning::order
