#include "guatu/json/message_codec.hpp"

#include "guatu/intake/questions.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

const char* severity_name(intake::Severity severity) {
  switch (severity) {
    case intake::Severity::Error:
      return "error";
    case intake::Severity::Warning:
      return "warning";
    case intake::Severity::Note:
      return "note";
  }
  return "note";
}

}  // namespace

bj::object message_value(const intake::Message& message) {
  bj::object object{{"severity", severity_name(message.severity)},
                    {"code", message.code},
                    {"sheet", message.sheet},
                    {"cell", message.cell},
                    {"column", message.column},
                    {"value", message.value},
                    {"text", message.text.zh},
                    {"text_en", message.text.en},
                    {"remedy", message.remedy.zh},
                    {"remedy_en", message.remedy.en}};
  if (const auto question = intake::question_of(message)) {
    object["question"] = question->subject;
    auto& choices = object["choices"].emplace_array();
    for (const auto& choice : question->choices)
      choices.emplace_back(choice);
  }
  return object;
}

}  // namespace guatu::json
