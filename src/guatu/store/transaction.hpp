#pragma once

namespace soci {
class session;
}

namespace guatu::store {

/// Begun in the engine's own way, rolled back unless committed.
class Transaction {
 public:
  Transaction(soci::session& session, void (*begin)(soci::session&));
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  void roll_back() noexcept;

  soci::session& session_;
  bool open_ = true;
};

}  // namespace guatu::store
