#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guatu/ledger/ledger.hpp"
#include "guatu/ports/store.hpp"
#include "guatu/reporting/dekad_life.hpp"

/// Dekads with who has reported, and the bulletins that were published.
namespace guatu::json {

/// A publication with what lies beside it in the store.
struct PublicationLine {
  reporting::Publication publication;
  ports::CommitInfo commit;         ///< That published it.
  std::vector<std::int64_t> sizes;  ///< Bytes of its papers, in their order.
};

struct DekadLine {
  reporting::DekadRecord record;
  std::vector<UnitCode> expected;                ///< Responsible for a project on its last day.
  std::vector<ledger::ReturnReceived> reported;  ///< By unit.
  std::vector<UnitCode> carried;                 ///< Expected and not reported.
};

/// `base`: what the address of every file begins with.
[[nodiscard]] std::string encode_dekads(const std::string& campaign, std::int64_t seq,
                                        const std::vector<DekadLine>& dekads,
                                        const std::vector<PublicationLine>& publications, const std::string& base);

/// Newest first: by dekad, then revision.
[[nodiscard]] std::string encode_bulletins(const std::string& campaign, std::int64_t seq,
                                           const std::vector<PublicationLine>& publications, const std::string& base);

/// By the ending of its name; application/octet-stream when it is an unknown one.
[[nodiscard]] std::string_view paper_media_type(std::string_view name);

}  // namespace guatu::json
