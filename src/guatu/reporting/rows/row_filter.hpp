#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/reporting/rows/day_rows.hpp"

/// Which rows a number opens to. Conditions combine by "and", the words of one condition by "or".
namespace guatu::reporting {

/// Codes or names as in JSON; none: everything passes.
using Words = std::vector<std::string>;

/// What is asked of one procedure part.
struct PartFilter {
  Words kinds{}, states{}, lines{}, lights{};
  Words authorities{};  ///< "missing" for none.
  std::optional<campaign::AuthorityScope> scope{};
  std::optional<bool> overdue{}, unverified{}, disputed{}, held_above{}, applicable{}, open{};

  [[nodiscard]] bool asks_nothing() const;
  friend bool operator==(const PartFilter&, const PartFilter&) = default;
};

struct ProjectFilter {
  Words projects{}, districts{}, responsible{}, sponsors{};
  Words lights{};   ///< The worst of its parts.
  Words held_at{};  ///< Kinds that keep it from being finished.
  Words held_by{};  ///< Line departments that do.
  std::optional<bool> counted{}, finished{}, meets{}, gained{}, carried{};
  std::string fault{};  ///< Code of a fault.
  std::string text{};   ///< In name, code or id, or the initials of a name.
};

[[nodiscard]] bool passes(const PartRow& part, const PartFilter& filter, const campaign::Campaign& campaign);
/// Without regard to single parts.
[[nodiscard]] bool passes(const ProjectRow& project, const ProjectFilter& filter, const campaign::Campaign& campaign);

/// Projects that pass and of which one part meets all of `part` at once; in the rows' order.
[[nodiscard]] std::vector<const ProjectRow*> find_projects(const DayRows& rows, const ProjectFilter& filter,
                                                           const PartFilter& part, const campaign::Campaign& campaign);

/// A part with the project that it belongs to.
struct FoundPart {
  const ProjectRow* project = nullptr;
  const PartRow* part = nullptr;
};
[[nodiscard]] std::vector<FoundPart> find_parts(const DayRows& rows, const ProjectFilter& filter,
                                                const PartFilter& part, const campaign::Campaign& campaign);

}  // namespace guatu::reporting
