#pragma once

#include <span>
#include <vector>

#include "guatu/planning/rcpsp/instance.hpp"

namespace guatu::planning::rcpsp {

/// Everything that is wrong with a schedule, each with the activities or the moment: a start before 0, an arc that is not
/// kept, a resource of which more is in use than there is. Empty means: it can be carried out. It shares nothing with the
/// schemes that make schedules, so it can find them wrong.
/// Shape:  one start an activity, otherwise that is what is wrong.
[[nodiscard]] std::vector<Bilingual> schedule_faults(const Instance& instance, std::span<const Time> starts);

}  // namespace guatu::planning::rcpsp
