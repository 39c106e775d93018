#include "guatu/http/answers/known_answer.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/row_query.hpp"
#include "guatu/json/sequence_codec.hpp"
#include "guatu/usecases/ledger/day_rows.hpp"
#include "guatu/usecases/planning/sequence_on_day.hpp"

namespace guatu::http {
namespace {

/// A worker is not held for seconds: a few thousand tries take a fraction of one, and the command line may take more.
constexpr std::int64_t kMostTries = 20'000, kUsualTries = 4'000;

}  // namespace

Answer answer_sequence(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto when = read_when(query);
  const auto tries = query.number("iterations", 0, kMostTries, kUsualTries);
  if (const auto problem = query.finish()) return *problem;
  return answer_as_known(context, call, when.known_at, [&](const Asked& asked) -> Result<std::string> {
    const auto& known = asked.known();
    const usecases::SequenceWish wish{when.as_of ? *when.as_of : usecases::default_day(known), tries, 0, 1};
    GUATU_TRY(const auto sequence,
              usecases::sequence_on_day(known.ledger, known.campaign(), wish, planning::order::one_after_the_other,
                                        [](const planning::order::Progress&) { return true; }));
    return json::encode_sequence(sequence);
  });
}

}  // namespace guatu::http
