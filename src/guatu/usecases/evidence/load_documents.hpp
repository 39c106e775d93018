#pragma once

#include <string>
#include <vector>

#include "guatu/evidence/document.hpp"
#include "guatu/usecases/access/acting_session.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

/// Papers as who asks may see them.
namespace guatu::usecases {

struct StoredDocument {
  evidence::Document document;
  std::int64_t revision = 0;  ///< Number of the commit that wrote it last.
};

struct SeenDocument {
  StoredDocument stored;
  bool may_see = false;  ///< Names of files, notes and bytes; number and organ stand in the ledger for every reader.
  bool may_change = false;
};

/// Every document, removed ones among them, by id. Errors: those of the store and of decoding.
[[nodiscard]] Result<std::vector<StoredDocument>> load_all_documents(ports::Store& store, const Known& known);

/// Those about the project; all of the campaign for an empty id. Removed ones are not among them.
[[nodiscard]] Result<std::vector<SeenDocument>> load_documents(const ActingSession& session, const Known& known,
                                                               const std::string& project);

/// The file of a document that stands. Errors: NotFound; `access::forbidden`.
[[nodiscard]] Result<evidence::File> find_evidence(const ActingSession& session, const Known& known,
                                                   const std::string& document, const std::string& digest);

}  // namespace guatu::usecases
