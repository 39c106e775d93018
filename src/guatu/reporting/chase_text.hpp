#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/base/bilingual.hpp"
#include "guatu/calendar/dekad.hpp"
#include "guatu/campaign/campaign.hpp"
#include "guatu/reporting/official_paper.hpp"

/// 催报: what the office writes to a unit whose return is missing or leaves something open. Source: Plan 4 (定期报送); domain 1.
namespace guatu::reporting {

/// A cell of the return that has to be put right.
struct ChaseCorrection {
  std::string place;  ///< "手续明细!J7"
  std::string value;  ///< As written.
  Bilingual text;     ///< What is wrong …
  Bilingual remedy;   ///< … and what to do.
};

/// Procedures of one project.
struct ChaseProcedures {
  std::string project;
  std::vector<std::string> kinds;
};

struct ChaseLetter {
  UnitCode unit;
  Dekad dekad;
  bool reported = false;
  std::string file;                             ///< Of the return, when there is one.
  std::vector<std::string> missing_projects;    ///< In the campaign, but not in the return.
  std::vector<ChaseCorrection> corrections;     ///< In the order of the sheet.
  std::vector<ChaseProcedures> unknown;         ///< Nothing was ever said of them.
  std::vector<ChaseProcedures> without_number;  ///< Finished, and neither number nor paper.

  /// Nothing has to be asked for.
  [[nodiscard]] bool is_empty() const {
    return reported && missing_projects.empty() && corrections.empty() && unknown.empty() && without_number.empty();
  }
};

/// The letter's text, ready to be copied into a message: one heading a matter, cells and projects numbered. `by` is the day
/// by which the answer is wanted; without it at once.
[[nodiscard]] std::string chase_text(const ChaseLetter& letter, const campaign::Campaign& campaign,
                                     std::optional<Date> by);

/// The same as a letter of the office, 催报函.
[[nodiscard]] OfficialPaper chase_paper(const ChaseLetter& letter, const campaign::Campaign& campaign,
                                        std::optional<Date> by, Date issued);

}  // namespace guatu::reporting
