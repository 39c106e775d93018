#pragma once

#include <exception>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "guatu/base/error.hpp"
#include "guatu/ports/server_report.hpp"
#include "guatu/store/journal_table.hpp"

namespace soci {
class session;
}

/// The little in which database engines differ. Everything else of the journal is the same text on all of them. Whatever
/// takes a session fails with the engine's exceptions.
namespace guatu::store {

/// What can be done about an exception of the engine.
enum class Recovery {
  None,       ///< Trying again would not help.
  Repeat,     ///< The engine gave up one of several that were in each other's way; the transaction may begin anew.
  Reconnect,  ///< The connection or its server is gone. Whether a commit under way was written is not known.
  Elsewhere,  ///< This server only reads; nothing was written, and another one may write.
};

struct Dialect {
  void (*begin_write)(soci::session& session);  ///< Holds the append lock from its first word.
  void (*begin_read)(soci::session& session);   ///< Statements after it see one state.

  void (*insert_rows)(soci::session& session, const JournalTable& table, std::span<const JournalRow> rows);

  /// Inside a transaction: what it has seen of others is as safe on disks as itself, once it is committed.
  void (*make_certain)(soci::session& session);

  /// Removes what the engine still keeps of deleted bytes, as far as it can now.
  void (*overwrite_deleted)(soci::session& session);

  /// What the engine itself finds wrong with its files and indexes.
  std::optional<std::string> (*find_damage)(soci::session& session);

  ports::ServerReport (*report)(soci::session& session);

  Recovery (*recovery)(const std::exception& error);

  /// The engine's exception in words for the administrator. IntegrityBroken when its files are damaged, else StoreFailed.
  Error (*explain)(const std::string& store_name, const std::exception& error);
};

}  // namespace guatu::store
