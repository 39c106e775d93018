#pragma once

#include <string>
#include <utility>
#include <vector>

#include "guatu/base/result.hpp"

namespace guatu::documents {

/// A zip archive made in memory, entries in the order of adding, all dated 1980-01-01, so that it has the same bytes each time.
class ZipWriter {
 public:
  void add(std::string name, std::string bytes) { entries_.emplace_back(std::move(name), std::move(bytes)); }
  /// Errors: FileFailed.
  [[nodiscard]] Result<std::string> finish() const;

 private:
  std::vector<std::pair<std::string, std::string>> entries_;
};

}  // namespace guatu::documents
