#pragma once

#include <memory>
#include <string>

#include "guatu/ports/session_desk.hpp"
#include "guatu/store/connection_pool.hpp"
#include "guatu/store/dialect.hpp"
#include "guatu/store/patience.hpp"

namespace guatu::store {

/// The desk over connections to a store of this program's schema. `name` is what messages call it.
[[nodiscard]] std::unique_ptr<ports::SessionDesk> make_session_desk(std::string name,
                                                                    std::unique_ptr<ConnectionPool> pool,
                                                                    const Dialect& dialect, RetryLimits limits);

}  // namespace guatu::store
