#pragma once

#include "guatu/evidence/document.hpp"
#include "guatu/ports/store.hpp"

/// Bytes of evidence as the journal keeps them: in pieces, each named by its digest.
namespace guatu::usecases {

/// The file's entry; its pieces go into the commit.
[[nodiscard]] evidence::File keep_file(ports::Commit& commit, std::string name, evidence::FileKind kind,
                                       std::string_view bytes);

/// All bytes of the file. Errors: IntegrityBroken when they are not those of its digest; NotFound; StoreFailed.
[[nodiscard]] Result<std::string> load_file_bytes(ports::Store& store, const evidence::File& file);

}  // namespace guatu::usecases
