#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "guatu/campaign/campaign.hpp"

/// Which column a header names, in any of the spellings that offices use. Source: contract 4; domain 1.2, 1.5.
namespace guatu::intake {

enum class Field {
  // The project
  Serial,
  Code,
  Name,
  District,
  Responsible,
  Industry,
  Owner,
  CreditCode,
  Sector,
  TrackWord,
  Content,
  TotalInvestment,
  YearPlan,
  PlannedStart,
  Leader,
  Contact,
  Phone,
  ContactAndPhone,
  Progress,
  Problems,
  Measures,
  Note,
  KnownUnused,  ///< A usual column that nothing is taken from.
  // One part of one procedure
  Kind,
  Part,
  Involved,
  Reason,
  AuthorityLevel,
  Approver,
  Person,
  State,
  FinishedAnswer,
  Planned,
  Submitted,
  Sent,
  Accepted,
  HandedUp,
  Finished,
  FinishedAssumed,
  DocumentNumber,
  VariantWord,
  PartNote,
  // A problem for region and state (table 3)
  RaisedBy,
  Problem,
  UpperDepartments,
  CityDepartment,
};

/// A header that an answer has put over a column to leave out.
inline constexpr std::string_view kNotReadHeader = "不读取";

/// Base columns of table 2 and long form.
[[nodiscard]] std::optional<Field> find_project_field(std::string_view header);
/// Sub-columns of a procedure, in the wide form or as columns of the long form.
[[nodiscard]] std::optional<Field> find_part_field(std::string_view header);
/// Columns that only table 3 has.
[[nodiscard]] std::optional<Field> find_problem_field(std::string_view header);

/// The kinds that a header names: one, or several in one column (林地、草地).
[[nodiscard]] std::vector<KindCode> find_kinds(std::string_view header, const campaign::Campaign& campaign);

/// A kind, or several in one, and their sub-column in one text: 林地征占办结时间.
struct KindField {
  std::vector<KindCode> kinds;
  Field field;
};
[[nodiscard]] std::optional<KindField> find_kind_field(std::string_view header, const campaign::Campaign& campaign);

/// The kind that a text begins with, and what follows: 草地 and 办结 of 草地办结, 草地：办结.
struct LeadingKind {
  KindCode kind;
  std::string rest;
};
[[nodiscard]] std::optional<LeadingKind> find_leading_kind(std::string_view text, const campaign::Campaign& campaign);

/// A known header that `header` nearly is: one character off, two in a long one, or the same characters in another order.
/// For a question, never for reading.
[[nodiscard]] std::optional<std::string> find_near_header(std::string_view header, const campaign::Campaign& campaign);

/// The year in a header such as 2023年计划完成投资（亿元）.
[[nodiscard]] std::optional<int> find_header_year(std::string_view header);

}  // namespace guatu::intake
