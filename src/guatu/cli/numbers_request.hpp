#pragma once

#include <memory>

#include "guatu/cli/shell.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

/// What `figures`, `leagues`, `ledger` and `plan` share: a day, and an instant at which it is asked what was known.
namespace guatu::cli {

struct NumbersRequest {
  std::unique_ptr<ports::Store> store;
  usecases::Known known;
  Date as_of;
  std::int64_t known_at = 0;  ///< As given, or the head's instant.
};

/// Errors: WrongUsage, StoreFailed, NotFound without a campaign.
[[nodiscard]] Result<NumbersRequest> load_numbers_request(const Shell& shell, const Arguments& arguments);

[[nodiscard]] OptionSpec as_of_option(bool required);
[[nodiscard]] OptionSpec known_at_option();

}  // namespace guatu::cli
