#include "guatu/http/answers/known_answer.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/campaign_codec.hpp"
#include "guatu/usecases/ledger/day_rows.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::http {

Answer answer_campaign(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  const auto today = shanghai_day(context.office.clock->now());
  const auto make = [&](const Asked& asked) -> Result<std::string> {
    const auto& known = asked.known();
    const auto day = usecases::default_day(known);
    const auto dekad = known.dekads.empty() ? std::nullopt : std::optional(dekad_of(day));
    return json::encode_campaign_overview(known.campaign(), {known.head.seq, today, day, dekad});
  };
  return answer_as_known(context, call, std::nullopt, make, format_iso(today));
}

Answer answer_units(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, std::nullopt, [](const Asked& asked) -> Result<std::string> {
    return json::encode_units(asked.known().campaign(), asked.known().head.seq);
  });
}

}  // namespace guatu::http
