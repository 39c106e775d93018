#pragma once

#include <memory>
#include <string>

#include "guatu/ports/store.hpp"
#include "guatu/store/dialect.hpp"

namespace guatu::store {

/// The journal over an open connection to a store of this program's schema. `name` is what messages call it.
[[nodiscard]] std::unique_ptr<ports::Store> make_journal_store(std::string name, std::unique_ptr<soci::session> session,
                                                               const Dialect& dialect);

}  // namespace guatu::store
