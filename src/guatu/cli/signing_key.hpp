#pragma once

#include <optional>
#include <string>

#include "guatu/cli/shell.hpp"
#include "guatu/ports/sm2_key.hpp"

/// The office's key as commands find it: by --key, or for signing by GUATU_KEY.
namespace guatu::cli {

[[nodiscard]] Result<ports::Sm2Key> read_key(const Shell& shell, const std::string& path);

/// None when neither is given. Errors: FileFailed; InvalidInput, also for a public key, which cannot sign.
[[nodiscard]] Result<std::optional<ports::Sm2Key>> find_signing_key(const Shell& shell, const Arguments& arguments);

/// "head-17.json"
[[nodiscard]] std::string head_file_name(std::int64_t seq);

}  // namespace guatu::cli
