#include "guatu/reporting/form_words.hpp"

#include "guatu/ledger/state_on_day.hpp"

namespace guatu::reporting {
namespace {

using ledger::PartFacts;

constexpr const char* kNotStarted = "未启动";
constexpr const char* kPreparing = "正在组卷";
constexpr const char* kSubmitted = "已申报待受理";
constexpr const char* kInReview = "已受理在办";
constexpr const char* kHandedUp = "要件已上报最终审批部门";
constexpr const char* kCorrection = "补正";
constexpr const char* kRejected = "退件";
constexpr const char* kFinished = "办结";
constexpr const char* kNotApplicable = "不涉及";

std::string returned_word(const PartFacts& facts, Date day) {
  std::string word = kCorrection;
  for (const auto& setback : facts.setbacks)
    if (setback.fact.on <= day) word = setback.kind == ledger::SetbackKind::Correction ? kCorrection : kRejected;
  return word;
}

}  // namespace

std::vector<std::string> state_drop_down() {
  return {kNotStarted, kPreparing, kSubmitted, kInReview, kHandedUp, kCorrection, kRejected, kFinished, kNotApplicable};
}

std::vector<std::string> reason_drop_down() {
  using enum ledger::NotApplicableReason;
  std::vector<std::string> words;
  for (const auto reason : {NotInvolved, Exempt, ExistingApproval, MergedProcessing, RegionalAssessment})
    words.push_back(ledger::not_applicable_reason_words(reason).zh);
  return words;
}

std::vector<std::string> authority_drop_down(const campaign::Campaign& campaign) {
  std::vector<std::string> words;
  for (const auto& [authority, word] : campaign.form.authority_words)
    words.push_back(word);
  return words;
}

std::string state_word(const PartFacts& facts, Date day, campaign::Completion completion) {
  switch (ledger::state_on_day(facts, day, completion)) {
    case ProcedureState::NotApplicable:
      return kNotApplicable;
    case ProcedureState::Finished:
      return kFinished;
    case ProcedureState::HandedUp:
      return kHandedUp;
    case ProcedureState::Returned:
      return returned_word(facts, day);
    case ProcedureState::InReview:
      return kInReview;
    case ProcedureState::Submitted:
      return kSubmitted;
    case ProcedureState::Preparing:
      return kPreparing;
    case ProcedureState::NotStarted:
      return kNotStarted;
    case ProcedureState::Unknown:
      return {};
  }
  return {};
}

std::string authority_word(const campaign::Campaign& campaign, std::optional<Authority> authority) {
  for (const auto& [value, word] : campaign.form.authority_words)
    if (value == authority) return word;
  return {};
}

std::string region_word(const campaign::Campaign& campaign) {
  constexpr std::string_view kLevel = "级";
  auto word = authority_word(campaign, Authority::Region);
  if (word.ends_with(kLevel)) word.resize(word.size() - kLevel.size());
  return word;
}

std::string upper_list_title(const campaign::Campaign& campaign) {
  return "需" + region_word(campaign) + "及以上层面解决的重大事项任务清单";
}

std::string upper_departments_header(const campaign::Campaign& campaign) {
  return "需协调国家、" + region_word(campaign) + "相关部门";
}

const std::string& column_name(const campaign::ProcedureKind& kind) {
  return kind.short_name.empty() ? kind.name.zh : kind.short_name;
}

std::string track_word(std::optional<Track> track) {
  if (!track) return {};
  switch (*track) {
    case Track::Approval:
      return "审批";
    case Track::Sanction:
      return "核准";
    case Track::Filing:
      return "备案";
  }
  return {};
}

std::string unit_name(const campaign::Campaign& campaign, const UnitCode& unit, Date day) {
  const auto* found = campaign.find_unit(unit);
  return found == nullptr ? unit.text() : found->name_on(day).name.zh;
}

std::string unit_short_name(const campaign::Campaign& campaign, const UnitCode& unit, Date day) {
  const auto* found = campaign.find_unit(unit);
  if (found == nullptr) return unit.text();
  const auto& name = found->name_on(day);
  return name.short_name.empty() ? name.name.zh : name.short_name;
}

std::string kind_cell(const PartFacts& facts, Date day, campaign::Completion completion) {
  auto text = state_word(facts, day, completion);
  const auto since = ledger::state_since(facts, day, completion);
  const auto state = ledger::state_on_day(facts, day, completion);
  const bool dated = state == ProcedureState::Finished || state == ProcedureState::HandedUp ||
                     state == ProcedureState::InReview || state == ProcedureState::Submitted;
  if (dated && since && !since->assumed) text += " " + format_dotted(since->on);
  const bool open =
      state != ProcedureState::Finished && state != ProcedureState::HandedUp && state != ProcedureState::NotApplicable;
  if (open && facts.planned && facts.planned->precision == DatePrecision::Day)
    text += (text.empty() ? "计划 " : " 计划 ") + format_dotted(facts.planned->last);
  return text;
}

std::string vague_date_text(const VagueDate& date) {
  return date.text.empty() ? format_iso(date.last) : date.text;
}

}  // namespace guatu::reporting
