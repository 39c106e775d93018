#pragma once

#include <functional>

#include "guatu/json/dekads_codec.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

/// The dekads of a campaign as the office follows them. Source: rules 3.
namespace guatu::usecases {

/// Bytes of the stored paper with this digest. Asked again and again, so whoever gives it may remember.
using PaperSize = std::function<Result<std::int64_t>(ports::Store& store, const std::string& digest)>;

/// In order of the dekads.
[[nodiscard]] std::vector<json::DekadLine> dekad_lines(const Known& known);
/// In order of publication. Errors: those of the store.
[[nodiscard]] Result<std::vector<json::PublicationLine>> load_publication_lines(ports::Store& store, std::int64_t seq,
                                                                                const PaperSize& size_of);

}  // namespace guatu::usecases
