#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "guatu/intake/workbook.hpp"
#include "guatu/reporting/chase_text.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

/// Whom to chase for a dekad, and for what: returns that are missing, and what stands in the others and is still open, cell
/// by cell. The stored workbook is read again and compared with the ledger as it is now, so what was answered or corrected
/// since is not asked for. Source: rules 3 and 6.
namespace guatu::usecases {

using ReadStoredReturn = std::function<Result<intake::Workbook>(std::string_view bytes, const std::string& file_name)>;

/// One letter a unit that is responsible for a project in the campaign on the dekad's last day, in the campaign's order;
/// units with nothing open have none. `only`: that unit alone.
/// Errors: NotFound for a unit that the campaign does not know; StoreFailed; those of reading.
[[nodiscard]] Result<std::vector<reporting::ChaseLetter>> chase_letters(ports::Store& store, const Known& known,
                                                                        const Dekad& dekad,
                                                                        const std::optional<UnitCode>& only,
                                                                        const ReadStoredReturn& read);

}  // namespace guatu::usecases
