#include "guatu/http/openapi.hpp"

#include "guatu/http/answers/known_answer.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/query/query_reader.hpp"
#include "guatu/http/wire/compression.hpp"
#include "guatu/ports/digest.hpp"

namespace guatu::http {
namespace {

StaticFile make_document() {
  std::string text(openapi_document());
  const auto tag = "\"" + ports::sm3_hex(text).substr(0, 32) + "\"";
  auto small = std::make_shared<const std::string>(gzip(text, Effort::Best));
  return {kJsonType, tag, std::make_shared<const std::string>(std::move(text)), std::move(small), false};
}

}  // namespace

Answer answer_openapi(Context&, const Call& call) {
  static const StaticFile kDocument = make_document();
  QueryReader query(call.target);
  if (const auto problem = query.finish()) return *problem;
  return answer_file(kDocument, call.request);
}

}  // namespace guatu::http
