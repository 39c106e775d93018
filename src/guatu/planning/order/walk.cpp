#include "guatu/planning/order/walk.hpp"

#include <algorithm>
#include <numeric>

namespace guatu::planning::order {
namespace {

// Found by measuring on made-up campaigns; bench/README.md.
constexpr std::uint32_t kFewestTaken = 3, kMoreTaken = 12;
constexpr std::size_t kOffered = 6;
constexpr double kUrgencyNoise = 0.3;
constexpr double kPriceWeight = 0.3;  ///< Among plans that finish as many, the one that leaves the dearer days free.
constexpr double kLearning = 0.03;

}  // namespace

Walk::Walk(const Terrain& terrain, std::uint64_t seed, std::uint64_t stream)
    : terrain_(terrain),
      draws_(seed, stream),
      placement_(terrain.problem, terrain.windows, terrain.prices, terrain.leading),
      state_(terrain.problem.projects(), State::Out),
      own_projects_(terrain.problem.projects(), 1),
      prices_(terrain.prices),
      touched_in_(terrain.problem.projects(), 0) {}

void Walk::place(std::uint32_t project, State state) {
  state_[project] = state;
  if (state == State::First) {
    ++finished_.first;
    price_ += placement_.price(project);
  }
  ++finished_.second;
}

void Walk::remove(std::uint32_t project) {
  if (state_[project] == State::First) {
    --finished_.first;
    price_ -= placement_.price(project);
  }
  --finished_.second;
  state_[project] = State::Out;
  placement_.take_off(project);
}

double Walk::score() const {
  return static_cast<double>(value()) - kPriceWeight * terrain_.weights.first * price_;
}

void Walk::construct() {
  std::vector<std::uint32_t> order(terrain_.problem.projects());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
    if (terrain_.worth[a] != terrain_.worth[b]) return terrain_.worth[a] > terrain_.worth[b];
    return terrain_.work[a] != terrain_.work[b] ? terrain_.work[a] < terrain_.work[b] : a < b;
  });
  for (const auto project : order)
    if (terrain_.possible_first[project] != 0 && placement_.put(project, terrain_.windows.latest_first, Manner::Early))
      place(project, State::First);
  if (terrain_.weights.second == 0) return;
  for (const auto project : order)
    if (state_[project] == State::Out && terrain_.possible_second[project] != 0 &&
        placement_.put(project, terrain_.windows.latest_second, Manner::Late))
      place(project, State::Second);
}

void Walk::begin_round(const std::vector<char>& own_projects, const std::vector<Kept>& kept) {
  own_projects_ = own_projects;
  for (std::uint32_t department = 0; department < kept.size(); ++department)
    placement_.lend(department, kept[department]);
}

void Walk::end_round() {
  for (std::uint32_t department = 0; department < terrain_.problem.departments(); ++department)
    placement_.release(department);
  own_projects_.assign(own_projects_.size(), 1);
}

void Walk::follow(const Walk& other, const std::vector<char>& own) {
  std::vector<std::uint32_t> moved;
  const auto& theirs = other.placement_.starts();
  for (std::uint32_t project = 0; project < own.size(); ++project) {
    if (own[project] != 0) continue;
    const auto cases = terrain_.problem.of_project(project);
    if (state_[project] == other.state_[project] &&
        std::equal(theirs.begin() + cases.begin, theirs.begin() + cases.end, placement_.starts().begin() + cases.begin))
      continue;
    moved.push_back(project);
    if (state_[project] != State::Out) remove(project);
  }
  for (const auto project : moved) {
    if (other.state_[project] == State::Out) continue;
    placement_.put_back(project, theirs.data() + terrain_.problem.of_project(project).begin);
    place(project, other.state_[project]);
  }
}

void Walk::learn_prices() {
  const auto& problem = terrain_.problem;
  for (std::uint32_t department = 0; department < problem.departments(); ++department)
    for (Day day = 0; day < problem.second_days; ++day) {
      const double taken = 1 - static_cast<double>(placement_.left(department, day)) / problem.desks[department];
      auto& price = prices_.of[prices_.at(department, day)];
      price += kLearning * (taken * taken * taken * terrain_.level[department] - price);
    }
  placement_.set_prices(prices_);
  price_ = 0;
  for (std::uint32_t project = 0; project < problem.projects(); ++project)
    if (state_[project] == State::First) price_ += placement_.price(project);
}

void Walk::run(std::int64_t iterations) {
  if (terrain_.department_weight.empty() || terrain_.department_weight.back() <= 0) return;
  for (std::int64_t i = 0; i < iterations; ++i)
    iterate();
}

void Walk::iterate() {
  ++iteration_;
  touched_count_ = 0;
  const double before = score();
  const auto department = static_cast<std::uint32_t>(
      std::ranges::upper_bound(terrain_.department_weight, draws_.uniform() * terrain_.department_weight.back()) -
      terrain_.department_weight.begin());
  if (department == terrain_.department_weight.size()) return;
  touch_placed(department, kFewestTaken + draws_.below(kMoreTaken));
  touch_left_out(department, kOffered);
  put_in_touched();
  if (score() < before - 1e-9) undo();
}

void Walk::touch(std::uint32_t project) {
  touched_in_[project] = iteration_;
  if (touched_count_ == touched_.size()) touched_.emplace_back();
  auto& touched = touched_[touched_count_++];
  touched.project = project;
  touched.state = state_[project];
  if (touched.state == State::Out) return;
  const auto own = terrain_.problem.of_project(project);
  touched.starts.assign(placement_.starts().begin() + own.begin, placement_.starts().begin() + own.end);
  remove(project);
}

void Walk::touch_placed(std::uint32_t department, std::size_t most) {
  const auto& pool = terrain_.cases_of[department];
  for (std::size_t tries = 0; tries < 3 * most && touched_count_ < most; ++tries) {
    const auto project = terrain_.problem.project_of[pool[draws_.below(static_cast<std::uint32_t>(pool.size()))]];
    if (own_projects_[project] != 0 && state_[project] != State::Out) touch(project);
  }
}

void Walk::touch_left_out(std::uint32_t department, std::size_t most) {
  const auto& pool = terrain_.cases_of[department];
  const auto& possible = terrain_.weights.second > 0 ? terrain_.possible_second : terrain_.possible_first;
  std::size_t found = 0;
  for (std::size_t tries = 0; tries < 5 * most && found < most; ++tries) {
    const auto project = terrain_.problem.project_of[pool[draws_.below(static_cast<std::uint32_t>(pool.size()))]];
    if (own_projects_[project] == 0 || state_[project] == State::First || possible[project] == 0 ||
        touched_in_[project] == iteration_)
      continue;
    touch(project);
    ++found;
  }
}

void Walk::put_in_touched() {
  const auto end = touched_.begin() + static_cast<std::ptrdiff_t>(touched_count_);
  for (auto touched = touched_.begin(); touched != end; ++touched)
    touched->urgency = terrain_.worth[touched->project] + kUrgencyNoise * draws_.uniform();
  std::sort(touched_.begin(), end, [](const Touched& a, const Touched& b) {
    return a.urgency != b.urgency ? a.urgency > b.urgency : a.project < b.project;
  });
  for (std::size_t i = 0; i < touched_count_; ++i)
    put_in(touched_[i].project);
}

Manner Walk::draw_manner() {
  const auto draw = draws_.below(32);
  if (draw == 0) return Manner::Priced;
  return draw % 2 == 0 ? Manner::Early : Manner::Late;
}

void Walk::put_in(std::uint32_t project) {
  if (terrain_.possible_first[project] != 0 && placement_.put(project, terrain_.windows.latest_first, draw_manner())) {
    place(project, State::First);
  } else if (terrain_.weights.second > 0 && terrain_.possible_second[project] != 0 &&
             placement_.put(project, terrain_.windows.latest_second, Manner::Late)) {
    place(project, State::Second);
  }
}

void Walk::undo() {
  for (std::size_t i = 0; i < touched_count_; ++i)
    if (state_[touched_[i].project] != State::Out) remove(touched_[i].project);
  for (std::size_t i = 0; i < touched_count_; ++i) {
    if (touched_[i].state == State::Out) continue;
    placement_.put_back(touched_[i].project, touched_[i].starts.data());
    place(touched_[i].project, touched_[i].state);
  }
}

}  // namespace guatu::planning::order
