#include "guatu/json/problem_codec.hpp"

#include "guatu/json/fields.hpp"

namespace guatu::json {

std::string encode_problem(const ProblemDocument& problem) {
  namespace bj = boost::json;
  bj::object object{{"type", "about:blank"},
                    {"title", problem.title.zh},
                    {"title_en", problem.title.en},
                    {"status", problem.status},
                    {"code", problem.code}};
  put_text(object, "subject", problem.subject);
  auto& errors = object["errors"].emplace_array();
  for (const auto& [text, pointer] : problem.faults) {
    bj::object fault{{"detail", text.zh}, {"detail_en", text.en}};
    put_text(fault, "pointer", pointer);
    errors.push_back(std::move(fault));
  }
  return bj::serialize(object);
}

}  // namespace guatu::json
