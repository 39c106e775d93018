#include "guatu/usecases/editing/row_revision.hpp"

#include "guatu/json/record_codec.hpp"

namespace guatu::usecases {

Result<std::int64_t> load_revision(ports::Store& store, const std::string& subject, std::int64_t seq) {
  GUATU_TRY(const auto records, store.load_history(std::string(json::kPartRecord), seq, std::optional(subject)));
  return records.empty() ? 0 : records.back().seq;
}

}  // namespace guatu::usecases
