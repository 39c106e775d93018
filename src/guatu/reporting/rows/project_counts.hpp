#pragma once

#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/reporting/rows/day_rows.hpp"

/// In which rates a project or a procedure part counts, and why. Source: rules 4 and 5.
namespace guatu::reporting {

struct RateCount {
  std::string rule;  ///< Id of the figure's rule: "projects.finished_rate", "leagues.district".
  Bilingual name;
  UnitCode unit;        ///< For whom it counts, in leagues; otherwise empty.
  bool counts = false;  ///< In the denominator.
  bool done = false;    ///< In the numerator.
  Bilingual reason;
};

/// The rates by project, then the targets and leagues that count projects.
[[nodiscard]] std::vector<RateCount> project_counts(const campaign::Campaign& campaign, const ProjectRow& project,
                                                    Date as_of);
/// The rate by procedure, then the targets and leagues that count procedures.
[[nodiscard]] std::vector<RateCount> part_counts(const campaign::Campaign& campaign, const ProjectRow& project,
                                                 const PartRow& part, Date as_of);

}  // namespace guatu::reporting
