#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/campaign/authority.hpp"
#include "guatu/campaign/identifiers.hpp"
#include "guatu/ledger/facts.hpp"
#include "guatu/values/amount.hpp"
#include "guatu/values/vague_date.hpp"

/// A key project, its life and its procedures, as recorded.
namespace guatu::ledger {

/// The project's attributes; the newest record replaces the earlier ones wholly.
struct ProjectRecord {
  ProjectId id;
  std::string code;  ///< National project code in canonical form; may be empty before establishment.
  std::string name;
  UnitCode responsible;  ///< 责任主体 at joining; moves are life events.
  std::vector<UnitCode> districts;
  std::optional<UnitCode> industry_department;
  std::string owner;  ///< 建设单位
  std::string credit_code;
  std::string field;  ///< 行业领域
  std::optional<Track> track;
  std::string content;
  std::optional<Amount> total_investment;
  std::optional<Amount> year_plan;
  std::optional<VagueDate> planned_start;
  std::string leader;   ///< 包联领导
  std::string contact;  ///< Personal.
  std::string phone;    ///< Personal.
  std::string progress, problems, measures, note;

  friend bool operator==(const ProjectRecord&, const ProjectRecord&) = default;
};

enum class LifeAction { Join, Suspend, Resume, Withdraw, End, Move, Rename, Merge, Split };
[[nodiscard]] std::string_view life_action_name(LifeAction action);  ///< "join", … as on the command line
[[nodiscard]] std::optional<LifeAction> find_life_action(std::string_view name);
[[nodiscard]] Bilingual life_action_words(
    LifeAction action);  ///< 在库/增补, 暂缓, 恢复, 调出, 终止, 划转, 更名, 合并, 拆分

/// Takes effect on the day itself. Source: rules 3, "Project life is dated too".
struct LifeEvent {
  LifeAction action = LifeAction::Join;
  Date on;
  std::string reason;
  std::string approval;
  UnitCode to_unit;      ///< Move, split
  ProjectId to_project;  ///< Merge: into which; split: the new one.
  std::string name;      ///< Rename, split
  bool assumed = false;  ///< Joining taken from a first return; an approved join replaces it.

  friend bool operator==(const LifeEvent&, const LifeEvent&) = default;
};

/// One part of one procedure; `part` is empty when there is only one.
struct PartHistory {
  KindCode kind;
  std::string part;
  PartFacts facts;            ///< Newest known.
  std::int64_t revision = 0;  ///< Number of the commit that wrote them; 0: not recorded.
};

struct ProjectHistory {
  ProjectRecord record;
  std::vector<LifeEvent> life;     ///< In order of effect, ties in order of recording.
  std::vector<PartHistory> parts;  ///< In catalogue order, parts by name.
  std::int64_t revision = 0;       ///< Number of the commit that wrote the record; 0: not recorded.

  [[nodiscard]] bool in_campaign_on(Date day) const;
  [[nodiscard]] UnitCode responsible_on(Date day) const;
  [[nodiscard]] const std::string& name_on(Date day) const;
  [[nodiscard]] bool ever_named(std::string_view match_key) const;
  [[nodiscard]] const PartFacts* find_part(const KindCode& kind, std::string_view part) const;
  /// Of the part; 0 when nothing is recorded of it.
  [[nodiscard]] std::int64_t revision_of(const KindCode& kind, std::string_view part) const;
};

/// Every reason why `event` cannot happen to `project`; empty: it may. (Suspend needs a project in the campaign, resume a
/// suspended one, merge another project to go into, move a unit that is not responsible already, …)
[[nodiscard]] std::vector<Bilingual> life_objections(const ProjectHistory& project, const LifeEvent& event);
/// The life with `event` put in its place.
[[nodiscard]] std::vector<LifeEvent> with_event(std::vector<LifeEvent> life, const LifeEvent& event);

}  // namespace guatu::ledger
