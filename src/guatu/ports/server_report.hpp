#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guatu/base/bilingual.hpp"

/// What an administrator asks of the database behind a store.
namespace guatu::ports {

struct ServerReport {
  std::string engine;                       ///< "SQLite 3.40.1", "PostgreSQL 15.18".
  bool standby = false;                     ///< It only repeats what a primary writes; what is read here may be behind.
  std::optional<std::int64_t> lag_seconds;  ///< Of a standby: age of the last transaction that it repeated.
  std::int64_t standbys = 0;                ///< Of a primary: how many follow it now.
  std::int64_t data_bytes = 0;
  std::int64_t schema_version = 0;   ///< Number of the last migration.
  std::int64_t erased_personal = 0;  ///< Personal values that were forgotten on request.
  std::vector<Bilingual> warnings;   ///< Settings with which what was acknowledged may be lost.
};

}  // namespace guatu::ports
