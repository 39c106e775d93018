#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "guatu/base/bilingual.hpp"

/// The state of a procedure part on a day. Computed from dated facts (`ledger/state_on_day`), never stored.
/// Source: rules 2.
namespace guatu {

enum class ProcedureState : std::uint8_t {
  NotApplicable,  ///< 不涉及
  Finished,       ///< 办结
  HandedUp,       ///< 要件已上报最终审批部门
  Returned,       ///< 补正 or 退件: the clock stops
  InReview,       ///< 已受理（在办）
  Submitted,      ///< 已申报待受理
  Preparing,      ///< 正在组卷
  NotStarted,     ///< 未启动
  Unknown,        ///< 未填报; applicable, never 不涉及
};
inline constexpr std::size_t kProcedureStateCount = 9;

[[nodiscard]] std::string_view state_name(ProcedureState state);  ///< "not_applicable" … as in JSON
[[nodiscard]] std::optional<ProcedureState> find_state(std::string_view name);
[[nodiscard]] Bilingual state_words(ProcedureState state);

}  // namespace guatu
