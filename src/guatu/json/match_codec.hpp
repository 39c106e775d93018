#pragma once

#include <string>
#include <vector>

#include "guatu/intake/exports/export_comparison.hpp"

/// The answers of `match` and `disputes`.
namespace guatu::json {

struct DisputeRow {
  ledger::SourceDispute dispute;
  std::string project_name;
  bool open = true;      ///< On the day that was asked about.
  bool overdue = false;  ///< Open after its due day.
};

struct MatchDocument {
  const std::string& file;
  const intake::ExportAdapter& adapter;
  const intake::ReadExport& read;
  const intake::ExportComparison& comparison;
  const std::vector<DisputeRow>& opened;
  const std::vector<DisputeRow>& changed;
  const std::vector<DisputeRow>& closed;
  Date as_of;
  bool applied = false;
  std::int64_t seq = 0;
};

/// {file, source, as_of, rows, matched, agreeing, refused, skipped, other_kinds:[{kind, rows}],
///  unmatched:[{code, sheet, cell, rows}], opened:[dispute], changed:[dispute], closed:[dispute], unchanged, messages,
///  applied, seq}
[[nodiscard]] std::string encode_match(const MatchDocument& document);

/// {as_of, disputes:[{project, name, kind, part, field, ours, theirs, suggestion, source, file, sheet, cell, owner,
///  opened_on, due_on, closed_on, open, overdue}]}
[[nodiscard]] std::string encode_disputes(Date as_of, const std::vector<DisputeRow>& rows);

}  // namespace guatu::json
