#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "guatu/store/dialect.hpp"

/// SQLite as this program wants it. Failures are SOCI's exceptions; callers catch them at the store's border.
namespace guatu::store {

/// A connection that has neither read nor changed the file yet: it may be anybody's.
[[nodiscard]] std::unique_ptr<soci::session> connect_sqlite(const std::string& path, std::chrono::milliseconds wait);

/// The same for a file that has to stay as it is: its log is read and left where it lies.
[[nodiscard]] std::unique_ptr<soci::session> connect_to_look(const std::string& path);

/// On a medium that cannot be written: the file as it is, without the files that SQLite keeps beside one. None when it can be
/// written, or when a log lies beside it, without which it is not whole.
[[nodiscard]] std::unique_ptr<soci::session> connect_to_medium(const std::string& path);

/// For a file that is ours: every commit synced, deleted bytes overwritten, and a write-ahead log, in which who reads never
/// holds up who writes and a commit is one sync. The log stays with the file; a copy made as a backup has lost it. Without
/// the right to write the file is read as it is.
void make_durable(soci::session& session, const std::string& path);

[[nodiscard]] const Dialect& sqlite_dialect();

}  // namespace guatu::store
