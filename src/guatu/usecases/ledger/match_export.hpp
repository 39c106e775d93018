#pragma once

#include <string>

#include "guatu/intake/exports/export_comparison.hpp"
#include "guatu/usecases/session.hpp"

/// An approval platform's export against the ledger: read, compare, and record the disputes — one commit, no fact touched.
namespace guatu::usecases {

struct MatchRequest {
  std::string name;   ///< The export's, as the office knows it.
  std::string bytes;  ///< Kept with the commit: disputes point into it.
  intake::Workbook workbook;
  std::string adapter_name, adapter;  ///< File name and text.
  Date as_of;
  bool dry_run = false;
};

struct MatchAnswer {
  intake::ExportAdapter adapter;
  intake::ReadExport read;
  intake::ExportComparison comparison;
  bool applied = false;
  std::int64_t seq = 0;
};

/// Errors: InvalidInput when the adapter is wrong or the export lacks its columns; NotFound without a campaign; StoreFailed.
[[nodiscard]] Result<MatchAnswer> match_export(const Session& session, const MatchRequest& request);

}  // namespace guatu::usecases
