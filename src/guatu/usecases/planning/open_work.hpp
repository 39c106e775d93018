#pragma once

#include <optional>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/ledger/ledger.hpp"
#include "guatu/planning/order/problem.hpp"

/// What a ledger leaves to be done on a day, as cases that go over the desks of departments.
namespace guatu::usecases {

/// What no return tells. Assumption: docs/assumptions.md, "Planning".
struct DeskPolicy {
  int desk_percent =
      20;              ///< Of a legal limit that is work at a desk; the rest is waiting (notices, reviews, hearings).
  int city_desks = 2;  ///< Of each line department of the city.
  int district_desks = 1;  ///< Of the same department of each district.
};

struct OpenDepartment {
  UnitCode line;
  UnitCode district;  ///< Empty: the city's own.
  friend auto operator<=>(const OpenDepartment&, const OpenDepartment&) = default;
};

/// Where a procedure of the problem comes from.
struct OpenCase {
  std::size_t kind = 0;
  std::string part;
  bool started = false;
  bool listed = false;  ///< A desk of the city or a district works on it.
};

struct OpenWork {
  planning::order::ProblemInput input;
  std::vector<OpenDepartment> departments;  ///< As the desks of `input`; the last one stands for region and state.
  std::vector<const ledger::ProjectHistory*> projects;  ///< As `input.projects`.
  std::vector<std::vector<OpenCase>> cases;             ///< As their procedures.
  Date first_on, second_on;
};

/// Projects in the campaign on the day, those finished among them, without those to which nothing applies. Day 0 is the first
/// working day after `as_of`. The first date is that of the target that counts finished projects, the second the last of all.
[[nodiscard]] OpenWork open_work(const ledger::Ledger& ledger, const campaign::Campaign& campaign, Date as_of,
                                 const DeskPolicy& policy);

}  // namespace guatu::usecases
