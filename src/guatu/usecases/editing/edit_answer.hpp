#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guatu/base/bilingual.hpp"
#include "guatu/campaign/identifiers.hpp"

/// How a write ended, cell by cell.
namespace guatu::usecases {

/// What a client calls a write, so that it can repeat it without writing twice.
struct RequestKey {
  std::string key;     ///< Of the Idempotency-Key; empty: none.
  std::string digest;  ///< Of everything that was asked.
};

enum class EditEnd {
  Done,
  Refused,    ///< `faults` say what is wrong.
  Forbidden,  ///< `faults` say why the acting post may not.
  Conflict,   ///< Somebody else has changed a row since it was seen: `conflicts` have both values.
};

struct EditFault {
  std::string code;     ///< Of docs/messages, or "forbidden", "unknown_project" …
  std::string pointer;  ///< Of the cell in the request.
  Bilingual text, remedy;
};

struct EditConflict {
  std::string pointer;
  ProjectId project;
  KindCode kind;
  std::string part, field;
  std::string yours, theirs;
  std::int64_t revision = 0;  ///< As it is now.
};

/// A row that the commit has written.
struct EditedRow {
  ProjectId project;
  KindCode kind;  ///< Empty: the project's own data.
  std::string part;
  std::int64_t revision = 0;
  std::vector<std::string> fields;  ///< That changed.

  friend bool operator==(const EditedRow&, const EditedRow&) = default;
};

/// What a write changes in a cell; also in one that nobody typed, where it follows from another.
struct EditChange {
  ProjectId project;
  KindCode kind;
  std::string part, field;
  std::string before, after;
};

struct EditAnswer {
  EditEnd end = EditEnd::Done;
  std::int64_t seq = 0;           ///< Head afterwards.
  std::vector<EditedRow> rows;    ///< Empty when everything stood so already.
  std::vector<EditFault> faults;  ///< In the order of the request.
  std::vector<EditFault> notes;   ///< Warnings: taken, but worth a look.
  std::vector<EditConflict> conflicts;
  std::vector<EditChange> changes;  ///< Of cells of procedures, also when nothing was written.
  bool repeated = false;            ///< The answer of the first time: nothing was written again.
};

}  // namespace guatu::usecases
