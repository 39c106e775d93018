#include "guatu/planning/order/made_up_campaign.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "guatu/planning/order/draws.hpp"

namespace guatu::planning::order {
namespace {

constexpr std::size_t kKinds = 12;
constexpr std::uint32_t kBureaus = 6;

struct KindShape {
  double present, desk_days, lag_days, by_city;
  std::uint32_t bureau;
  std::array<int, 5> predecessors;  ///< -1: none further.
};

// Bureaus: 0 reform commission, 1 natural resources, 2 forestry and grassland, 3 ecology, 4 water, 5 housing.
constexpr std::array<KindShape, kKinds> kShapes{{
    {1.00, 1.5, 0, 0.30, 0, {-1, -1, -1, -1, -1}},  // project approval
    {1.00, 3.0, 0, 0.40, 1, {0, -1, -1, -1, -1}},   // land pre-review
    {0.55, 5.0, 15, 1.00, 1, {1, -1, -1, -1, -1}},  // new construction land
    {0.45, 3.0, 5, 1.00, 0, {0, -1, -1, -1, -1}},   // energy review
    {0.35, 4.0, 8, 0.80, 2, {1, -1, -1, -1, -1}},   // forest land
    {0.35, 3.0, 5, 0.80, 2, {1, -1, -1, -1, -1}},   // grassland
    {1.00, 4.0, 10, 0.35, 3, {0, -1, -1, -1, -1}},  // environmental impact
    {0.30, 3.0, 5, 0.40, 4, {0, -1, -1, -1, -1}},   // water intake
    {0.60, 2.5, 3, 0.40, 4, {0, -1, -1, -1, -1}},   // soil and water conservation
    {0.75, 2.0, 0, 0.30, 1, {2, 4, 5, -1, -1}},     // land-use planning permit
    {0.80, 3.0, 5, 0.30, 1, {9, -1, -1, -1, -1}},   // works planning permit
    {1.00, 2.0, 0, 0.30, 5, {10, 3, 6, 7, 8}},      // construction permit
}};

/// What comes before `kind` among those present; an absent one is stepped over to what comes before it.
void gather(std::size_t kind, const std::array<int, kKinds>& place, std::vector<std::uint32_t>& found) {
  for (const int before : kShapes[kind].predecessors) {
    if (before < 0) break;
    const auto index = static_cast<std::size_t>(before);
    if (place[index] < 0) {
      gather(index, place, found);
    } else if (std::ranges::find(found, static_cast<std::uint32_t>(place[index])) == found.end()) {
      found.push_back(static_cast<std::uint32_t>(place[index]));
    }
  }
}

/// Weight 1 / (3 + d), smaller districts behind larger ones.
std::uint32_t draw_district(std::uint32_t districts, Draws& draws) {
  double total = 0;
  for (std::uint32_t d = 0; d < districts; ++d)
    total += 1.0 / (3 + d);
  double left = draws.uniform() * total;
  for (std::uint32_t d = 0; d + 1 < districts; ++d) {
    left -= 1.0 / (3 + d);
    if (left < 0) return d;
  }
  return districts - 1;
}

ProjectInput draw_project(const CampaignShape& shape, Draws& draws) {
  ProjectInput project;
  const auto district = draw_district(shape.districts, draws);
  if (draws.uniform() >= 0.5) project.accepted = static_cast<Day>(draws.below(40));
  project.investment = std::llround(100'000'000 * draws.lognormal(1.2));
  const double size = draws.lognormal(0.35);
  std::array<int, kKinds> place{};
  place.fill(-1);
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    const auto& form = kShapes[kind];
    if (form.present < 1 && draws.uniform() >= form.present) continue;
    const bool city = form.by_city >= 1 || draws.uniform() < form.by_city;
    ProcedureInput procedure;
    procedure.department = (city ? shape.districts : district) * kBureaus + form.bureau;
    procedure.desk_days = std::max(1, static_cast<int>(std::lround(form.desk_days * size * draws.lognormal(0.45))));
    procedure.lag_days = static_cast<int>(std::lround(form.lag_days * draws.lognormal(0.25)));
    gather(kind, place, procedure.predecessors);
    place[kind] = static_cast<int>(project.procedures.size());
    project.procedures.push_back(std::move(procedure));
  }
  return project;
}

}  // namespace

ProblemInput make_campaign(const CampaignShape& shape) {
  Draws draws(shape.seed);
  ProblemInput input;
  input.first_days = shape.first_days;
  input.second_days = shape.second_days;
  for (std::uint32_t i = 0; i < shape.projects; ++i)
    input.projects.push_back(draw_project(shape, draws));
  std::vector<std::int64_t> desk_days((shape.districts + 1) * kBureaus, 0);
  for (const auto& project : input.projects)
    for (const auto& procedure : project.procedures)
      desk_days[procedure.department] += procedure.desk_days;
  for (const auto days : desk_days)
    input.desks.push_back(
        std::max(1, static_cast<int>(std::lround(static_cast<double>(days) / (shape.load * 0.72 * shape.first_days)))));
  return input;
}

}  // namespace guatu::planning::order
