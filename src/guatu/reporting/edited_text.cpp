#include "guatu/reporting/edited_text.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "guatu/base/text.hpp"
#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The text of a paragraph without 一、 （一） 1. in front.
std::string_view without_level(ParagraphStyle style, std::string_view text) {
  const auto after = [&](std::string_view mark) {
    const auto at = text.substr(0, 12 + mark.size()).find(mark);
    return at == std::string_view::npos ? text : text.substr(at + mark.size());
  };
  switch (style) {
    case ParagraphStyle::Heading1:
      return after("、");
    case ParagraphStyle::Heading2:
      return text.starts_with("（") ? after("）") : text;
    case ParagraphStyle::Item: {
      const auto dot = text.find('.');
      const bool numbered =
          dot != std::string_view::npos && dot > 0 && std::ranges::all_of(text.substr(0, dot), is_digit);
      return numbered ? text.substr(dot + 1) : text;
    }
    case ParagraphStyle::Body:
      break;
  }
  return text;
}

/// Numbers levels as a paper does; see BulletinText.
class Levels {
 public:
  std::string numbered(ParagraphStyle style, std::string_view words) {
    std::string text(words);
    switch (style) {
      case ParagraphStyle::Heading1:
        second_ = third_ = 0;
        return chinese_number(++first_) + "、" + text;
      case ParagraphStyle::Heading2:
        third_ = 0;
        return "（" + chinese_number(++second_) + "）" + text;
      case ParagraphStyle::Item:
        return number(++third_) + "." + text;
      case ParagraphStyle::Body:
        break;
    }
    return text;
  }

 private:
  int first_ = 0, second_ = 0, third_ = 0;
};

struct Line {
  std::size_t paragraph = 0;
  std::string text;
};

void object(Error& error, const std::string& zh, const std::string& en) {
  error.reasons.push_back({zh, en});
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == '\r' || text.back() == ' '))
    text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ')
    text.remove_prefix(1);
  return std::string(text);
}

/// "[12] words"; none for a line that begins otherwise.
std::optional<Line> parse_line(const std::string& text) {
  const auto close = text.find(']');
  if (!text.starts_with('[') || close == std::string::npos || close < 2 || close > 6) return std::nullopt;
  Line line;
  for (const char c : text.substr(1, close - 1)) {
    if (!is_digit(c)) return std::nullopt;
    line.paragraph = line.paragraph * 10 + static_cast<std::size_t>(c - '0');
  }
  line.text = trimmed(std::string_view(text).substr(close + 1));
  return line;
}

std::map<std::size_t, std::string> read_lines(std::string_view text, std::size_t paragraphs, Error& error) {
  std::map<std::size_t, std::string> lines;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::size_t at = 0, row = 1; at < text.size(); ++row) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto raw = trimmed(text.substr(at, end - at));
    at = end + 1;
    if (raw.empty() || raw.starts_with('#')) continue;
    const auto place = number(static_cast<std::int64_t>(row));
    const auto line = parse_line(raw);
    if (!line) {
      object(error, "第" + place + "行没有以“[段号]”开头：" + raw,
             "line " + place + " does not begin with [number]: " + raw);
    } else if (line->paragraph == 0 || line->paragraph > paragraphs) {
      const auto wrong = number(static_cast<std::int64_t>(line->paragraph));
      object(error, "第" + place + "行：没有第" + wrong + "段", "line " + place + ": there is no paragraph " + wrong);
    } else if (!lines.empty() && line->paragraph <= lines.rbegin()->first) {
      const auto wrong = number(static_cast<std::int64_t>(line->paragraph));
      object(error, "第" + place + "行：第" + wrong + "段重复，或次序有变",
             "line " + place + ": paragraph " + wrong + " stands twice or out of order");
    } else if (!line->text.empty()) {
      lines.emplace(line->paragraph, line->text);
    }
  }
  return lines;
}

void compare_numbers(std::size_t paragraph, std::string_view before, std::string_view after, Error& error) {
  const auto known = numbers_in(before);
  const auto given = numbers_in(after);
  if (known == given) return;
  const auto place = number(static_cast<std::int64_t>(paragraph));
  const auto differ = std::ranges::mismatch(known, given);
  const auto was = differ.in1 == known.end() ? std::string("（无）") : *differ.in1;
  const auto now = differ.in2 == given.end() ? std::string("（无）") : *differ.in2;
  object(error, "第" + place + "段的数字不能改：原为“" + was + "”，改成了“" + now + "”",
         "a number of paragraph " + place + " was changed: \"" + was + "\" became \"" + now + "\"");
}

}  // namespace

std::vector<std::string> numbers_in(std::string_view text) {
  const auto plain = normalise(text);
  std::vector<std::string> numbers;
  for (std::size_t at = 0; at < plain.size();) {
    if (!is_digit(plain[at])) {
      ++at;
      continue;
    }
    const auto begin = at > 0 && (plain[at - 1] == '-' || plain[at - 1] == '+') ? at - 1 : at;
    while (at < plain.size() &&
           (is_digit(plain[at]) || (plain[at] == '.' && at + 1 < plain.size() && is_digit(plain[at + 1]))))
      ++at;
    if (at < plain.size() && plain[at] == '%') ++at;
    numbers.push_back(plain.substr(begin, at - begin));
  }
  return numbers;
}

std::string editable_text(const OfficialPaper& paper) {
  std::string text =
      "# 可以改字句；不要的段落删去整行。数字不能改，段号和次序不能动，表格不在其中。层次序号会重新编排。\n"
      "# 改好后用 guatu publish --text 本文件 通报。\n";
  std::int64_t index = 0;
  for (const auto& block : paper.body)
    if (const auto* paragraph = std::get_if<Paragraph>(&block))
      text += "[" + number(++index) + "] " + paragraph->text + "\n";
  return text;
}

Result<std::vector<PaperBlock>> with_edited_text(const OfficialPaper& paper, std::string_view text) {
  auto error = make_error(ErrorKind::InvalidInput, "--text", "通报文字不能采用，请按下列各条改正",
                          "the edited text cannot be taken");
  const auto paragraphs = static_cast<std::size_t>(std::ranges::count_if(
      paper.body, [](const PaperBlock& block) { return std::holds_alternative<Paragraph>(block); }));
  const auto lines = read_lines(text, paragraphs, error);
  std::vector<PaperBlock> body;
  Levels levels;
  std::size_t index = 0;
  for (const auto& block : paper.body) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph == nullptr) {
      body.push_back(block);
      continue;
    }
    const auto line = lines.find(++index);
    if (line == lines.end()) continue;
    const auto words = without_level(paragraph->style, line->second);
    compare_numbers(index, without_level(paragraph->style, paragraph->text), words, error);
    body.emplace_back(Paragraph{paragraph->style, levels.numbered(paragraph->style, words)});
  }
  if (lines.empty()) object(error, "一段也没有留下", "no paragraph is left");
  if (!error.reasons.empty()) return error;
  return body;
}

}  // namespace guatu::reporting
