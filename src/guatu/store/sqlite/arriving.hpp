#pragma once

#include <string>

#include "guatu/ports/store.hpp"

namespace guatu::store {

/// What a store's file and its logs are called after its own name.
inline constexpr const char* kFileEndings[] = {"", "-wal", "-shm", "-journal"};

/// Chooses a name that nobody else has or can guess.
enum class Unguessed { Name };

/// A store on its way to its place: gone with its log when it did not get there.
class Arriving {
 public:
  /// Removes what a killed program may have left there.
  explicit Arriving(std::string path);
  /// An empty private file whose name begins so. Throws when there can be none.
  Arriving(Unguessed, const std::string& beginning);
  Arriving(const Arriving&) = delete;
  Arriving& operator=(const Arriving&) = delete;
  ~Arriving();

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Takes the names away; whoever has the file open goes on reading it.
  void remove() const;

 private:
  std::string path_;
};

/// A synced private copy of a backup, its log included, brought up to date; the backup is left as it is.
/// Errors: StoreFailed when there is no such file, or it holds no Guatu store. Throws what the system says.
[[nodiscard]] Result<void> receive_backup(const std::string& backup, const Arriving& arriving);

/// The head of a store whose chain holds.
[[nodiscard]] Result<ports::CommitHead> proved_head(const std::string& path);

/// The same for a copy; errors call it by the name of what it was copied from.
[[nodiscard]] Result<ports::CommitHead> prove_copy(const std::string& copy, const std::string& name);

}  // namespace guatu::store
