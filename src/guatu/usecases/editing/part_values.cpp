#include "guatu/usecases/editing/part_values.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/intake/authority_reading.hpp"
#include "guatu/intake/cell_spelling.hpp"
#include "guatu/intake/date_reading.hpp"
#include "guatu/intake/field_change.hpp"
#include "guatu/values/codes.hpp"

namespace guatu::usecases {
namespace {

using ledger::ReportedField;
using ledger::ReportedPart;
using ledger::ReportedState;
using MaybeFault = std::optional<ValueFault>;

constexpr std::size_t kLongestText = 500;

struct StateCode {
  std::string_view name;
  ReportedState state;
};

/// Codes as in JSON; 补正 and 退件 are both `returned` there, so each has its own here.
constexpr StateCode kStates[] = {
    {"not_applicable", ReportedState::NotApplicable},
    {"not_started", ReportedState::NotStarted},
    {"preparing", ReportedState::Preparing},
    {"submitted", ReportedState::Submitted},
    {"in_review", ReportedState::InReview},
    {"handed_up", ReportedState::HandedUp},
    {"returned", ReportedState::CorrectionAsked},
    {"correction_asked", ReportedState::CorrectionAsked},
    {"rejected", ReportedState::Rejected},
    {"finished", ReportedState::Finished},
};

MaybeFault read_state(ReportedPart& reported, std::string_view value, const campaign::Campaign& campaign) {
  if (const auto code = std::ranges::find(kStates, value, &StateCode::name); code != std::end(kStates)) {
    reported.state = code->state;
    return std::nullopt;
  }
  const auto word = intake::find_state_word(match_key(value), campaign.form);
  if (!word || word->ambiguous || !word->state)
    return ValueFault{
        {"“" + std::string(value) + "”不是状态", "\"" + std::string(value) + "\" is no state"},
        {"请从下拉的状态中选择，如 办结、已受理在办、不涉及", "choose a state, such as finished or in_review"}};
  reported.state = word->state;
  if (word->reason) reported.not_applicable_reason = word->reason;
  return std::nullopt;
}

MaybeFault read_reason(ReportedPart& reported, std::string_view value) {
  reported.not_applicable_reason = ledger::find_not_applicable_reason(value);
  if (!reported.not_applicable_reason) reported.not_applicable_reason = intake::find_reason_word(match_key(value));
  if (reported.not_applicable_reason) return std::nullopt;
  return ValueFault{
      {"“" + std::string(value) + "”不是不涉及的理由", "\"" + std::string(value) + "\" is no reason"},
      {"可用：不涉及、豁免、沿用已有批复、并联合并办理、区域评估替代", "use not_involved, exempt and the like"}};
}

MaybeFault read_day(std::optional<Date>& day, std::string_view value, Date today, const campaign::Campaign& campaign) {
  if (const auto iso = parse_iso_date(value)) {
    day = *iso;
    return std::nullopt;
  }
  day = intake::read_date(value, {today, intake::DateUse::Fact, &campaign.calendar}).day();
  if (day) return std::nullopt;
  return ValueFault{{"“" + std::string(value) + "”不是某一天", "\"" + std::string(value) + "\" is no day"},
                    {"请写成 2022-12-05 或 2022.12.05", "write 2022-12-05"}};
}

MaybeFault read_plan(ReportedPart& reported, std::string_view value, Date today, const campaign::Campaign& campaign) {
  if (const auto iso = parse_iso_date(value)) {
    reported.planned = exact_day(*iso);
    return std::nullopt;
  }
  reported.planned = intake::read_date(value, {today, intake::DateUse::Plan, &campaign.calendar}).date;
  if (reported.planned) return std::nullopt;
  return ValueFault{{"“" + std::string(value) + "”不是时间", "\"" + std::string(value) + "\" is no time"},
                    {"请写成 2023-01-20、1月下旬、一季度", "write 2023-01-20, or a dekad, month or quarter"}};
}

MaybeFault read_authority(ReportedPart& reported, std::string_view value, const campaign::Campaign& campaign) {
  reported.authority = find_authority(value);
  if (!reported.authority) reported.authority = intake::read_authority(value, campaign.form).authority;
  if (reported.authority) return std::nullopt;
  return ValueFault{{"“" + std::string(value) + "”不是审批层级", "\"" + std::string(value) + "\" is no level"},
                    {"可用：state、region、city、county，或表中的层级用词", "use state, region, city or county"}};
}

MaybeFault read_variant(ReportedPart& reported, std::string_view value, const campaign::ProcedureKind& kind) {
  const auto key = match_key(value);
  for (const auto& variant : kind.variants)
    if (variant.code.text() == value || match_key(variant.name.zh) == key ||
        std::ranges::find(variant.aliases, key, [](const std::string& alias) { return match_key(alias); }) !=
            variant.aliases.end()) {
      reported.variant = variant.code;
      return std::nullopt;
    }
  return ValueFault{{"“" + std::string(value) + "”不是“" + kind.name.zh + "”的类型",
                     "\"" + std::string(value) + "\" is no variant of " + kind.name.en},
                    {"请按事项目录填写", "use one of the catalogue's"}};
}

MaybeFault read_text(std::string& text, std::string_view value) {
  text = normalise(value);
  if (character_count(text) <= kLongestText) return std::nullopt;
  return ValueFault{{"文字超过 500 字", "the text is over 500 characters"}, {"请精简", "shorten it"}};
}

}  // namespace

std::optional<ValueFault> read_value(ReportedPart& reported, std::string_view field, std::string_view value,
                                     const campaign::Campaign& campaign, const campaign::ProcedureKind& kind,
                                     Date today) {
  if (field == "state") return read_state(reported, value, campaign);
  if (field == "not_applicable_reason") return read_reason(reported, value);
  if (field == "submitted_on") return read_day(reported.submitted_on, value, today, campaign);
  if (field == "accepted_on") return read_day(reported.accepted_on, value, today, campaign);
  if (field == "handed_up_on") return read_day(reported.handed_up_on, value, today, campaign);
  if (field == "finished_on") return read_day(reported.finished_on, value, today, campaign);
  if (field == "planned_on") return read_plan(reported, value, today, campaign);
  if (field == "authority") return read_authority(reported, value, campaign);
  if (field == "variant") return read_variant(reported, value, kind);
  if (field == "document_number") {
    reported.document_number = normalise_document_number(value);
    return read_text(reported.document_number, reported.document_number);
  }
  if (field == "approver") return read_text(reported.approver, value);
  if (field == "responsible_person") return read_text(reported.responsible_person, value);
  if (field == "receipt") return read_text(reported.receipt, value);
  if (field == "overdue_reason") return read_text(reported.overdue_reason, value);
  GUATU_REQUIRE(field == "note");
  return read_text(reported.note, value);
}

std::string_view field_of(ReportedField field) {
  switch (field) {
    case ReportedField::Involved:
    case ReportedField::State:
      return "state";
    case ReportedField::NotApplicableReason:
      return "not_applicable_reason";
    case ReportedField::Authority:
      return "authority";
    case ReportedField::Planned:
      return "planned_on";
    case ReportedField::Submitted:
      return "submitted_on";
    case ReportedField::Accepted:
      return "accepted_on";
    case ReportedField::HandedUp:
      return "handed_up_on";
    case ReportedField::Finished:
      return "finished_on";
    case ReportedField::DocumentNumber:
      return "document_number";
    case ReportedField::Approver:
      return "approver";
    case ReportedField::Person:
      return "responsible_person";
    case ReportedField::Variant:
      return "variant";
    case ReportedField::Note:
      return "note";
  }
  return "state";
}

PartValues values_of(const ledger::PartFacts& facts, const ProjectId& project, const KindCode& kind,
                     const std::string& part, Date today) {
  intake::ReadPart read;
  read.kind = kind;
  read.part = part;
  PartValues values;
  for (auto& change : intake::part_field_changes({}, read, project, {}, facts, today))
    values.emplace(std::move(change.field), std::move(change.after));
  if (!facts.receipt.empty()) values.emplace("receipt", facts.receipt);
  if (!facts.overdue_reason.empty()) values.emplace("overdue_reason", facts.overdue_reason);
  return values;
}

}  // namespace guatu::usecases
