#include "guatu/json/answers_codec.hpp"

#include <boost/json.hpp>

namespace guatu::json {
namespace {

namespace bj = boost::json;

Error wrong_body() {
  return make_error(ErrorKind::InvalidInput, "answers", "请求体应为 {\"answers\": {\"问题\": \"答复\"}}",
                    "the body has to be {\"answers\": {\"question\": \"answer\"}}");
}

/// As a line that `parse_answers` reads; a line break would begin another one.
Result<std::string> answer_line(std::string_view subject, const bj::value& answer) {
  const auto* text = answer.if_string();
  if (text == nullptr) return wrong_body();
  std::string line(subject);
  line += " = ";
  line.append(text->data(), text->size());
  if (line.find_first_of("\r\n") != std::string::npos) return wrong_body();
  return line + "\n";
}

}  // namespace

Result<intake::Answers> decode_given_answers(std::string_view body) {
  boost::system::error_code error;
  const auto value = bj::parse(bj::string_view(body.data(), body.size()), error);
  if (error || !value.is_object() || value.as_object().size() != 1) return wrong_body();
  const auto* answers = value.as_object().if_contains("answers");
  if (answers == nullptr || !answers->is_object()) return wrong_body();
  std::string lines;
  for (const auto& [subject, answer] : answers->as_object()) {
    GUATU_TRY(const auto line, answer_line({subject.data(), subject.size()}, answer));
    lines += line;
  }
  return intake::parse_answers(lines);
}

}  // namespace guatu::json
