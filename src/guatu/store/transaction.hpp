#pragma once

namespace soci {
class session;
}

namespace guatu::store {

/// Begun by the engine's own words, rolled back unless committed.
class Transaction {
 public:
  Transaction(soci::session& session, const char* begin);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  soci::session& session_;
  bool open_ = true;
};

}  // namespace guatu::store
