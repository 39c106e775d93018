#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "guatu/calendar/dekad.hpp"
#include "guatu/campaign/campaign.hpp"
#include "guatu/counting/figures.hpp"
#include "guatu/leagues/league_table.hpp"
#include "guatu/ledger/ledger.hpp"
#include "guatu/planning/light.hpp"
#include "guatu/reporting/official_marks.hpp"

/// Everything that a bulletin is made from. Papers are pure functions of this value: the same input gives the same papers.
namespace guatu::reporting {

struct BulletinInput {
  const campaign::Campaign& campaign;
  const ledger::Ledger& ledger;
  const counting::TallyInput& tally;  ///< As of `as_of`; for the rows behind the rates.
  Dekad dekad;
  Date as_of;  ///< The dekad's last day; for a draft any day.
  int revision = 1;
  bool draft = false;  ///< Not published: every paper is marked 草稿.
  std::string reason;  ///< Why it is a correction; empty for the first publication.
  counting::Figures figures;
  leagues::Leagues leagues;
  std::vector<UnitCode> carried;
  /// The dekad before, for "what changed"; none at the beginning.
  std::optional<counting::Figures> before;
  /// As if nobody had joined, left or moved since the dekad before: what life events moved is the difference, in points.
  std::optional<counting::Rate> finished_rate_without_life_events;
  std::int64_t seq = 0;       ///< Known up to this commit…
  std::string head_digest;    ///< …whose digest is printed.
  std::int64_t known_at = 0;  ///< Instant of that commit.
  std::string campaign_digest;
  /// Of each project's parts, in the order of `ledger::project_on_day`; a project without lights has none to print.
  std::map<ProjectId, std::vector<planning::LightReading>> lights;
  std::string bulletin_template;  ///< Bytes of the office's .docx; empty: the built-in one.
  OfficialMarks marks{};          ///< 份号, 密级, 紧急程度, who issues it too.
};

/// A paper of the bulletin, ready to be stored: the published bytes never change.
struct Paper {
  std::string name;  ///< "通报.docx"
  std::string bytes;
};

}  // namespace guatu::reporting
