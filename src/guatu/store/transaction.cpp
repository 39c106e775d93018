#include "guatu/store/transaction.hpp"

#include <soci/soci.h>

namespace guatu::store {

Transaction::Transaction(soci::session& session, void (*begin)(soci::session&)) : session_(session) {
  try {
    begin(session);
  } catch (...) {
    // What begins in several steps may have failed after the first.
    roll_back();
    throw;
  }
}

Transaction::~Transaction() {
  if (open_) roll_back();
}

void Transaction::roll_back() noexcept {
  try {
    session_ << "rollback";
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
    // The engine has rolled back by itself, or the connection is gone: nothing was written either way.
  }
}

void Transaction::commit() {
  session_ << "commit";
  open_ = false;
}

}  // namespace guatu::store
