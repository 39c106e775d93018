#pragma once

#include <list>
#include <memory>
#include <mutex>

#include "guatu/http/answers/ready_answers.hpp"
#include "guatu/usecases/ledger/day_rows.hpp"

namespace guatu::http {

/// The rows of the last few days that were asked for, so that filters and pages of one list are computed once. Like every
/// ready answer they follow from the commit alone.
class ReadyRows {
 public:
  struct Entry {
    usecases::KeptLedgers::Ledger ledger;  ///< What the rows refer to.
    reporting::DayRows rows;
  };
  using Rows = std::shared_ptr<const Entry>;

  /// Makes them when they are not there; who asks meanwhile waits.
  [[nodiscard]] Rows load(const usecases::KeptLedgers::Ledger& ledger, Date as_of);

 private:
  std::mutex mutex_;
  PinyinInitials initials_;
  std::list<Rows> kept_;  ///< Newest use first.
};

}  // namespace guatu::http
