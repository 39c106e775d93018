#pragma once

#include "guatu/http/context.hpp"
#include "guatu/http/door/identify.hpp"
#include "guatu/http/router.hpp"
#include "guatu/usecases/editing/edit_answer.hpp"

/// What writes share: the headers that guard them, and how their ends are told.
namespace guatu::http {

/// The Idempotency-Key with a digest of everything that was asked. Faults: one that is too long.
struct KeyReading {
  usecases::RequestKey key;
  std::optional<Problem> problem;
};
[[nodiscard]] KeyReading read_request_key(const Call& call);

/// The row revision of an If-Match: "12", or * for whatever stands there.
struct IfMatch {
  std::optional<std::int64_t> revision;
  bool anything = false;
  std::optional<Problem> problem;  ///< 428 when the header is missing, 400 when it is no revision.
};
[[nodiscard]] IfMatch read_if_match(const Request& request);

/// 200, 403, 409 or 422 with everything that there is to say.
[[nodiscard]] Response answer_edit(const usecases::EditAnswer& answer);

/// Runs a write of cells as who asks, together with those of others, and answers how it ended.
template <typename Write>
[[nodiscard]] Answer write_and_tell(Context& context, const Call& call, Write write) {
  const auto answer =
      context.writes->write([&](telemetry::WatchedStore& store) { return write(session_for(context, store, call)); });
  if (!answer) return answer.error();
  return answer_edit(*answer);
}

}  // namespace guatu::http
