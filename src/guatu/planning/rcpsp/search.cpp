#include "guatu/planning/rcpsp/search.hpp"

#include <algorithm>
#include <limits>

#include "guatu/base/contract.hpp"

namespace guatu::planning::rcpsp {
namespace {

// What follows was chosen by trial on a part of the benchmark sets; bench/README.md has the outcome on the whole of them.
constexpr std::int64_t kSmallest = 8;
constexpr std::int64_t kLargest = 300;
constexpr std::int64_t kLargestByActivity = 4;
constexpr std::int64_t kGrowth = 5;
constexpr std::int64_t kMostThatCount = 200'000;  ///< Its cube fits into 64 bits.
constexpr std::int64_t kPassesOfAJustification = 2;
constexpr int kRivals = 2;
constexpr int kMovesOfATwin = 5;
constexpr int kDryGenerations = 15;

/// The passes that an activity may cost to the power of three quarters: more schedules pay for more generations too.
std::size_t population_size(const Instance& instance, std::int64_t schedules) {
  const auto cube = [](std::int64_t number) { return number * number * number; };
  const std::int64_t activities = instance.size();
  const auto passes = cube(kGrowth * std::min(schedules, kMostThatCount));
  const auto most = std::min(kLargest, kLargestByActivity * activities);
  auto size = kSmallest;
  while (size < most && cube(size + 1) * (size + 1) * cube(activities) <= passes)
    ++size;
  return static_cast<std::size_t>(size);
}

}  // namespace

Search::Search(const Instance& instance, const SearchRequest& request)
    : instance_(instance),
      request_(request),
      random_(request.seed),
      schemes_(instance),
      sampler_(instance),
      crossover_(instance),
      size_(population_size(instance, request.schedules)) {
  GUATU_REQUIRE(request.schedules >= 1);
  best_.makespan = std::numeric_limits<Time>::max();
  for (auto* individual : {&child_, &better_child_}) {
    individual->starts.resize(instance.size());
    individual->list.resize(instance.size());
  }
}

void Search::run() {
  begin_with_rules();
  while (!over()) {
    populate();
    for (auto from = Side::Backward; !over() && dry_generations_ < kDryGenerations; from = other(from))
      breed(from);
  }
  hand_out();
}

void Search::begin_with_rules() {
  for (const bool parallel : {false, true}) {
    sampler_.by_rule(list_);
    schedule(Side::Forward, parallel);
    if (over() || passes_ + kPassesOfAJustification >= request_.schedules) return;
    child_.makespan = schemes_.justify(Side::Forward, child_.starts);
    schemes_.list_for_other_side(Side::Forward, child_.starts, child_.list);
    passes_ += kPassesOfAJustification;
    remember(Side::Forward);
    if (over()) return;
  }
}

void Search::populate() {
  for (auto& population : populations_)
    population.clear();
  dry_generations_ = 0;
  best_since_populated_ = std::numeric_limits<Time>::max();
  while (population(Side::Forward).size() < size_ && !over()) {
    sampler_.sample(random_, kRivals, list_);
    schedule(Side::Forward, random_.below(2) == 0);
    population(Side::Forward).push_back(child_);
  }
  for (const auto& individual : population(Side::Forward)) {
    if (over()) return;
    list_ = individual.list;
    schedule(Side::Backward, false);
    population(Side::Backward).push_back(child_);
  }
}

void Search::breed(Side from) {
  ++dry_generations_;
  for (std::size_t place = 0; place < size_ && !over(); ++place)
    breed_at(from, place);
}

void Search::breed_at(Side from, std::size_t place) {
  const auto& parents = population(from);
  const auto* father = &parents[place];
  const auto* mother = &parents[partner_of(parents, place)];
  if (random_.below(2) == 0) std::swap(father, mother);
  make_child(from, *father, *mother);
  std::swap(child_, better_child_);
  if (!over()) {
    make_child(from, *mother, *father);
    if (child_.makespan < better_child_.makespan) std::swap(child_, better_child_);
  }
  // A child takes its place whatever it is worth, so that the population keeps moving; only the best is not given away.
  auto& held = population(other(from))[place];
  if (held.makespan > best_.makespan || better_child_.makespan <= best_.makespan) std::swap(held, better_child_);
  if (const auto made = population(other(from))[place].makespan; made < best_since_populated_) {
    best_since_populated_ = made;
    dry_generations_ = 0;
  }
}

void Search::make_child(Side from, const Individual& father, const Individual& mother) {
  crossover_.cross(father, mother, random_, list_);
  if (father.list == mother.list || list_ == father.list || list_ == mother.list)
    disturb(instance_, other(from), kMovesOfATwin, random_, list_);
  schedule(other(from), false);
}

std::size_t Search::partner_of(const std::vector<Individual>& parents, std::size_t place) {
  const auto count = static_cast<std::uint32_t>(parents.size());
  std::size_t chosen = random_.below(count);
  if (const std::size_t rival = random_.below(count); parents[rival].makespan < parents[chosen].makespan)
    chosen = rival;
  return chosen == place ? random_.below(count) : chosen;
}

void Search::schedule(Side side, bool parallel) {
  child_.makespan =
      parallel ? schemes_.parallel(side, list_, child_.starts) : schemes_.serial(side, list_, child_.starts);
  schemes_.list_for_other_side(side, child_.starts, child_.list);
  ++passes_;
  remember(side);
}

void Search::remember(Side side) {
  if (child_.makespan >= best_.makespan) return;
  best_ = child_;
  best_side_ = side;
}

void Search::hand_out() {
  if (best_side_ == Side::Forward) return;
  child_ = best_;
  list_ = best_.list;
  schedule(Side::Forward, false);
  best_ = child_;
  best_side_ = Side::Forward;
}

}  // namespace guatu::planning::rcpsp
