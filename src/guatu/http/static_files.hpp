#pragma once

#include <map>
#include <string>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/http/response.hpp"

/// The files of the page, read once at the start. What is asked for is only looked up: no path of a request ever reaches the
/// file system.
namespace guatu::http {

struct StaticFile {
  std::string type;
  std::string tag;  ///< Entity tag with its quotes.
  std::shared_ptr<const std::string> bytes;
};

class StaticFiles {
 public:
  StaticFiles() = default;
  /// Every ordinary file below `folder`, without hidden ones and without following links.
  /// Errors: FileFailed, also for more than `kLimit` bytes altogether.
  [[nodiscard]] static Result<StaticFiles> load(const std::string& folder);

  /// The file at a decoded path; `{}` is index.html. Null when there is none.
  [[nodiscard]] const StaticFile* find(const std::vector<std::string>& path) const;

  static constexpr std::size_t kLimit = 64U << 20;

 private:
  std::map<std::string, StaticFile> files_;  ///< By path, parts joined by "/".
};

}  // namespace guatu::http
