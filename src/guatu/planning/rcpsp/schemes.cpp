#include "guatu/planning/rcpsp/schemes.hpp"

#include <algorithm>
#include <bit>

namespace guatu::planning::rcpsp {
namespace {

constexpr std::size_t kBits = 64;

}  // namespace

Schemes::Schemes(const Instance& instance)
    : instance_(instance),
      needs_(instance),
      free_((static_cast<std::size_t>(instance.horizon()) + 1) * static_cast<std::size_t>(needs_.words())),
      ready_((static_cast<std::size_t>(instance.size()) + kBits - 1) / kBits),
      waiting_(instance.size()),
      position_(instance.size()),
      free_now_(needs_.words()),
      list_(instance.size()),
      justified_(instance.size()),
      count_(static_cast<std::size_t>(instance.horizon()) + 2) {
  for (Activity activity = 0; activity < instance.size(); ++activity)
    durations_.push_back(instance.duration(activity));
}

Time Schemes::serial(Side side, std::span<const Activity> list, std::span<Time> starts) {
  return needs_.words() == 1 ? serial_pass<true>(before(side), list, starts)
                             : serial_pass<false>(before(side), list, starts);
}

template <bool kOneWord>
Time Schemes::serial_pass(const Arcs& before, std::span<const Activity> list, std::span<Time> starts) {
  used_ = 0;
  for (const auto activity : list) {
    Time start = 0;
    for (const auto predecessor : before.of(activity))
      start = std::max(start, starts[predecessor] + durations_[predecessor]);
    if (!needs_.needs_nothing(activity)) {
      start = earliest_fit<kOneWord>(activity, start);
      occupy(activity, start, start + durations_[activity]);
    } else if (start + durations_[activity] > used_) {
      occupy(activity, start, start + durations_[activity]);
    }
    starts[activity] = start;
  }
  return used_;
}

template <bool kOneWord>
Time Schemes::earliest_fit(Activity activity, Time ready) const {
  Time start = ready;
  if constexpr (kOneWord) {
    const auto need = *needs_.need(activity);
    const auto guard = needs_.guard();
    const auto* const free = free_.data();
    const auto duration = durations_[activity];
    for (Time period = ready; period < used_ && period < start + duration; ++period)
      start = ((free[period] - need) & guard) == guard ? start : period + 1;
  } else {
    for (Time period = ready; period < used_ && period < start + durations_[activity]; ++period)
      if (!fits(free_.data() + static_cast<std::size_t>(period) * needs_.words(), activity)) start = period + 1;
  }
  return start;
}

bool Schemes::fits(const std::uint64_t* free, Activity activity) const {
  const auto* const need = needs_.need(activity);
  for (std::int32_t word = 0; word < needs_.words(); ++word)
    if (((free[word] - need[word]) & needs_.guard()) != needs_.guard()) return false;
  return true;
}

void Schemes::occupy(Activity activity, Time from, Time to) {
  const auto words = static_cast<std::size_t>(needs_.words());
  for (; used_ < to; ++used_)
    std::copy_n(needs_.all_free(), words, free_.data() + static_cast<std::size_t>(used_) * words);
  const auto* const need = needs_.need(activity);
  if (words == 1) {
    for (Time period = from; period < to; ++period)
      free_[period] -= *need;
    return;
  }
  for (Time period = from; period < to; ++period)
    for (std::size_t word = 0; word < words; ++word)
      free_[static_cast<std::size_t>(period) * words + word] -= need[word];
}

Time Schemes::parallel(Side side, std::span<const Activity> list, std::span<Time> starts) {
  begin_parallel(before(side), list);
  Time now = 0;
  for (;;) {
    start_ready(list, starts, now);
    if (running_.empty()) return now;
    now = end_next(before(other(side)));
  }
}

void Schemes::begin_parallel(const Arcs& before, std::span<const Activity> list) {
  std::ranges::fill(ready_, 0);
  std::copy_n(needs_.all_free(), free_now_.size(), free_now_.begin());
  running_.clear();
  for (std::size_t position = 0; position < list.size(); ++position) {
    const auto activity = list[position];
    position_[activity] = static_cast<std::int32_t>(position);
    waiting_[activity] = static_cast<std::int32_t>(before.of(activity).size());
    if (waiting_[activity] == 0) ready_[position / kBits] |= std::uint64_t{1} << (position % kBits);
  }
}

void Schemes::start_ready(std::span<const Activity> list, std::span<Time> starts, Time now) {
  for (std::size_t block = 0; block < ready_.size(); ++block)
    for (auto bits = ready_[block]; bits != 0; bits &= bits - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(bits));
      const auto activity = list[block * kBits + bit];
      if (!needs_.needs_nothing(activity)) {
        if (!fits(free_now_.data(), activity)) continue;
        for (std::int32_t word = 0; word < needs_.words(); ++word)
          free_now_[word] -= needs_.need(activity)[word];
      }
      ready_[block] &= ~(std::uint64_t{1} << bit);
      starts[activity] = now;
      running_.emplace_back(now + durations_[activity], activity);
    }
}

Time Schemes::end_next(const Arcs& after) {
  const auto now = std::ranges::min_element(running_)->first;
  for (std::size_t i = 0; i < running_.size();) {
    const auto [end, activity] = running_[i];
    if (end > now) {
      ++i;
      continue;
    }
    running_[i] = running_.back();
    running_.pop_back();
    if (!needs_.needs_nothing(activity))
      for (std::int32_t word = 0; word < needs_.words(); ++word)
        free_now_[word] += needs_.need(activity)[word];
    for (const auto successor : after.of(activity))
      if (--waiting_[successor] == 0) {
        const auto position = static_cast<std::size_t>(position_[successor]);
        ready_[position / kBits] |= std::uint64_t{1} << (position % kBits);
      }
  }
  return now;
}

Time Schemes::justify(Side side, std::span<Time> starts) {
  list_for_other_side(side, starts, list_);
  serial(other(side), list_, justified_);
  list_for_other_side(other(side), justified_, list_);
  return serial(side, list_, starts);
}

void Schemes::list_for_other_side(Side side, std::span<const Time> starts, std::span<Activity> list) {
  // Counting sort by finish, stable over the topological order; read from its end it is the other side's order.
  const auto order = instance_.topological_order();
  Time latest = 0;
  for (const auto activity : order)
    latest = std::max(latest, starts[activity] + durations_[activity]);
  std::fill_n(count_.begin(), latest + 2, 0);
  for (const auto activity : order)
    ++count_[starts[activity] + durations_[activity] + 1];
  for (Time period = 0; period <= latest; ++period)
    count_[period + 1] += count_[period];
  const auto last = list.size() - 1;
  const auto place = [&](Activity activity) {
    list[last - count_[starts[activity] + durations_[activity]]++] = activity;
  };
  if (side == Side::Forward)
    std::ranges::for_each(order, place);
  else
    std::for_each(order.rbegin(), order.rend(), place);
}

}  // namespace guatu::planning::rcpsp
