#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guatu/ledger/facts.hpp"

/// What a line department has to look at: the procedures of its line that units report as finished.
namespace guatu::json {

enum class ReviewStanding { Waiting, Confirmed, Disputed };
[[nodiscard]] std::string_view review_standing_name(ReviewStanding standing);  ///< "waiting", "confirmed", "disputed"

struct ReviewRow {
  std::string project, name;
  UnitCode responsible, line;
  KindCode kind;
  std::string part;
  ReviewStanding standing = ReviewStanding::Waiting;
  std::optional<ledger::DatedFact> finished;
  std::string document_number;
  bool unverified = false;         ///< Without number, paper or exact day.
  bool platform_disputed = false;  ///< An approval platform says otherwise.
  std::optional<Date> confirmed_on;
  std::optional<ledger::Dispute> dispute;  ///< The open one.
};

/// Of one kind and one unit.
struct ReviewCount {
  KindCode kind;
  UnitCode responsible;
  std::int64_t waiting = 0, confirmed = 0, disputed = 0;
};

struct ReviewList {
  std::int64_t seq = 0;
  Date today, due_on;  ///< `due_on`: by when a dispute of today has to be settled, if nobody says otherwise.
  std::vector<ReviewCount> counts;
  std::int64_t total = 0;
  std::vector<ReviewRow> rows;
};

/// {seq, today, due_on, counts:[{kind, responsible, waiting, confirmed, disputed}], total, rows:[…]}
[[nodiscard]] std::string encode_review_list(const ReviewList& list);

}  // namespace guatu::json
