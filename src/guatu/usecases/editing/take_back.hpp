#pragma once

#include "guatu/json/edit_records.hpp"
#include "guatu/usecases/access/acting_session.hpp"
#include "guatu/usecases/editing/edit_answer.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

/// Taking back what is no procedure part: a project's own data, and papers.
namespace guatu::usecases {

/// A record, and the commit that wrote it.
struct WrittenRecord {
  std::int64_t seq = 0;
  json::EditedRecord record;
};

/// Number of the commit that wrote a record of that type and subject last; 0 when there is none.
[[nodiscard]] Result<std::int64_t> load_newest_number(ports::Store& store, const json::EditedRecord& record,
                                                      std::int64_t head);

/// Puts into the commit what takes the record back, or into the answer why it is not taken back.
/// Errors: `access::forbidden`; those of the store and of decoding.
[[nodiscard]] Result<void> take_back_other(const ActingSession& session, Known& known, const WrittenRecord& written,
                                           ports::Commit& commit, EditAnswer& answer);

[[nodiscard]] EditFault stopped_by_later_write(const std::string& subject);

}  // namespace guatu::usecases
