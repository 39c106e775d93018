#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/base/bilingual.hpp"
#include "guatu/calendar/deadline.hpp"
#include "guatu/campaign/authority.hpp"
#include "guatu/campaign/identifiers.hpp"

/// The catalogue of procedures: which kinds there are, who decides, how long the law gives, what must come first.
namespace guatu::campaign {

/// One form of a kind with its legal limit: 报告书 60 days, 报告表 30 days, …
struct Variant {
  VariantCode code;
  Bilingual name;
  std::vector<std::string> aliases;
  DayLimit legal_limit;
  std::optional<DayLimit> promised_limit;
  std::string source;       ///< Law and article.
  bool unverified = false;  ///< The source has not been re-read.
};

enum class EdgeKind { Law, Material, Practice };  ///< Practice edges bind only when the policy says so.

/// `kind` must be finished before the kind that owns this edge may start.
struct Predecessor {
  KindCode kind;
  EdgeKind edge = EdgeKind::Law;
  std::vector<Track> tracks;  ///< Empty: on every track.
  int lag_days = 0;           ///< Working days between the predecessor's last day and the start.
  std::string source;
};

struct ProcedureKind {
  KindCode code;
  Bilingual name;
  std::string short_name;            ///< Column head: 立项, 林地
  std::vector<std::string> aliases;  ///< Header spellings.
  UnitCode line;                     ///< 市级对口部门
  std::string leading_deputy;        ///< Roster post that leads the kind.
  std::optional<Date> valid_from;    ///< In force from this day; none: always.
  std::optional<Date> valid_until;   ///< Last day in force.
  std::vector<Variant> variants;     ///< At least one; the first is the default.
  std::vector<std::string> papers;   ///< 要件 checklist.
  std::vector<Predecessor> predecessors;
  std::vector<std::string> not_applicable_hints;
  // What is usual, for invented campaigns and for advice. Nothing is decided by it.
  std::vector<Authority> usual_levels;  ///< Who decides, most frequent first; empty: any level.
  int usual_not_applicable = 0;         ///< Percent of projects that do not need it.

  [[nodiscard]] bool in_force(Date day) const {
    return (!valid_from || *valid_from <= day) && (!valid_until || day <= *valid_until);
  }
};

/// Spellings of one column that holds several kinds: 林草手续 is 林地 and 草地.
struct MergedAlias {
  std::vector<std::string> aliases;
  std::vector<KindCode> kinds;  ///< At least two.
};

}  // namespace guatu::campaign
