#pragma once

#include <memory>
#include <soci/soci.h>
#include <string>

#include "guatu/base/result.hpp"

/// A SQLite connection as this program wants it. Only store/sqlite includes SOCI.
namespace guatu::store {

/// Errors as exceptions of SOCI; callers catch at the store's border.
[[nodiscard]] std::unique_ptr<soci::session> connect_sqlite(const std::string& path);

/// A transaction that holds the append lock from its first word; rolled back unless committed.
class ImmediateTransaction {
 public:
  explicit ImmediateTransaction(soci::session& session);
  ImmediateTransaction(const ImmediateTransaction&) = delete;
  ImmediateTransaction& operator=(const ImmediateTransaction&) = delete;
  ~ImmediateTransaction();
  void commit();

 private:
  soci::session& session_;
  bool open_ = true;
};

/// What went wrong, in words for the administrator.
[[nodiscard]] Error store_error(const std::string& path, const std::string& why);

}  // namespace guatu::store
