#include "guatu/http/answers/known_answer.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/row_query.hpp"
#include "guatu/json/leagues_codec.hpp"
#include "guatu/json/trend_codec.hpp"
#include "guatu/usecases/ledger/day_rows.hpp"
#include "guatu/usecases/ledger/explain_unit.hpp"
#include "guatu/usecases/ledger/trend_on_day.hpp"
#include "guatu/usecases/planning/plan_documents.hpp"

namespace guatu::http {
namespace {

Date day_of(const When& when, const Asked& asked) {
  return when.as_of ? *when.as_of : usecases::default_day(asked.known());
}

json::NumbersHead numbers_head(const Asked& asked, Date as_of) {
  const auto& campaign = asked.known().campaign();
  return {campaign.id, campaign.version, as_of, asked.known_at, asked.known().head.seq};
}

}  // namespace

Answer answer_figures(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto when = read_when(query);
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, when.known_at, [&](const Asked& asked) -> Result<std::string> {
    const auto as_of = day_of(when, asked);
    GUATU_TRY(const auto numbers, usecases::numbers_on_day(asked.store, asked.known(), as_of));
    return json::encode_figures(numbers_head(asked, as_of), asked.known().campaign().policy, numbers.figures,
                                numbers.carried);
  });
}

Answer answer_leagues(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto when = read_when(query);
  const UnitCode unit{query.text("explain")};
  const auto league = query.text("league");
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, when.known_at, [&](const Asked& asked) -> Result<std::string> {
    const auto as_of = day_of(when, asked);
    GUATU_TRY(const auto numbers, usecases::numbers_on_day(asked.store, asked.known(), as_of));
    if (unit.empty()) return json::encode_leagues(numbers_head(asked, as_of), numbers.leagues);
    GUATU_TRY(const auto why, usecases::explain_unit(asked.known(), as_of, numbers.leagues, unit, league));
    return json::encode_explanation(unit, why.rule->id, why.also, why.rows);
  });
}

Answer answer_trend(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto when = read_when(query);
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, when.known_at, [&](const Asked& asked) -> Result<std::string> {
    const auto as_of = day_of(when, asked);
    GUATU_TRY(const auto trend, usecases::trend_on_day(asked.store, asked.known(), as_of));
    return json::encode_trend(numbers_head(asked, as_of), asked.known().campaign(), trend);
  });
}

Answer answer_plan(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto when = read_when(query);
  const auto deadline = query.find_day("deadline");
  const UnitCode responsible{query.text("responsible")};
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, when.known_at, [&](const Asked& asked) -> Result<std::string> {
    const auto& known = asked.known();
    if (!responsible.empty() && known.campaign().find_unit(responsible) == nullptr)
      return make_error(ErrorKind::NotFound, "responsible", "没有单位“" + responsible.text() + "”",
                        "there is no unit \"" + responsible.text() + "\"");
    const auto as_of = day_of(when, asked);
    return json::encode_plan(as_of,
                             usecases::plan_documents(known.ledger, known.campaign(), {as_of, deadline, responsible}));
  });
}

Answer answer_rules(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, std::nullopt, [](const Asked& asked) -> Result<std::string> {
    const auto& known = asked.known();
    return json::encode_rules(known.head.seq, reporting::figure_rules(known.campaign(), usecases::default_day(known)),
                              kApiBase);
  });
}

Answer answer_rule(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, std::nullopt, [&](const Asked& asked) -> Result<std::string> {
    const auto& known = asked.known();
    for (const auto& rule : reporting::figure_rules(known.campaign(), usecases::default_day(known)))
      if (rule.id == call.holes[0]) return json::encode_rule(rule, kApiBase);
    return make_error(ErrorKind::NotFound, call.holes[0], "没有“" + call.holes[0] + "”这项口径",
                      "there is no rule \"" + call.holes[0] + "\"");
  });
}

}  // namespace guatu::http
