#include <algorithm>

#include "guatu/http/answers/known_answer.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/usecases/editing/review_rows.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::http {
namespace {

using json::ReviewStanding;

constexpr std::int64_t kMostRows = 1000, kUsualRows = 500;
constexpr std::string_view kStandings[] = {"waiting", "confirmed", "disputed"};

std::optional<ReviewStanding> find_standing(std::string_view name) {
  const auto* const found = std::ranges::find(kStandings, name);
  return found == std::end(kStandings) ? std::nullopt
                                       : std::optional(static_cast<ReviewStanding>(found - std::begin(kStandings)));
}

}  // namespace

Answer answer_reviews(Context& context, const Call& call) {
  QueryReader query(call.target);
  usecases::ReviewFilter filter;
  filter.today = shanghai_day(context.office.clock->now());
  filter.line = UnitCode{query.text("line")};
  filter.kind = KindCode{query.text("kind")};
  filter.responsible = UnitCode{query.text("responsible")};
  filter.standing = find_standing(query.choice("standing", kStandings));
  filter.limit = static_cast<std::size_t>(query.number("limit", 1, kMostRows, kUsualRows));
  if (const auto problem = query.finish()) return *problem;
  const auto make = [&](const Asked& asked) -> Result<std::string> {
    return json::encode_review_list(usecases::list_reviews(asked.known(), filter));
  };
  return answer_as_known(context, call, std::nullopt, make, format_iso(filter.today));
}

}  // namespace guatu::http
