#pragma once

#include <string>

#include "guatu/base/result.hpp"

/// Where a store on PostgreSQL is: `postgresql://user:password@host1:5432,host2:5432/database?schema=chifeng&…`. The schema
/// is our own parameter, so that campaigns of many cities stand side by side in one database; the rest is libpq's.
namespace guatu::store {

struct PostgresPlace {
  std::string shown;     ///< For messages: without password and without settings.
  std::string conninfo;  ///< For libpq; holds the password.
  std::string schema;    ///< "guatu" unless named. Lower-case letters, digits and underscores: needs no quoting.
  std::string database;  ///< Empty when libpq chooses it.
  bool others = false;   ///< Several hosts, of which one that writes is sought.
};

[[nodiscard]] bool is_postgres_url(const std::string& url);

/// Errors: WrongUsage, without repeating the address: it may hold a password.
[[nodiscard]] Result<PostgresPlace> parse_postgres_url(const std::string& url);

}  // namespace guatu::store
