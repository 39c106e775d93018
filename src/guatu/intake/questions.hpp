#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/intake/message.hpp"

/// The messages that a person can answer without sending the workbook back. Source: contract 2 and 4.
namespace guatu::intake {

/// The left side of an answer (intake/answers), and usual right sides.
struct Question {
  std::string subject;               ///< "项目:桥头镇污水处理站"
  std::vector<std::string> choices;  ///< May be empty: anything that the cell could hold.
};

[[nodiscard]] std::optional<Question> question_of(const Message& message);

/// A file of answers to fill in: one line a question, each once, with what is asked above it.
[[nodiscard]] std::string questions_text(const std::vector<Message>& messages);

}  // namespace guatu::intake
