#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/known_answer.hpp"
#include "guatu/http/query_reader.hpp"
#include "guatu/json/figures_codec.hpp"
#include "guatu/json/leagues_codec.hpp"
#include "guatu/usecases/ledger/explain_unit.hpp"

namespace guatu::http {
namespace {

json::NumbersHead numbers_head(const usecases::Known& known, Date as_of, std::int64_t known_at) {
  const auto& campaign = known.campaign();
  return {campaign.id, campaign.version, as_of, known_at, known.head.seq};
}

}  // namespace

Answer answer_figures(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto as_of = query.day("as_of");
  const auto asked = query.find_instant("known_at");
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(
      context, call, asked,
      [&](ports::Store& store, const usecases::Known& known, std::int64_t known_at) -> Result<std::string> {
        GUATU_TRY(const auto numbers, usecases::numbers_on_day(store, known, as_of));
        return json::encode_figures(numbers_head(known, as_of, known_at), known.campaign().policy, numbers.figures,
                                    numbers.carried);
      });
}

Answer answer_leagues(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto as_of = query.day("as_of");
  const auto asked = query.find_instant("known_at");
  const UnitCode unit{query.text("explain")};
  const auto league = query.text("league");
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(
      context, call, asked,
      [&](ports::Store& store, const usecases::Known& known, std::int64_t known_at) -> Result<std::string> {
        GUATU_TRY(const auto numbers, usecases::numbers_on_day(store, known, as_of));
        if (unit.empty()) return json::encode_leagues(numbers_head(known, as_of, known_at), numbers.leagues);
        GUATU_TRY(const auto why, usecases::explain_unit(known, as_of, numbers.leagues, unit, league));
        return json::encode_explanation(unit, why.rule->id, why.also, why.rows);
      });
}

}  // namespace guatu::http
