#include "guatu/cli/numbers_request.hpp"

#include "guatu/usecases/ledger/head_known_at.hpp"

namespace guatu::cli {

Result<NumbersRequest> load_numbers_request(const Shell& shell, const Arguments& arguments) {
  NumbersRequest request;
  GUATU_TRY(const auto as_of, arguments.find_day("--as-of"));
  request.as_of = as_of.value_or(shell.today());
  GUATU_TRY(const auto known_at, arguments.find_instant("--known-at"));
  GUATU_TRY(request.store, shell.open_store());
  GUATU_TRY(const auto head, usecases::find_head_known_at(*request.store, known_at));
  GUATU_TRY(request.known, usecases::load_known(*request.store, head));
  request.known_at = known_at.value_or(head.recorded_at);
  return request;
}

OptionSpec as_of_option(bool required) {
  return {"--as-of", "DAY", {"截至哪一天", "the day that the numbers are for"}, required};
}

OptionSpec known_at_option() {
  return {"--known-at",
          "INSTANT",
          {"按哪一时刻已知的情况（缺省：最新）", "what was known at this instant (default: newest)"}};
}

}  // namespace guatu::cli
