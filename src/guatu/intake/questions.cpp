#include "guatu/intake/questions.hpp"

#include <algorithm>
#include <set>

#include "guatu/base/text.hpp"
#include "guatu/intake/answers.hpp"

namespace guatu::intake {
namespace {

bool is_one_of(const std::string& code, std::initializer_list<std::string_view> codes) {
  return std::ranges::find(codes, code) != codes.end();
}

/// As one line, the way it will be looked up.
std::string one_line(const std::string& text) {
  return normalise(text);
}

}  // namespace

std::optional<Question> question_of(const Message& message) {
  if (message.value.empty() || message.cell.empty() || message.value.find('=') != std::string::npos)
    return std::nullopt;
  const auto value = one_line(message.value);
  if (message.code == "near_match")
    return Question{"项目:" + value, {std::string(kSameProject), std::string(kNewProject)}};
  if (message.code == "unknown_header") {
    std::vector<std::string> choices;
    if (!message.suggestion.empty()) choices.push_back(message.suggestion);
    choices.emplace_back(kNotRead);
    // Of a deep header the deepest text is the column's own.
    const auto slash = value.rfind(" / ");
    return Question{"表头:" + (slash == std::string::npos ? value : value.substr(slash + 3)), choices};
  }
  if (is_one_of(message.code, {"ambiguous_cell", "unknown_state", "unknown_authority", "unknown_kind", "unknown_reason",
                               "unknown_variant"}))
    return Question{"用语:" + value, {}};
  if (is_one_of(message.code, {"ambiguous_date", "vague_date", "bad_date"}))
    return Question{"单元格:" + one_line(message.sheet) + "!" + message.cell, {}};
  return std::nullopt;
}

std::string questions_text(const std::vector<Message>& messages) {
  std::string text;
  std::set<std::string> asked;
  for (const auto& message : messages) {
    const auto question = question_of(message);
    if (!question || !asked.insert(question->subject).second) continue;
    text +=
        "# " + one_line(message.sheet + "!" + message.cell + " " + message.text.zh + "。" + message.remedy.zh) + "\n";
    if (!question->choices.empty()) {
      text += "# 可答：";
      for (std::size_t i = 0; i < question->choices.size(); ++i)
        text += (i == 0 ? "" : "、") + question->choices[i];
      text += "\n";
    }
    text += question->subject + " = \n\n";
  }
  return text;
}

}  // namespace guatu::intake
