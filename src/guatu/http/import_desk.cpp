#include "guatu/http/import_desk.hpp"

#include <algorithm>

namespace guatu::http {

void ImportDesk::keep(File file) {
  const std::lock_guard lock(mutex_);
  std::erase_if(files_, [&](const File& each) { return each->id == file->id; });
  files_.push_front(std::move(file));
  std::size_t bytes = 0;
  std::size_t kept = 0;
  for (const auto& each : files_) {
    bytes += each->bytes.size();
    if (kept > 0 && (kept == kMostFiles || bytes > kMostBytes)) break;
    ++kept;
  }
  files_.resize(kept);
}

ImportDesk::File ImportDesk::find(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find_if(files_, [&](const File& each) { return each->id == id; });
  if (found == files_.end()) return nullptr;
  files_.splice(files_.begin(), files_, found);
  return files_.front();
}

}  // namespace guatu::http
