#pragma once

#include <string>
#include <vector>

#include "guatu/intake/exports/export_rows.hpp"
#include "guatu/ledger/source_dispute.hpp"

/// Where a platform and the ledger say different things of a procedure on a day. Nothing is decided here and no fact is
/// touched: differences become disputes, agreement closes those that are open. Source: rules 2.
namespace guatu::intake {

struct UnmatchedCode {
  std::string code;
  Place place;  ///< Of its first row.
  std::int64_t rows = 0;
};

struct ExportComparison {
  std::int64_t matched = 0;                    ///< Rows that belong to a procedure of the ledger.
  std::int64_t agreeing = 0;                   ///< Procedures without any difference.
  std::vector<UnmatchedCode> unmatched;        ///< Codes of no project in the campaign, in the file's order.
  std::vector<ledger::SourceDispute> opened;   ///< Differences that nobody knew of.
  std::vector<ledger::SourceDispute> changed;  ///< Open ones, still different, but otherwise than before.
  std::vector<ledger::SourceDispute> closed;   ///< Open ones that agree now.
  std::int64_t unchanged = 0;                  ///< Open ones that are as they were.
  std::vector<Message> messages;
};

struct ComparisonContext {
  const campaign::Campaign& campaign;
  const ledger::Ledger& ledger;
  const ExportAdapter& adapter;
  std::string file;
  Date day;
};

[[nodiscard]] ExportComparison compare_export(const ReadExport& read, const ComparisonContext& context);

}  // namespace guatu::intake
