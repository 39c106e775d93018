#pragma once

#include <memory>
#include <string>

#include "guatu/ports/store.hpp"

/// Where a simulated office keeps its journal, and what may happen to it: the store behind a wrapper that fails on order,
/// thrown away and opened again as by a fresh process.
namespace guatu::simulation {

enum class Trouble {
  None,
  FailsBefore,    ///< The store refuses before anything is written.
  DiesInside,     ///< The process dies with the commit half written.
  AnswerLost,     ///< Written and synced, but the answer does not arrive.
  ConnectionCut,  ///< Engines on servers only: passes unnoticed.
  DiskFull,       ///< Engines on files only, from here on.
  WriteFails,
  SyncFails,
};
[[nodiscard]] const char* trouble_name(Trouble trouble);

class Stand {
 public:
  virtual ~Stand() = default;
  [[nodiscard]] virtual ports::Store& store() = 0;

  /// The next commit meets `trouble`; `after` chooses the write in which.
  virtual void arm(Trouble trouble, int after) = 0;
  /// It came to the trouble. Whatever was armed is armed no more.
  virtual bool disarm() = 0;
  /// The process ends, whatever it was doing, and another one begins.
  virtual void restart() = 0;

  [[nodiscard]] virtual bool has_disk() const { return false; }
  [[nodiscard]] virtual bool has_server() const { return false; }
  /// As `--db` takes it; empty when no other process can use it.
  [[nodiscard]] virtual std::string url() const { return {}; }
};

[[nodiscard]] std::unique_ptr<Stand> make_memory_stand();
/// A new store in a file below `folder`.
[[nodiscard]] std::unique_ptr<Stand> make_sqlite_stand(const std::string& folder);
/// A new schema on the server of the tests, which somebody has started.
[[nodiscard]] std::unique_ptr<Stand> make_postgres_stand();

}  // namespace guatu::simulation
