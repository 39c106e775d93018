#pragma once

#include <exception>
#include <optional>
#include <string>

#include "guatu/base/error.hpp"

namespace soci {
class session;
}

/// The little in which database engines differ. Everything else of the journal is the same text on all of them.
namespace guatu::store {

struct Dialect {
  const char* begin_write;  ///< Holds the append lock from its first word.
  const char* begin_read;   ///< Statements after it see one state.

  /// Removes what the engine still keeps of deleted bytes, as far as it can now.
  void (*overwrite_deleted)(soci::session& session);

  /// What the engine itself finds wrong with its files and indexes.
  std::optional<std::string> (*find_damage)(soci::session& session);

  /// The engine's exception in words for the administrator. IntegrityBroken when its files are damaged, else StoreFailed.
  Error (*explain)(const std::string& store_name, const std::exception& error);
};

}  // namespace guatu::store
