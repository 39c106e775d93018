#include <limits>

#include "guatu/base/hex.hpp"
#include "guatu/http/answers/body_problem.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/json/document_codec.hpp"

namespace guatu::http {
namespace {

std::string new_id(ports::Entropy& entropy) {
  constexpr std::size_t kBytes = 16;
  return to_hex(entropy.random_bytes(kBytes));
}

Answer told(const UploadDesk& desk, const std::string& id, const UploadDesk::Progress& progress) {
  auto response = make_response(
      200, kJsonType, json::encode_upload(id, progress.received, progress.size, desk.limits().largest_piece) + "\n");
  return Answer(std::move(response.with("Cache-Control", "no-store")));
}

}  // namespace

Answer begin_upload(Context& context, const Call& call) {
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  json::BodyFaults faults;
  auto wish = json::decode_upload(call.request.body, faults);
  if (!wish) return body_problem(faults);
  const auto id = new_id(*context.office.entropy);
  const auto size = wish->size;
  if (const auto problem =
          context.uploads.begin({id, call.who.actor, std::move(wish->name), size, {}, {}}, UploadDesk::Clock::now()))
    return *problem;
  return told(context.uploads, id, {0, size, std::nullopt});
}

Answer take_piece(Context& context, const Call& call) {
  QueryReader query(call.target);
  const auto offset = query.number("offset", 0, std::numeric_limits<std::int32_t>::max(), 0);
  if (const auto problem = query.finish()) return *problem;
  const auto progress = context.uploads.add(call.holes[0], call.who.actor, static_cast<std::size_t>(offset),
                                            call.request.body, UploadDesk::Clock::now());
  if (progress.problem) return *progress.problem;
  return told(context.uploads, call.holes[0], progress);
}

}  // namespace guatu::http
