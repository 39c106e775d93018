#pragma once

#include <string>

#include "guatu/base/error.hpp"

namespace guatu::store {

/// What a store's file and its log are called after its own name.
inline constexpr const char* kFileEndings[] = {"", "-wal", "-shm"};

/// A store on its way to its place: gone with its log when it did not get there.
class Arriving {
 public:
  /// Removes what a killed program may have left there.
  explicit Arriving(std::string path);
  Arriving(const Arriving&) = delete;
  Arriving& operator=(const Arriving&) = delete;
  ~Arriving();

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  void remove();

  std::string path_;
};

/// A synced private copy of a backup that may be opened, and brought up to date, without changing the backup.
void copy_backup(const std::string& backup, const Arriving& arriving);

/// People know the backup by its own name, not by that of its copy.
[[nodiscard]] Error about_backup(Error error, const std::string& copy, const std::string& backup);

}  // namespace guatu::store
