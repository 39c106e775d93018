#include "guatu/planning/rcpsp/validator.hpp"

#include <map>

namespace guatu::planning::rcpsp {
namespace {

std::string text(std::int64_t number) {
  return std::to_string(number);
}

void find_early_starts(std::span<const Time> starts, std::vector<Bilingual>& faults) {
  for (std::size_t i = 0; i < starts.size(); ++i)
    if (starts[i] < 0)
      faults.push_back({"工序 " + text(i + 1) + " 的开工时间 " + text(starts[i]) + " 早于 0",
                        "activity " + text(i + 1) + " starts at " + text(starts[i]) + ", before 0"});
}

void find_broken_arcs(const Instance& instance, std::span<const Time> starts, std::vector<Bilingual>& faults) {
  for (Activity from = 0; from < instance.size(); ++from)
    for (const auto to : instance.successors().of(from)) {
      const auto end = std::int64_t{starts[from]} + instance.duration(from);
      if (starts[to] < end)
        faults.push_back({"工序 " + text(to + 1) + " 在 " + text(starts[to]) + " 开工，早于紧前工序 " + text(from + 1) +
                              " 的完工时间 " + text(end),
                          "activity " + text(to + 1) + " starts at " + text(starts[to]) + ", before its predecessor " +
                              text(from + 1) + " ends at " + text(end)});
    }
}

/// From one change of use to the next: whoever ends at a moment makes room for whoever begins at it.
void find_overuse(const Instance& instance, std::span<const Time> starts, std::int32_t resource,
                  std::vector<Bilingual>& faults) {
  std::map<std::int64_t, std::int64_t> changes;
  for (Activity activity = 0; activity < instance.size(); ++activity) {
    changes[starts[activity]] += instance.need(activity, resource);
    changes[std::int64_t{starts[activity]} + instance.duration(activity)] -= instance.need(activity, resource);
  }
  std::int64_t in_use = 0;
  for (const auto& [moment, change] : changes) {
    in_use += change;
    if (change > 0 && in_use > instance.capacity(resource))
      faults.push_back({"时刻 " + text(moment) + " 起资源 R" + text(resource + 1) + " 用了 " + text(in_use) +
                            "，只有 " + text(instance.capacity(resource)),
                        "from moment " + text(moment) + " on " + text(in_use) + " of resource R" + text(resource + 1) +
                            " are in use, but there are only " + text(instance.capacity(resource))});
  }
}

}  // namespace

std::vector<Bilingual> schedule_faults(const Instance& instance, std::span<const Time> starts) {
  std::vector<Bilingual> faults;
  if (std::ssize(starts) != instance.size()) {
    faults.push_back({"排程有 " + text(std::ssize(starts)) + " 个开工时间，工序有 " + text(instance.size()) + " 道",
                      text(std::ssize(starts)) + " starts for " + text(instance.size()) + " activities"});
    return faults;
  }
  find_early_starts(starts, faults);
  find_broken_arcs(instance, starts, faults);
  for (std::int32_t resource = 0; resource < instance.resources(); ++resource)
    find_overuse(instance, starts, resource, faults);
  return faults;
}

}  // namespace guatu::planning::rcpsp
