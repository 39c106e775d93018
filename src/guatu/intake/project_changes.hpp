#pragma once

#include "guatu/intake/form_reading.hpp"

namespace guatu::intake {

/// `known` with what `said` adds; blanks never erase. Id, name and responsible unit stay: they change by life events.
[[nodiscard]] ledger::ProjectRecord merged_record(const ledger::ProjectRecord& known,
                                                  const ledger::ProjectRecord& said);

/// The issue as a message at the cell that it is about.
[[nodiscard]] Message issue_message(const ReadPart& part, const ledger::RevisionIssue& issue);

}  // namespace guatu::intake
