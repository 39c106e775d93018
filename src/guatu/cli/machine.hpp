#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "guatu/base/result.hpp"

/// The machine as `doctor` looks at it.
namespace guatu::cli {

/// A file of a folder, or the file of a store.
struct FileFacts {
  std::string path;
  std::int64_t bytes = 0;
  std::int64_t changed_at = 0;   ///< Instant of the last writing.
  bool others_can_read = false;  ///< Any user of the machine.
  bool can_be_written = false;   ///< By this user; a store's folder too.
  std::int64_t free_bytes = 0;   ///< On its disk, for this user.
};

struct Machine {
  /// The file behind a store's address; none when its engine keeps it elsewhere. Errors: FileFailed.
  std::function<Result<std::optional<FileFacts>>(const std::string& url)> find_store_file;
  /// Ordinary files of a folder, by name. Errors: FileFailed.
  std::function<Result<std::vector<FileFacts>>(const std::string& folder)> list_folder;
  std::function<std::string(const std::string& name)> environment;  ///< Empty when it is not set.
};

}  // namespace guatu::cli
