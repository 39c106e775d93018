#pragma once

#include "guatu/json/edit_codec.hpp"

/// Many rows at once: those of a unit as they stand, and what a block would do to them.
namespace guatu::json {

/// The procedure parts of one project.
struct ProjectCells {
  std::string project, name;
  std::vector<CellRow> rows;
};
/// {seq, rows:[{project, name, kind, part, revision, values:{field: value}}]}
[[nodiscard]] std::string encode_unit_cells(std::int64_t seq, const std::vector<ProjectCells>& projects);

/// A value that would change, beside those that were typed also where one follows from another.
struct CellChange {
  std::string project, kind, part, field, before, after;
};
struct BlockPreview {
  std::int64_t seq = 0;
  std::vector<CellChange> changes;
  std::vector<SaidAboutCell> refused, notes;
  std::vector<ConflictingCell> conflicts;
};
/// {seq, changes:[…], refused:[…], messages:[…], conflicts:[…]}
[[nodiscard]] std::string encode_preview(const BlockPreview& preview);

}  // namespace guatu::json
