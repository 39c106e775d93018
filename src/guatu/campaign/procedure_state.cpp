#include "guatu/campaign/procedure_state.hpp"

namespace guatu {
namespace {

struct StateRow {
  std::string_view name;
  const char* zh;
  const char* en;
};

constexpr std::array<StateRow, kProcedureStateCount> kStates{{{"not_applicable", "不涉及", "not applicable"},
                                                              {"finished", "办结", "finished"},
                                                              {"handed_up", "要件已上报最终审批部门", "handed up"},
                                                              {"returned", "补正或退件", "returned"},
                                                              {"in_review", "已受理在办", "in review"},
                                                              {"submitted", "已申报待受理", "submitted"},
                                                              {"preparing", "正在组卷", "preparing"},
                                                              {"not_started", "未启动", "not started"},
                                                              {"unknown", "未填报", "not reported"}}};

}  // namespace

std::string_view state_name(ProcedureState state) {
  return kStates[static_cast<std::size_t>(state)].name;
}

std::optional<ProcedureState> find_state(std::string_view name) {
  for (std::size_t i = 0; i < kStates.size(); ++i)
    if (kStates[i].name == name) return static_cast<ProcedureState>(i);
  return std::nullopt;
}

Bilingual state_words(ProcedureState state) {
  const auto& row = kStates[static_cast<std::size_t>(state)];
  return {row.zh, row.en};
}

}  // namespace guatu
