#include "guatu/usecases/ledger/head_known_at.hpp"

#include "guatu/values/instant.hpp"

namespace guatu::usecases {

Result<ports::CommitHead> find_head_known_at(ports::Store& store, std::optional<std::int64_t> known_at) {
  if (!known_at) return store.find_head();
  GUATU_TRY(auto head, store.find_head_at(*known_at));
  if (head.seq > 0) return head;
  const auto instant = format_rfc3339(*known_at);
  return make_error(ErrorKind::NotFound, instant, "到 " + instant + " 为止，库中还没有任何记录",
                    "nothing had been recorded yet at " + instant);
}

}  // namespace guatu::usecases
