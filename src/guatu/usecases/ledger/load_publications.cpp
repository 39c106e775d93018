#include "guatu/usecases/ledger/load_publications.hpp"

#include "guatu/json/record_codec.hpp"

namespace guatu::usecases {

Result<std::vector<KeptPublication>> load_publications(ports::Store& store, std::int64_t seq) {
  GUATU_TRY(const auto records, store.load_history(std::string(json::kPublicationRecord), seq, std::nullopt));
  std::vector<KeptPublication> publications;
  for (const auto& record : records) {
    GUATU_TRY(auto publication, json::decode_publication(record.body));
    publications.push_back({record.seq, std::move(publication)});
  }
  return publications;
}

}  // namespace guatu::usecases
