#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/reporting/raw_workbook.hpp"

/// One cell as a clerk fills it: what stands in the file, and what was meant by it.
namespace guatu::usecases::mess {

/// What a column is for, in the clerk's head.
enum class Said {
  // Of the project
  Serial,
  Code,
  Name,
  District,
  Responsible,
  Industry,
  Owner,
  Credit,
  Sector,
  Track,
  Content,
  Total,
  YearPlan,
  TotalAndYear,
  Start,
  Leader,
  Contact,
  Phone,
  ContactAndPhone,
  Progress,
  Problems,
  Measures,
  Note,
  Unused,   ///< A usual column that nobody asked for.
  Strange,  ///< A column that nobody has heard of.
  // Of one procedure
  Kind,
  Involved,
  Reason,
  Level,
  Approver,
  Person,
  State,
  Answer,  ///< 是否办结
  Planned,
  Submitted,
  Sent,  ///< 报送时间: handing up or submission, as the state says
  Accepted,
  HandedUp,
  Finished,
  Number,
  PartNote
};

struct Meaning {
  std::string field;   ///< "state", "finished_on", "total_investment", …
  std::string value;   ///< Canonical: ISO day, state, whole yuan, text.
  std::string kind{};  ///< Of a cell of several procedures the one that is meant; empty: each.
};

/// What no reader can know, or what has to be pointed out. `codes`: one of these messages belongs to the cell.
struct Doubt {
  std::string name;
  std::vector<std::string> codes;
  bool planted = true;  ///< A trap; otherwise it follows from what the unit knows, like a finish without its day.
  bool against_ledger = false;  ///< Shows only when earlier returns are known.
};

struct Written {
  reporting::RawCell cell;
  std::vector<Meaning> meanings;
  std::string spelling;  ///< Class of what is written: "date: real", "state: tick".
  std::optional<Doubt> doubt;
};

[[nodiscard]] Written write_text(std::string text, std::string spelling);
[[nodiscard]] Written write_number(std::string number, std::string spelling);
/// Whether nothing at all stands in the cell.
[[nodiscard]] bool is_blank(const Written& written);

}  // namespace guatu::usecases::mess
