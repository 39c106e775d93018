#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "guatu/calendar/dekad.hpp"
#include "guatu/ports/store.hpp"

#include "tests/simulation/true_facts.hpp"

/// What the simulated office has to know, commit by commit, by the rules alone: nothing here asks the program. Everything
/// is kept with the number of the commit that brought it, so that any earlier knowledge can be asked for again.
namespace guatu::simulation {

/// `to` is a unit, a project or a name, as the action wants.
struct TrueEvent {
  std::int64_t seq = 0;
  Date on;
  std::string action;
  std::string to;
};

using PartName = std::pair<std::string, std::string>;  ///< Kind and part.

struct TrueProject {
  std::string id, name, unit;
  std::int64_t born = 0;  ///< Commit that brought it.
  Date joined;
  std::int64_t investment = 0;        ///< Yuan.
  std::int64_t investment_since = 0;  ///< Commit that brought it.
  std::vector<TrueEvent> events;
  std::map<PartName, std::vector<std::pair<std::int64_t, Facts>>> parts;

  std::map<PartName, std::vector<std::string>> told;  ///< What was said of each part, for the report of a failure.

  [[nodiscard]] bool is_in(Date day, std::int64_t seq) const;
  [[nodiscard]] std::string unit_on(Date day, std::int64_t seq) const;
  [[nodiscard]] std::string name_on(Date day, std::int64_t seq) const;
  [[nodiscard]] Facts facts_of(const PartName& part, std::int64_t seq) const;
  /// Whether the event may be recorded after what is known now. Source: rules 3.
  [[nodiscard]] bool may_happen(const std::string& action, Date on) const;

 private:
  [[nodiscard]] std::vector<TrueEvent> known(std::int64_t seq) const;
};

enum class DekadLife { Never, Open, Locked, Published };
struct TrueDekad {
  DekadLife life = DekadLife::Never;
  int revisions = 0;
};

/// A row of a return: the project as its unit calls it, and what is said of its procedures.
struct Row {
  std::string name, code;
  std::int64_t investment = 0;
  std::vector<Line> lines;
};

/// Counts of one day, for comparison with the figures.
struct TrueCounts {
  std::int64_t counted = 0, finished = 0, meets = 0, gained = 0, invested = 0, unverified = 0, overdue = 0;
  std::map<std::string, std::array<std::int64_t, kProcedureStateCount>> by_kind;
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> by_unit;  ///< Finished and counted projects.
  std::set<std::string> units;                                           ///< Of every project in the campaign.
};

class Truth {
 public:
  std::vector<ports::CommitHead> heads;  ///< Everything acknowledged, from commit 1.
  std::vector<TrueProject> projects;     ///< By id.
  std::map<Dekad, TrueDekad> dekads;
  std::vector<std::pair<std::int64_t, int>> versions;  ///< Campaign versions by their commit.
  std::vector<std::pair<std::int64_t, std::pair<std::string, Dekad>>> returns;

  [[nodiscard]] std::int64_t seq() const { return static_cast<std::int64_t>(heads.size()); }
  [[nodiscard]] int version_at(std::int64_t seq) const;
  [[nodiscard]] TrueProject* find(const std::string& id);
  [[nodiscard]] const TrueProject* find_named(const std::string& unit, const std::string& name, Date day) const;
  [[nodiscard]] std::string next_id() const;
  [[nodiscard]] TrueDekad dekad(const Dekad& dekad) const;
  [[nodiscard]] bool earlier_dekad_published(const Dekad& dekad) const;

  /// The faults by which a row has to be refused. Empty: it may be taken.
  [[nodiscard]] std::set<std::string> faults_of(const std::string& unit, const Dekad& dekad, const Row& row) const;
  /// Rows that were taken, by the commit `seq`.
  void take(std::int64_t seq, const std::string& unit, const Dekad& dekad, const std::vector<Row>& rows);

  /// Parts of kinds in force: every part's facts, one empty part for a kind that nobody named.
  [[nodiscard]] std::map<PartName, Facts> parts_of(const TrueProject& project, Date day, std::int64_t seq) const;
  [[nodiscard]] TrueCounts count(Date day, std::int64_t seq) const;
  /// Units with projects that sent nothing for the dekad that ended last. Source: rules 3.
  [[nodiscard]] std::set<std::string> carried(Date day, std::int64_t seq) const;
  [[nodiscard]] ports::CommitHead head_at(ports::EpochSeconds instant) const;
};

}  // namespace guatu::simulation
