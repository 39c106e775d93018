#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

/// The linear program that is behind the bound: take as much as possible of each thing, at most the whole of it, so that every
/// row's sum stays within its limit. Rows may be added after it was solved.
namespace guatu::planning::order {

class PackingProgram {
 public:
  /// `things` columns that count 1 each.
  explicit PackingProgram(std::uint32_t things);

  struct Row {
    std::vector<std::pair<std::uint32_t, double>> entries;  ///< Thing and what it needs, above 0.
    double limit = 0;
  };
  void add(Row row);

  /// Dual simplex with bounds: starts from everything taken and gives way row by row. False when it stopped before the end,
  /// for its number of steps or because `go_on` said so; shares may then break rows, while prices stay a valid bound.
  bool solve(int most_steps, const std::function<bool()>& go_on);

  [[nodiscard]] const std::vector<double>& shares() const { return shares_; }
  /// Of each row, none below 0.
  [[nodiscard]] std::vector<double> prices() const;
  [[nodiscard]] std::size_t rows() const { return rows_.size(); }

 private:
  [[nodiscard]] double basic_value(std::size_t position) const;
  [[nodiscard]] std::size_t most_broken(double& excess) const;
  void read_row(std::size_t position);
  bool turn(std::size_t position, double excess);
  void replace(std::size_t position, std::uint32_t entering);
  void recompute();

  // Variables: things first, then the slack of each row. A basic variable stands at a position, one for each row.
  std::uint32_t things_;
  std::vector<Row> rows_;
  std::vector<std::vector<std::pair<std::uint32_t, double>>> columns_;
  std::vector<std::uint32_t> basis_;
  std::vector<std::int32_t> position_;  ///< Of a variable in the basis, or -1.
  std::vector<double> shares_;          ///< Of things; for basic ones their value.
  std::vector<double> slack_;
  std::vector<double> gain_;  ///< Reduced costs of all variables.
  std::vector<std::vector<double>> inverse_;
  std::vector<double> pivot_row_;  ///< Of all variables.
};

}  // namespace guatu::planning::order
