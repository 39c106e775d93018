#pragma once

#include "guatu/usecases/access/acting_session.hpp"
#include "guatu/usecases/ledger/change_life.hpp"
#include "guatu/usecases/ledger/import_forms.hpp"

/// What the office does on its own machine, done by an account within its rights.
namespace guatu::usecases {

/// `import_form` of the acting post's own unit, and for units nothing into a locked dekad, whatever reason is given.
/// Errors: `access::forbidden`; those of `import_form`.
[[nodiscard]] Result<ImportAnswer> import_as(const ActingSession& session, const ImportFile& file,
                                             const ImportRequest& request);

/// Errors: `access::forbidden`; those of `change_life`.
[[nodiscard]] Result<LifeAnswer> change_life_as(const ActingSession& session, const LifeRequest& request);

}  // namespace guatu::usecases
