#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/bilingual.hpp"
#include "guatu/json/body_fault.hpp"
#include "guatu/json/edit_records.hpp"
#include "guatu/ports/store.hpp"

/// What is written cell by cell, and how it ended.
namespace guatu::json {

/// One typed value of a request.
struct TypedCell {
  std::string project, kind, part, field, value;
  std::optional<std::int64_t> revision;
  std::string pointer;
};

/// {part?, reason?, field: value …}: cells of one procedure; project and kind are left empty.
struct ProcedureEdit {
  std::string reason;
  std::vector<TypedCell> cells;
};
[[nodiscard]] std::optional<ProcedureEdit> decode_procedure_edit(std::string_view body, BodyFaults& faults);

/// {reason?, cells:[{project, kind, part?, field, value, revision?}]}: at most 5,000.
[[nodiscard]] std::optional<ProcedureEdit> decode_block(std::string_view body, BodyFaults& faults);

struct SaidAboutCell {
  std::string code, pointer;
  Bilingual text, remedy;
};
struct ConflictingCell {
  std::string pointer, project, kind, part, field, yours, theirs;
  std::int64_t revision = 0;
};
struct WrittenAnswer {
  std::int64_t seq = 0;
  bool repeated = false;
  std::vector<std::pair<WrittenRow, std::int64_t>> rows;  ///< With the revision that each has now.
  std::vector<SaidAboutCell> notes;
};
/// {seq, repeated, undo: seq or null, rows:[{project, kind, part, revision, fields}], messages:[…]}
[[nodiscard]] std::string encode_written(const WrittenAnswer& answer);

/// A problem of status 409 with both values of every cell.
[[nodiscard]] std::string encode_conflict(const std::vector<ConflictingCell>& conflicts);

/// One procedure part as its cells stand.
struct CellRow {
  std::string kind, part;
  std::int64_t revision = 0;
  std::vector<std::pair<std::string, std::string>> values;  ///< By field; absent where nothing is known.
};
/// {project, revision, seq, rows:[{kind, part, revision, values:{field: value}}]}; `revision`: of the project's own data.
[[nodiscard]] std::string encode_cells(const std::string& project, std::int64_t revision, std::int64_t seq,
                                       const std::vector<CellRow>& rows);

struct UndoRow {
  ports::CommitInfo commit;
  std::vector<std::string> subjects;
  bool undone = false, written_again = false;
};
/// {writes:[{seq, recorded_at, action, reason, rows:[…], undone, written_again, can_undo}]}
[[nodiscard]] std::string encode_undo_list(const std::vector<UndoRow>& rows);

}  // namespace guatu::json
