#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/known_answer.hpp"
#include "guatu/http/query_reader.hpp"
#include "guatu/json/campaign_codec.hpp"

namespace guatu::http {

Answer answer_campaign(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, std::nullopt,
                         [](ports::Store&, const usecases::Known& known, std::int64_t) -> Result<std::string> {
                           return json::encode_campaign_overview(known.campaign(), known.head.seq);
                         });
}

Answer answer_dekads(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, std::nullopt,
                         [](ports::Store&, const usecases::Known& known, std::int64_t) -> Result<std::string> {
                           return json::encode_dekads(known.campaign().id, known.head.seq, known.dekads,
                                                      known.publications);
                         });
}

}  // namespace guatu::http
