#include "guatu/planning/rcpsp/instance.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <ranges>

namespace guatu::planning::rcpsp {
namespace {

constexpr std::size_t kMostReasons = 20;

std::string text(std::int64_t number) {
  return std::to_string(number);
}

/// Activities and resources are numbered from 1 for people.
std::string number(std::size_t position) {
  return std::to_string(position + 1);
}

class Reasons {
 public:
  void add(std::string zh, std::string en) {
    if (reasons_.size() < kMostReasons) reasons_.push_back({std::move(zh), std::move(en)});
  }
  [[nodiscard]] bool none() const { return reasons_.empty(); }
  [[nodiscard]] Error error(const std::string& name) && {
    auto error = make_error(ErrorKind::InvalidInput, name, "这个算例有错，请更正后重试",
                            "this instance is wrong; correct it and try again");
    error.reasons = std::move(reasons_);
    return error;
  }

 private:
  std::vector<Bilingual> reasons_;
};

void check_capacities(const InstanceParts& parts, Reasons& reasons) {
  if (std::ssize(parts.capacities) > kMostResources)
    reasons.add("资源有 " + text(std::ssize(parts.capacities)) + " 种，最多 " + text(kMostResources) + " 种",
                text(std::ssize(parts.capacities)) + " resources; at most " + text(kMostResources));
  for (std::size_t resource = 0; resource < parts.capacities.size(); ++resource)
    if (const auto capacity = parts.capacities[resource]; capacity < 0 || capacity > kMostCapacity)
      reasons.add(
          "资源 R" + number(resource) + " 的可用量 " + text(capacity) + " 应在 0 到 " + text(kMostCapacity) + " 之间",
          "capacity " + text(capacity) + " of resource R" + number(resource) + " is not within 0 and " +
              text(kMostCapacity));
}

void check_needs(const InstanceParts& parts, std::size_t activity, Reasons& reasons) {
  const auto& needs = parts.activities[activity].needs;
  if (needs.size() != parts.capacities.size())
    return reasons.add("工序 " + number(activity) + " 写了 " + text(std::ssize(needs)) + " 种资源需求，应为 " +
                           text(std::ssize(parts.capacities)) + " 种",
                       "activity " + number(activity) + " has " + text(std::ssize(needs)) + " needs, not " +
                           text(std::ssize(parts.capacities)));
  for (std::size_t resource = 0; resource < needs.size(); ++resource) {
    if (needs[resource] < 0)
      reasons.add(
          "工序 " + number(activity) + " 对资源 R" + number(resource) + " 的需求 " + text(needs[resource]) + " 是负数",
          "activity " + number(activity) + " needs " + text(needs[resource]) + " of resource R" + number(resource) +
              ", which is negative");
    else if (needs[resource] > parts.capacities[resource])
      reasons.add("工序 " + number(activity) + " 需要资源 R" + number(resource) + " " + text(needs[resource]) +
                      "，超过可用量 " + text(parts.capacities[resource]) + "，永远无法开工",
                  "activity " + number(activity) + " needs " + text(needs[resource]) + " of resource R" +
                      number(resource) + ", of which there are only " + text(parts.capacities[resource]) +
                      ": it can never start");
  }
}

void check_activity(const InstanceParts& parts, std::size_t activity, Reasons& reasons) {
  const auto& given = parts.activities[activity];
  if (given.duration < 0)
    reasons.add("工序 " + number(activity) + " 的工期 " + text(given.duration) + " 是负数",
                "activity " + number(activity) + " has the negative duration " + text(given.duration));
  check_needs(parts, activity, reasons);
  for (const auto successor : given.successors)
    if (successor < 0 || successor >= std::ssize(parts.activities))
      reasons.add("工序 " + number(activity) + " 的后续工序 " + text(successor + 1) + " 不存在（共 " +
                      text(std::ssize(parts.activities)) + " 道）",
                  "activity " + number(activity) + " names successor " + text(successor + 1) + ", but there are only " +
                      text(std::ssize(parts.activities)));
}

void check_sizes(const InstanceParts& parts, Reasons& reasons) {
  if (parts.activities.empty()) reasons.add("没有工序", "there is no activity");
  if (std::ssize(parts.activities) > kMostActivities)
    reasons.add("工序有 " + text(std::ssize(parts.activities)) + " 道，最多 " + text(kMostActivities) + " 道",
                text(std::ssize(parts.activities)) + " activities; at most " + text(kMostActivities));
  std::int64_t periods = 0;
  for (const auto& activity : parts.activities)
    periods = std::min(periods + std::clamp<std::int64_t>(activity.duration, 0, kMostPeriods + 1), kMostPeriods + 1);
  if (periods > kMostPeriods)
    reasons.add("各工序工期合计超过 " + text(kMostPeriods), "all durations together exceed " + text(kMostPeriods));
}

std::vector<std::vector<Activity>> successor_rows(const InstanceParts& parts) {
  std::vector<std::vector<Activity>> rows;
  for (const auto& activity : parts.activities) {
    auto& row = rows.emplace_back(activity.successors.begin(), activity.successors.end());
    std::ranges::sort(row);
    row.erase(std::ranges::unique(row).begin(), row.end());
  }
  return rows;
}

std::vector<std::vector<Activity>> reversed(const std::vector<std::vector<Activity>>& rows) {
  std::vector<std::vector<Activity>> back(rows.size());
  for (std::size_t from = 0; from < rows.size(); ++from)
    for (const auto to : rows[from])
      back[to].push_back(static_cast<Activity>(from));
  return back;
}

/// Without whatever lies on a circle or behind one.
std::vector<Activity> order_of(const std::vector<std::vector<Activity>>& successors) {
  std::vector<int> waiting(successors.size(), 0);
  for (const auto& row : successors)
    for (const auto to : row)
      ++waiting[to];
  std::priority_queue<Activity, std::vector<Activity>, std::greater<>> ready;
  for (std::size_t i = 0; i < successors.size(); ++i)
    if (waiting[i] == 0) ready.push(static_cast<Activity>(i));
  std::vector<Activity> order;
  while (!ready.empty()) {
    const auto next = ready.top();
    ready.pop();
    order.push_back(next);
    for (const auto to : successors[next])
      if (--waiting[to] == 0) ready.push(to);
  }
  return order;
}

/// A circle among the activities that `order` lacks: each of those has a predecessor that is lacking too, so walking
/// backwards comes round.
std::string circle(const std::vector<std::vector<Activity>>& predecessors, const std::vector<Activity>& order) {
  std::vector<bool> ordered(predecessors.size(), false);
  for (const auto activity : order)
    ordered[activity] = true;
  const auto lacking = [&](Activity activity) { return !ordered[activity]; };
  auto at = static_cast<Activity>(std::ranges::find(ordered, false) - ordered.begin());
  std::vector<Activity> path;
  std::vector<bool> seen(predecessors.size(), false);
  for (; !seen[at]; at = *std::ranges::find_if(predecessors[at], lacking)) {
    seen[at] = true;
    path.push_back(at);
  }
  auto words = number(static_cast<std::size_t>(at));
  for (const auto step : std::views::reverse(path)) {
    words += " → " + number(static_cast<std::size_t>(step));
    if (step == at) break;
  }
  return words;
}

}  // namespace

Arcs::Arcs(const std::vector<std::vector<Activity>>& rows) {
  offsets_.reserve(rows.size() + 1);
  offsets_.push_back(0);
  for (const auto& row : rows) {
    ends_.insert(ends_.end(), row.begin(), row.end());
    offsets_.push_back(ends_.size());
  }
}

Result<Instance> Instance::make(const InstanceParts& parts) {
  Reasons reasons;
  check_sizes(parts, reasons);
  check_capacities(parts, reasons);
  for (std::size_t i = 0; i < parts.activities.size(); ++i)
    check_activity(parts, i, reasons);
  if (!reasons.none()) return std::move(reasons).error(parts.name);

  Instance instance;
  const auto successors = successor_rows(parts);
  const auto predecessors = reversed(successors);
  instance.order_ = order_of(successors);
  if (instance.order_.size() < successors.size()) {
    const auto path = circle(predecessors, instance.order_);
    reasons.add("先后关系成环：" + path, "the arcs go round in a circle: " + path);
    return std::move(reasons).error(parts.name);
  }
  instance.name_ = parts.name;
  instance.successors_ = Arcs(successors);
  instance.predecessors_ = Arcs(predecessors);
  instance.capacities_.assign(parts.capacities.begin(), parts.capacities.end());
  for (const auto& activity : parts.activities) {
    instance.durations_.push_back(static_cast<Time>(activity.duration));
    instance.needs_.insert(instance.needs_.end(), activity.needs.begin(), activity.needs.end());
    instance.horizon_ += static_cast<Time>(activity.duration);
  }
  return instance;
}

}  // namespace guatu::planning::rcpsp
