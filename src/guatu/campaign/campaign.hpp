#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "guatu/calendar/dekad.hpp"
#include "guatu/campaign/catalogue.hpp"
#include "guatu/campaign/unit.hpp"
#include "guatu/values/ratio.hpp"

/// One city's campaign as data: everything that a city may want otherwise. Nothing of any city is in code.
/// Source: rules 1, 4–7; contract 3.
namespace guatu::campaign {

struct Stage {
  std::string id;
  Bilingual name;
  Date first, last;
  std::string clause;
};

/// What a target measures.
enum class Measure {
  ProjectsFinished,    ///< finished ÷ counted projects
  ProjectsMeet,        ///< meets ÷ counted projects
  ProceduresFinished,  ///< finished ÷ applicable parts in scope
  ProceduresHandedUp,  ///< handed up or finished ÷ applicable parts in scope
};
/// Whose procedures: those decided by city and county (missing authority counts here), by region and state, or all.
enum class AuthorityScope { All, CityAndCounty, RegionAndState };

struct Target {
  std::string id;  ///< "t1"
  Bilingual name;
  Measure measure = Measure::ProjectsFinished;
  AuthorityScope scope = AuthorityScope::All;
  Ratio threshold;  ///< 70/100
  Date deadline;
  std::string clause;
};

enum class LeagueUnit { Project, ProcedurePart };  ///< What is counted.
enum class SponsorCounts { Own, Line };            ///< Rules 5.
enum class ApproverScope { Line, CityOnly };       ///< Rules 5.
enum class Guard { None, TargetMissed };

struct LeagueRule {
  std::string id;  ///< "district"
  Bilingual name;
  Capacity ranked = Capacity::District;  ///< Every unit with this capacity, in the campaign's order…
  std::vector<UnitCode> only;            ///< …or just these.
  LeagueUnit counts = LeagueUnit::Project;
  int bottom = 0;
  SponsorCounts sponsor_counts = SponsorCounts::Own;
  ApproverScope approver_scope = ApproverScope::Line;
  Guard guard = Guard::None;
  std::string guard_target;  ///< Target id when `guard` is TargetMissed.
  int minimum_size = 1;      ///< Units with fewer are flagged.
  std::string clause;
};

/// A unit that headquarters exempts for objective reasons, on record. Source: rules 5.
struct Exemption {
  std::string league;
  UnitCode unit;
  Date cut;
  std::string reason;
  std::string approval;
};

enum class Completion { Claimed, Confirmed };
enum class RankingMeasure { Finished, Meets };

struct Policy {
  Completion completion = Completion::Claimed;
  RankingMeasure ranking = RankingMeasure::Finished;
  ShiftPolicy due_shift = ShiftPolicy::Keep;
  bool practice_edges = false;
  int yellow_days = 5;           ///< Working days before the plan date that turn the light yellow.
  int yellow_slack = 5;          ///< Working days of slack below which the light is yellow.
  int problem_text_limit = 100;  ///< Characters in annex 3.
  int dispute_days = 5;          ///< Working days to settle what a platform says otherwise.
};

/// From when on the office is shown something to look at. Nothing is decided by it.
struct ReviewThresholds {
  int not_applicable_points = 20;  ///< A unit's share of 不涉及 above that of the others, in percentage points …
  int not_applicable_parts = 5;    ///< … for a kind of which it has at least so many parts.
  int same_day_finishes = 5;       ///< Finishes of one unit on one day.
};

struct DueDate {
  std::string id;  ///< "table2", "table3", "first_return"
  Bilingual name;
  Date on;
  std::string clause;
};

/// Words of the form that differ from place to place.
struct FormWords {
  int plan_year = 0;  ///< 2023 in 2023年计划完成投资（亿元）
  std::vector<std::pair<Authority, std::string>>
      authority_words;  ///< Drop-down words in order: 国家级 / 自治区级 / 市级 / 旗县级
  std::vector<std::pair<Authority, std::string>> authority_aliases;
  std::vector<std::string> authority_ambiguous;  ///< Words that must be asked: 区级
};

/// Heads and names on papers.
struct PaperWords {
  std::string office_name;  ///< Who signs: 指挥部办公室, as in the red head.
  std::string headquarters_name;
  std::string red_head;
  std::string document_number_prefix;
  std::string place;             ///< City as named in titles.
  std::string districts_word;    ///< 各旗县区（高新区）
  std::string departments_word;  ///< 市直有关部门
  std::string copy_to;
};

struct Campaign {
  std::string id;  ///< "chifeng-2023"
  Bilingual title;
  std::string version;
  Date starts_on, ends_on;
  Dekad first_dekad;
  std::vector<Stage> stages;
  std::vector<Target> targets;
  std::vector<DueDate> due_dates;
  std::vector<Date> assessment_cuts;
  Policy policy;
  ReviewThresholds review;
  FormWords form;
  PaperWords paper;
  std::vector<ProcedureKind> kinds;  ///< In the catalogue's order, which is the order everywhere.
  std::vector<MergedAlias> merged_aliases;
  std::vector<Unit> units;  ///< In the official order.
  std::vector<Post> roster;
  std::vector<LeagueRule> leagues;
  std::vector<Exemption> exemptions;
  WorkingCalendar calendar;

  [[nodiscard]] const Unit* find_unit(const UnitCode& code) const;
  /// By code, name (of any day), short name or alias, compared by `match_key`.
  [[nodiscard]] const Unit* find_unit_by_name(std::string_view name) const;
  [[nodiscard]] const ProcedureKind* find_kind(const KindCode& code) const;
  [[nodiscard]] const ProcedureKind* find_kind_by_name(std::string_view name) const;
  /// The kinds that share a column of this name: one, or several by a merged alias; none when nothing is called so.
  [[nodiscard]] std::vector<const ProcedureKind*> find_kinds_by_name(std::string_view name) const;
  [[nodiscard]] std::vector<const ProcedureKind*> kinds_on(Date day) const;
  [[nodiscard]] std::vector<Ratio> thresholds() const;  ///< Of all targets, for `shown_tenths`.
  [[nodiscard]] bool is_assessment_cut(Date day) const;
  /// The level in the campaign's own word (自治区级), as on its forms; without one the general word.
  [[nodiscard]] std::string authority_word(Authority authority) const;

  /// Makes finding by name and code fast; called once the campaign is whole, and again after units or kinds changed.
  void index();

 private:
  std::unordered_map<std::string, std::size_t> unit_by_key_;
  std::unordered_map<std::string, std::size_t> kind_by_key_;
  std::unordered_map<std::string, std::size_t> unit_by_code_;
};

/// Code, names, short names and aliases: everything by which a unit or a kind may be called.
[[nodiscard]] std::vector<std::string> unit_spellings(const Unit& unit);
[[nodiscard]] std::vector<std::string> kind_spellings(const ProcedureKind& kind);

}  // namespace guatu::campaign
