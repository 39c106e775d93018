#pragma once

#include <map>
#include <string>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/http/wire/response.hpp"

/// The files of the page, read once at the start. What is asked for is only looked up: no path of a request ever reaches the
/// file system.
namespace guatu::http {

struct StaticFile {
  std::string type;
  std::string tag;  ///< Entity tag with its quotes.
  std::shared_ptr<const std::string> bytes;
  std::shared_ptr<const std::string> packed;  ///< As gzip; null where that saves nothing.
  bool immutable = false;                     ///< Its name changes with its bytes.
};

class StaticFiles {
 public:
  StaticFiles() = default;
  /// Every ordinary file below `folder`, without hidden ones and without following links. A file with a sibling of the
  /// same name and .gz is sent as that one to who takes it; text without one is compressed here. What lies in `assets` is
  /// immutable.
  /// Errors: FileFailed, also for more than `kLimit` bytes altogether.
  [[nodiscard]] static Result<StaticFiles> load(const std::string& folder);

  /// The file at a decoded path; `{}` is index.html. Null when there is none.
  [[nodiscard]] const StaticFile* find(const std::vector<std::string>& path) const;

  /// index.html where a path is one of the page's own views: none of its parts looks like a file, and it does not begin
  /// like what this service itself answers. Null without a page.
  [[nodiscard]] const StaticFile* find_view(const std::vector<std::string>& path) const;

  static constexpr std::size_t kLimit = 64U << 20;

 private:
  /// Siblings become the compressed form of their file.
  void pair_siblings();

  std::map<std::string, StaticFile> files_;  ///< By path, parts joined by "/".
};

}  // namespace guatu::http
