#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "guatu/http/context.hpp"
#include "guatu/http/router.hpp"

/// Answers that depend only on what was asked and on the commit that it was asked of: an entity tag names both, so that
/// nothing is computed twice and nothing is sent twice.
namespace guatu::http {

/// What a body is made from.
struct Asked {
  ports::Store& store;
  const usecases::KeptLedgers::Ledger& ledger;
  std::int64_t known_at;  ///< As asked, otherwise the head's instant.

  [[nodiscard]] const usecases::Known& known() const { return *ledger; }
};
using MakeBody = std::function<Result<std::string>(const Asked& asked)>;

/// Headers: ETag, Vary, and Guatu-Store: standby where it is one, otherwise primary. Sent compressed to who takes that.
/// `beside`: whatever else the body depends on.
/// Errors: NotFound when nothing was recorded yet at `known_at`, or no campaign; those of the store and of `make`.
[[nodiscard]] Answer answer_as_known(Context& context, const Call& call, std::optional<std::int64_t> known_at,
                                     const MakeBody& make, const std::string& beside = {});

/// What stands in the header Guatu-Store: "standby" for a database that follows a primary and may lag behind it.
[[nodiscard]] const char* store_role(bool standby);

/// Whether an If-None-Match of the request names the tag.
[[nodiscard]] bool client_has(const Request& request, const std::string& tag);

/// A file of the page, compressed where that is taken, or 304.
[[nodiscard]] Response answer_file(const StaticFile& file, const Request& request);

}  // namespace guatu::http
