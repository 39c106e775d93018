#include "guatu/store/transaction.hpp"

#include <soci/soci.h>

namespace guatu::store {

Transaction::Transaction(soci::session& session, const char* begin) : session_(session) {
  session_ << begin;
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    session_ << "rollback";
  } catch (const soci::soci_error&) {  // NOLINT(bugprone-empty-catch)
    // The engine has rolled back by itself, or the connection is gone: nothing was written either way.
  }
}

void Transaction::commit() {
  session_ << "commit";
  open_ = false;
}

}  // namespace guatu::store
