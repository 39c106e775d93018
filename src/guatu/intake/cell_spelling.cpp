#include "guatu/intake/cell_spelling.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "guatu/base/text.hpp"
#include "guatu/intake/characters.hpp"

namespace guatu::intake {
namespace {

using ledger::NotApplicableReason;
using ledger::ReportedState;

using StateTable = std::unordered_map<std::string_view, ReportedState>;
using ReasonTable = std::unordered_map<std::string_view, NotApplicableReason>;

const StateTable& state_table() {
  static const StateTable table = [] {
    StateTable words;
    const auto add = [&](ReportedState state, std::initializer_list<std::string_view> spellings) {
      for (const auto spelling : spellings)
        words.emplace(spelling, state);
    };
    add(ReportedState::NotStarted,
        {"not_started", "未启动", "未办理", "未办", "未开始", "未申报", "尚未办理", "尚未启动", "尚未申报",
         "没接到申请", "没接到用地单位申请", "待办", "未办结", "还未办理", "✗", "✘", "×", "x", "☒"});
    add(ReportedState::Preparing,
        {"preparing",        "正在组卷",     "组卷",       "组卷中",     "准备要件",     "准备要件(组卷)",
         "编制报告",         "正在编制报告", "报告编制中", "编制中",     "准备材料",     "正在准备材料",
         "准备中",           "可研编制",     "可研编制中", "可研已做完", "正在编制可研", "正在编制环评",
         "报告已完成待评审", "招中介",       "前期准备"});
    add(ReportedState::Submitted,
        {"submitted", "已申报待受理", "已申报", "申报", "已提交", "已报件", "待受理", "已报待受理", "提交"});
    add(ReportedState::InReview,
        {"in_review", "已受理在办", "已受理(在办)", "已受理",     "受理",         "在办",         "办理中", "正在办理",
         "审批中",    "审核中",     "审查中",       "正在审批",   "评审中",       "正在评审",     "公示中", "正在公示",
         "待批复",    "待批",       "已报市局",     "已上报市局", "市局正在审核", "已受理/审查中"});
    add(ReportedState::HandedUp,
        {"handed_up", "要件已上报最终审批部门", "要件已报最终审批部门", "已上报最终审批部门", "已报最终审批部门",
         "要件已报送至最终审批部门", "要件已上报", "已上报", "上报", "已组件上报", "已报部", "已上报部", "上报收口"});
    add(ReportedState::CorrectionAsked,
        {"returned", "补正", "补正中", "需补正", "要求补正", "需补充材料", "补充材料", "暂缓"});
    add(ReportedState::Rejected, {"退件", "退回", "已退件", "已退回", "不予受理"});
    add(ReportedState::Finished,
        {"finished", "办结",       "已办结",   "已完成", "完成", "已取得", "取得",   "已批复", "批复", "已批",
         "已备案",   "已核准",     "有",       "√",      "✓",    "✔",      "☑",      "✅",     "●",    "100%",
         "办理完毕", "已办理完毕", "手续齐备", "收口",   "已办", "已办理", "已办完", "已获批"});
    return words;
  }();
  return table;
}

const ReasonTable& reason_table() {
  static const ReasonTable table = [] {
    ReasonTable words;
    const auto add = [&](NotApplicableReason reason, std::initializer_list<std::string_view> spellings) {
      for (const auto spelling : spellings)
        words.emplace(spelling, reason);
    };
    add(NotApplicableReason::NotInvolved,
        {"not_applicable", "not_involved", "不涉及", "无需办理", "不需办理", "不需要", "无需", "不需要办理", "不用办理",
         "不用办", "无", "n/a", "na", "不适用", "不新增用地", "未涉及"});
    add(NotApplicableReason::Exempt, {"exempt", "豁免", "免办", "免于办理", "豁免办理", "不单独办理", "已豁免"});
    add(NotApplicableReason::ExistingApproval,
        {"existing_approval", "沿用已有批复", "沿用原批复", "沿用", "已有用地", "使用原有手续"});
    add(NotApplicableReason::MergedProcessing,
        {"merged_processing", "并联合并办理", "合并办理", "并联办理", "并入其他事项办理"});
    add(NotApplicableReason::RegionalAssessment, {"regional_assessment", "区域评估替代", "区域评估", "区域评价替代"});
    return words;
  }();
  return table;
}

/// 已报<region>, 已上报<region>厅, 要件已报送至<region>厅, 报件已入<region>系统: the region in the campaign's words, 级 left out.
bool is_reported_to_region(std::string_view key, const campaign::FormWords& form) {
  for (const std::string_view papers : {"要件", "报件"})
    strip_prefix(key, papers);
  if (!strip_prefix(key, "已")) return false;
  for (const std::string_view verb : {"上报", "报送", "报", "入"})
    if (strip_prefix(key, verb)) break;
  for (const std::string_view to : {"至", "到"})
    strip_prefix(key, to);
  const auto names_region = [&](const auto& pair) {
    const std::string level = match_key(pair.second);
    std::string_view name = level;
    strip_suffix(name, "级");
    std::string_view rest = key;
    if (pair.first != Authority::Region || name.empty() || !strip_prefix(rest, name)) return false;
    return rest.empty() || rest == "厅" || rest == "系统" || rest == "有关部门";
  };
  return std::ranges::any_of(form.authority_words, names_region) ||
         std::ranges::any_of(form.authority_aliases, names_region);
}

/// 不涉及 alone says that, not why: a reason that is known already stays.
std::optional<NotApplicableReason> telling_reason(NotApplicableReason reason) {
  return reason == NotApplicableReason::NotInvolved ? std::nullopt : std::optional(reason);
}

}  // namespace

std::optional<StateWord> find_state_word(std::string_view key, const campaign::FormWords& form) {
  if (is_dash(key) || key == "是" || key == "否" || key == "?") return StateWord{{}, {}, true};
  if (const auto reason = find_reason_word(key))
    return StateWord{ReportedState::NotApplicable, telling_reason(*reason), false};
  if (const auto found = state_table().find(key); found != state_table().end())
    return StateWord{found->second, {}, false};
  if (is_reported_to_region(key, form)) return StateWord{ReportedState::ReportedToRegion, {}, false};
  return std::nullopt;
}

std::optional<ReportedState> find_symbol(std::string_view letter) {
  for (const std::string_view tick :
       {"R", "P", "ü", "þ", "\xEF\x83\xBC", "\xEF\x83\xBE", "\xEF\x81\x92", "\xEF\x81\x90"})
    if (letter == tick) return ReportedState::Finished;
  for (const std::string_view cross :
       {"û", "ý", "O", "Q", "S", "T", "\xEF\x83\xBB", "\xEF\x83\xBD", "\xEF\x81\x8F", "\xEF\x81\x91"})
    if (letter == cross) return ReportedState::NotStarted;
  return std::nullopt;
}

InvolvementReading read_involvement(std::string_view key) {
  if (is_dash(key) || key == "?") return {Involvement::Ambiguous, {}};
  for (const std::string_view yes :
       {"是", "涉及", "需要", "需办理", "需要办理", "需", "有", "√", "✓", "✔", "☑", "y", "yes"})
    if (key == yes) return {Involvement::Yes, {}};
  for (const std::string_view no : {"否", "×", "✗", "✘", "☒", "x", "n", "no"})
    if (key == no) return {Involvement::No, {}};
  if (const auto reason = find_reason_word(key)) return {Involvement::No, telling_reason(*reason)};
  return {Involvement::Unknown, {}};
}

std::optional<NotApplicableReason> find_reason_word(std::string_view key) {
  if (const auto found = reason_table().find(key); found != reason_table().end()) return found->second;
  // 不占林地, 不占用草原: whatever is not taken need not be approved.
  constexpr std::size_t kLongest = 8;
  if (key.starts_with("不占") && character_count(key) <= kLongest) return NotApplicableReason::NotInvolved;
  return std::nullopt;
}

std::optional<ReportedState> find_finished_answer(std::string_view key) {
  if (find_reason_word(key)) return std::nullopt;  // 不涉及 is no answer to 是否办结, but a state of its own.
  const auto reading = read_involvement(key);
  if (reading.involvement == Involvement::Yes) return ReportedState::Finished;
  if (reading.involvement == Involvement::No) return ReportedState::NotStarted;
  return std::nullopt;
}

}  // namespace guatu::intake
