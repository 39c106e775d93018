#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/intake/change_set.hpp"
#include "guatu/usecases/session.hpp"

/// Returned workbooks into the ledger: read, compare, decide, and write what was accepted — one commit a file.
/// Source: contract 2, `import`; rules 3 and 6.
namespace guatu::usecases {

enum class ImportPolicy { AllOrNothing, GoodRows };

struct ImportFile {
  std::string name;                   ///< As the clerk knows it.
  std::string bytes;                  ///< Kept with the return.
  Result<intake::Workbook> workbook;  ///< Or why it cannot be read; `Error.subject` holds the message code.
};

struct ImportRequest {
  std::optional<UnitCode> unit;  ///< Wins over a missing caption; contradicting one is an error.
  std::optional<Dekad> dekad;    ///< Wins over the caption, with a warning.
  bool dry_run = false;
  ImportPolicy policy = ImportPolicy::AllOrNothing;
  intake::Answers answers;  ///< Added to those that the unit's earlier returns were given.
  std::string reason;       ///< Needed when the dekad is locked.
};

struct ImportAnswer {
  std::vector<intake::ChangeSet> tables;  ///< One entry a table, in the files' order.
  bool applied = false;                   ///< What was accepted is in the ledger, also when it was there already.
  bool refused = false;                   ///< Any row or file was refused.
  std::int64_t seq = 0;                   ///< Head afterwards.
};

/// Errors: Refused when the dekad is locked and no reason is given; StoreFailed. Faults in a workbook are messages, not errors.
[[nodiscard]] Result<ImportAnswer> import_form(const Session& session, const ImportFile& file,
                                               const ImportRequest& request);

}  // namespace guatu::usecases
