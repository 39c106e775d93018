#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <ostream>

#include "guatu/ports/session_desk.hpp"
#include "guatu/ports/store.hpp"

/// One database engine, as the suite of tests/store needs it. Every test there runs on every engine of `all_engines`.
namespace guatu::test {

struct StoreFactory {
  std::string name;

  /// An empty store in `folder`; the answer is where it is. Ends the test program when it cannot be made.
  std::function<std::string(const std::filesystem::path& folder)> create;
  std::function<Result<std::unique_ptr<ports::Store>>(const std::string& where, std::chrono::milliseconds wait)> open;
  std::function<Result<std::unique_ptr<ports::SessionDesk>>(const std::string& where)> open_desk;
  /// What messages call a store.
  std::function<std::string(const std::string& where)> shown;

  /// SQL behind the store's back, with the engine's own constraints off. Throws when the engine refuses it.
  std::function<void(const std::string& where, const std::string& sql)> tamper;
  /// Rows as text, columns joined by "|".
  std::function<std::vector<std::string>(const std::string& where, const std::string& sql)> look;
  /// Why the engine cannot prepare a statement; none when it can.
  std::function<std::optional<std::string>(const std::string& where, const std::string& sql)> find_statement_fault;
  /// Another writer, in the middle of its work until the answer goes.
  std::function<std::shared_ptr<void>(const std::string& where)> hold_write_lock;
  /// Until a writer that was killed is gone for the engine as well.
  std::function<void(const std::string& where)> settle;
  /// Everything that the engine keeps on disk for the store.
  std::function<std::string(const std::string& where)> read_files;
};

[[nodiscard]] StoreFactory sqlite_factory();
/// On the server that ctest has started; no connection is made before it is used.
[[nodiscard]] StoreFactory postgres_factory();

[[nodiscard]] const std::vector<StoreFactory>& all_engines();
[[nodiscard]] const StoreFactory& engine_called(const std::string& name);

inline void PrintTo(const StoreFactory& engine, std::ostream* out) {
  *out << engine.name;
}

}  // namespace guatu::test
