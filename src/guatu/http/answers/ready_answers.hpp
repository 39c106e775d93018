#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "guatu/usecases/ledger/kept_ledgers.hpp"

/// What was computed once and holds as long as the commit that it was computed from is asked for. Nothing here is state: a
/// second process computes the same.
namespace guatu::http {

/// Bodies by entity tag, least recently used out first. Memory: at most `limit` bytes of bodies.
class ReadyAnswers {
 public:
  using Body = std::shared_ptr<const std::string>;

  explicit ReadyAnswers(std::size_t limit) : limit_(limit) {}

  /// Null when it is not there.
  [[nodiscard]] Body find(const std::string& tag);
  /// A body larger than a quarter of the limit is not kept.
  void keep(const std::string& tag, Body body);

 private:
  struct Entry {
    std::string tag;
    Body body;
  };

  std::size_t limit_;
  std::size_t held_ = 0;
  std::mutex mutex_;
  std::list<Entry> entries_;  ///< Newest use first.
  std::unordered_map<std::string, std::list<Entry>::iterator> by_tag_;
};

}  // namespace guatu::http
