#pragma once

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <string>
#include <vector>

#include "tests/cli/office.hpp"

/// The office's store as somebody sees it who does not go through the program.
namespace guatu::test {

inline constexpr const char* kStoreFile = "guatu.db";

inline void tamper(const Office& office, const std::vector<std::string>& statements) {
  soci::session session(soci::sqlite3, "db=" + (office.folder() / kStoreFile).string());
  for (const auto& statement : statements)
    session << statement;
}

/// The store as bytes, with nothing left in its log.
inline std::string settled_store(const Office& office) {
  tamper(office, {"pragma wal_checkpoint(truncate)"});
  return read_text(office.folder() / kStoreFile);
}

inline void put_back_store(const Office& office, const std::string& bytes) {
  for (const auto* ending : {"-wal", "-shm"})
    std::filesystem::remove(office.folder() / (std::string(kStoreFile) + ending));
  write_text(office.folder() / kStoreFile, bytes);
}

}  // namespace guatu::test
