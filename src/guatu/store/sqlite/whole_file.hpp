#pragma once

#include <string>

namespace soci {
class session;
}

/// Database files that appear under their name whole and synced, or not at all. All throw `std::exception` on failure.
namespace guatu::store {

/// The store holds names and phone numbers: only its owner reads it. SQLite gives its log the same rights.
void create_private(const std::string& path);

/// Into a private file, whatever others may do with the original.
void copy_bytes(const std::string& from, const std::string& to);

void sync_path(const std::string& path);

[[nodiscard]] std::string folder_of(const std::string& path);

/// `name`, or `name-2`, `name-3` … : the first that nothing has.
[[nodiscard]] std::string free_name(const std::string& name);

/// Everything that `session` sees as of now, in a new file at `copy`; until it is whole it lies at `unfinished`, where
/// something that a killed program left may stand.
void copy_whole(soci::session& session, const std::string& unfinished, const std::string& copy);

}  // namespace guatu::store
