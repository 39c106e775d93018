#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "guatu/calendar/dekad.hpp"
#include "guatu/campaign/campaign.hpp"
#include "guatu/intake/message.hpp"
#include "guatu/intake/workbook.hpp"
#include "guatu/ledger/ledger.hpp"

/// What a returned workbook says, understood cell by cell, not yet compared with what is known.
/// Source: contract 4; domain 1.2–1.5.
namespace guatu::intake {

struct Answers;

enum class FormKind { Table2, Table3, Unknown };

/// Where a value stands, to name it in a message.
struct Place {
  std::string sheet;
  std::string cell;
  std::string column;
  std::string value;
};

struct ReadPart {
  KindCode kind;
  std::string part;
  ledger::ReportedPart reported;
  std::map<ledger::ReportedField, Place> places;
  Place row;             ///< First cell of the line, for messages about the whole line.
  bool refused = false;  ///< An error message names one of its cells.
};

struct ReadProject {
  ledger::ProjectRecord fields;  ///< `id` empty; only what the row says.
  Place row;
  std::map<std::string, Place> places;  ///< By field: "name", "code", "total_investment", …
  std::vector<ReadPart> parts;
  bool refused = false;  ///< An error message names one of its cells.
};

struct ReadForm {
  std::string file;
  std::string sheet;
  FormKind form = FormKind::Unknown;
  std::optional<UnitCode> unit;  ///< From the caption.
  std::optional<Dekad> dekad;    ///< From the caption.
  Place unit_place, dekad_place;
  std::set<KindCode> kinds;  ///< Those that the table asks about.
  std::vector<ReadProject> projects;
  std::vector<ledger::UpperProblem> upper_problems;
  std::int64_t refused_problems = 0;  ///< Lines of table 3 with an error; they are not in `upper_problems`.
  std::vector<Message> messages;
  bool too_large = false;  ///< More rows than a return can have; nothing of it is taken.
};

/// What the caller knows already and the caption may lack.
struct ReadingHints {
  std::optional<UnitCode> unit;
  std::optional<Dekad> dekad;
  const Answers* answers = nullptr;  ///< To earlier questions; none: as written.
};

/// Every return in the workbook; the two-sheet form is one, and one table whose rows name several units is several, by
/// 责任单位 in the order of their first rows. A workbook without any gives one entry of kind Unknown with the message
/// `not_a_table`.
[[nodiscard]] std::vector<ReadForm> read_forms(const Workbook& workbook, const campaign::Campaign& campaign,
                                               const ReadingHints& hints);

}  // namespace guatu::intake
