#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "guatu/values/ratio.hpp"

namespace guatu {
namespace {

rc::Gen<std::int64_t> denominator() {
  return rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 50), rc::gen::inRange<std::int64_t>(1, 20'000),
                        rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000));
}

Ratio any_ratio() {
  const auto of = *denominator();
  return {*rc::gen::inRange<std::int64_t>(0, of + 1), of};
}

std::vector<Ratio> any_ceilings() {
  std::vector<Ratio> ceilings;
  const int count = *rc::gen::inRange(0, 4);
  for (int i = 0; i < count; ++i)
    ceilings.push_back(any_ratio());
  return ceilings;
}

/// A ratio on, just below or just above one of the ceilings: where cutting matters.
Ratio near_a_ceiling(const Ratio& ceiling) {
  const std::int64_t finer = *rc::gen::inRange<std::int64_t>(1, 1000);
  const std::int64_t step = *rc::gen::inRange<std::int64_t>(-3, 4);
  return {std::clamp<std::int64_t>(ceiling.numerator * finer + step, 0, ceiling.denominator * finer),
          ceiling.denominator * finer};
}

RC_GTEST_PROP(RatioProperty, OneMoreNeverShowsLess, ()) {
  const Ratio less = any_ratio();
  const auto ceilings = any_ceilings();
  const Ratio more{*rc::gen::inRange<std::int64_t>(less.numerator, less.denominator + 1), less.denominator};
  RC_ASSERT(*shown_tenths(less, ceilings) <= *shown_tenths(more, ceilings));
}

RC_GTEST_PROP(RatioProperty, OrderOfValuesIsOrderOfWhatIsShown, ()) {
  const Ratio a = any_ratio();
  const Ratio b = any_ratio();
  const auto ceilings = any_ceilings();
  if (compare(a, b) <= 0)
    RC_ASSERT(*shown_tenths(a, ceilings) <= *shown_tenths(b, ceilings));
  else
    RC_ASSERT(*shown_tenths(a, ceilings) >= *shown_tenths(b, ceilings));
}

RC_GTEST_PROP(RatioProperty, NoCeilingIsShownEarly, ()) {
  auto ceilings = any_ceilings();
  ceilings.push_back({1, 1});
  const Ratio ratio = near_a_ceiling(*rc::gen::elementOf(ceilings));
  const Ratio shown{*shown_tenths(ratio, ceilings), 1000};
  for (const Ratio& ceiling : ceilings) {
    const bool reached = compare(ratio, ceiling) >= 0;
    const bool shown_below = compare(shown, ceiling) < 0;
    RC_ASSERT(reached || shown_below);
  }
}

RC_GTEST_PROP(RatioProperty, WhatIsShownIsLessThanATenthAway, ()) {
  auto ceilings = any_ceilings();
  ceilings.push_back({7, 10});
  const Ratio ratio = near_a_ceiling(*rc::gen::elementOf(ceilings));
  const std::int64_t shown = *shown_tenths(ratio, ceilings) * ratio.denominator;
  const std::int64_t exact = 1000 * ratio.numerator;
  RC_ASSERT((shown > exact ? shown - exact : exact - shown) < ratio.denominator);
}

RC_GTEST_PROP(RatioProperty, WithoutACeilingNearItRoundsHalfUp, ()) {
  const Ratio ratio = any_ratio();
  const auto shown = *shown_tenths(ratio, {});
  const std::int64_t twice = 2000 * ratio.numerator;
  const std::int64_t middle = 2 * shown * ratio.denominator;
  const bool half_up = middle - ratio.denominator <= twice && twice < middle + ratio.denominator;
  const bool held_below_all = shown == 999 && !is_whole(ratio);
  RC_ASSERT(half_up || held_below_all);
}

RC_GTEST_PROP(RatioProperty, ChangesAddUp, ()) {
  const int before = *rc::gen::inRange(0, 1001);
  const int now = *rc::gen::inRange(0, 1001);
  const auto text = change_text(now, before).value();
  RC_ASSERT(text == "0" || text.front() == (now > before ? '+' : '-'));
  RC_ASSERT(std::lround(std::stod(text) * 10) == now - before);
}

}  // namespace
}  // namespace guatu
