#pragma once

#include <stdexcept>
#include <string>

#include "guatu/store/dialect.hpp"

/// What goes wrong with PostgreSQL, by its SQLSTATE, in words for an administrator.
namespace guatu::store {

inline constexpr const char* kReadOnlyServer = "25006";

/// No connection, or none to a server that may do what was wanted.
class ConnectFailure : public std::runtime_error {
 public:
  /// `sqlstate` is empty when no server answered.
  ConnectFailure(std::string sqlstate, const std::string& what)
      : std::runtime_error(what), sqlstate_(std::move(sqlstate)) {}
  [[nodiscard]] const std::string& sqlstate() const { return sqlstate_; }

 private:
  std::string sqlstate_;
};

[[nodiscard]] Recovery recovery_of(const std::exception& error);
[[nodiscard]] Error explain_postgres(const std::string& store_name, const std::exception& error);

}  // namespace guatu::store
