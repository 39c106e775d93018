#pragma once

#include <array>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "guatu/base/bilingual.hpp"
#include "guatu/planning/order/plan.hpp"
#include "guatu/planning/order/windows.hpp"

/// Desks that take the next case by a simple rule, day by day. What offices do without a plan, and what any plan has to beat.
namespace guatu::planning::order {

enum class Rule {
  FirstAtDesk,    ///< First come to this desk, first served.
  FirstAccepted,  ///< By the day on which the project was accepted.
  LeastSlack,     ///< The earliest latest start for the first date.
  LargestInvestment,
  ShortestCase,  ///< The fewest desk days of the case itself.
  LeastWork,     ///< The fewest desk days of the whole project.
  DropHopeless,  ///< As LeastWork, after everything that cannot be in time for the first date any more.
};
inline constexpr std::array kRules{Rule::FirstAtDesk,  Rule::FirstAccepted, Rule::LeastSlack,  Rule::LargestInvestment,
                                   Rule::ShortestCase, Rule::LeastWork,     Rule::DropHopeless};
[[nodiscard]] std::string_view rule_name(Rule rule);  ///< "first_at_desk" … as in JSON
[[nodiscard]] Bilingual rule_words(Rule rule);

/// Smaller goes first; ties go by the order of the problem. Asked once, when the case arrives at its department.
using Urgency = std::function<double(std::uint32_t procedure, Day arrived)>;

/// Every project that is finished by the second date; the others are left out of the plan though their cases held desks.
/// Cost: O((procedures + days · departments) · log procedures).
[[nodiscard]] Plan dispatch(const Problem& problem, const Urgency& urgency);
[[nodiscard]] Plan dispatch(const Problem& problem, const Windows& windows, Rule rule);

/// Whole projects of a plan that keeps the rules, by date.
[[nodiscard]] Finished count_finished(const Problem& problem, const Plan& plan);

}  // namespace guatu::planning::order
