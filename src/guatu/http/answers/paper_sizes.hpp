#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "guatu/ports/store.hpp"

namespace guatu::http {

/// How long stored files are. Bytes named by their digest never change, so each is read once in the life of the process.
class PaperSizes {
 public:
  /// Errors: those of loading the file.
  [[nodiscard]] Result<std::int64_t> find(ports::Store& store, const std::string& digest) {
    {
      const std::lock_guard lock(mutex_);
      if (const auto known = sizes_.find(digest); known != sizes_.end()) return known->second;
    }
    GUATU_TRY(const auto bytes, store.load_blob(digest));
    const std::lock_guard lock(mutex_);
    return sizes_.emplace(digest, static_cast<std::int64_t>(bytes.size())).first->second;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::int64_t> sizes_;
};

}  // namespace guatu::http
