#pragma once

#include <vector>

#include "guatu/planning/order/draws.hpp"
#include "guatu/planning/order/placement.hpp"
#include "guatu/planning/order/terrain.hpp"

/// A walk from plan to plan: some projects of a department are taken off the desks, some left out are offered, and all are
/// put back in another order. What is not worse stays.
namespace guatu::planning::order {

class Walk {
 public:
  Walk(const Terrain& terrain, std::uint64_t seed, std::uint64_t stream);

  /// A first plan: projects by what they are worth, then by their work; the late ones from the end.
  void construct();

  /// From here on only own projects move, and of free desks only what is kept of each department is used.
  void begin_round(const std::vector<char>& own_projects, const std::vector<Kept>& kept);
  void run(std::int64_t iterations);
  /// Prices move towards what is taken now, so that days on which every desk is busy become dear and others cheap, and projects
  /// that could lie elsewhere leave the busy ones.
  void learn_prices();
  void end_round();
  /// Takes over how projects lie with `other`, without those marked as `own`.
  void follow(const Walk& other, const std::vector<char>& own);

  [[nodiscard]] const Finished& finished() const { return finished_; }
  [[nodiscard]] std::int64_t value() const { return finished_.value(terrain_.weights); }
  [[nodiscard]] Plan plan() const { return {placement_.starts()}; }

 private:
  enum class State : char { Out, First, Second };
  struct Touched {
    std::uint32_t project = 0;
    State state = State::Out;
    std::vector<Day> starts;
    double urgency = 0;
  };

  void iterate();
  void touch(std::uint32_t project);
  void touch_placed(std::uint32_t department, std::size_t most);
  void touch_left_out(std::uint32_t department, std::size_t most);
  void put_in_touched();
  void put_in(std::uint32_t project);
  void undo();

  void place(std::uint32_t project, State state);
  void remove(std::uint32_t project);
  [[nodiscard]] Manner draw_manner();
  [[nodiscard]] double score() const;

  const Terrain& terrain_;
  Draws draws_;
  Placement placement_;
  std::vector<State> state_;
  std::vector<char> own_projects_;
  Finished finished_;
  Prices prices_;
  double price_ = 0;  ///< Of the desk days of all projects in time for the first date.
  std::vector<std::uint64_t> touched_in_;
  std::uint64_t iteration_ = 0;
  std::vector<Touched> touched_;  ///< The first `touched_count_` count; the others keep their memory.
  std::size_t touched_count_ = 0;
};

}  // namespace guatu::planning::order
