#include "guatu/reporting/official_marks.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"

namespace guatu::reporting {
namespace {

constexpr std::size_t kCopyDigits = 6;
constexpr std::size_t kMostJoint = 8;  // More bodies do not fit above a first page with text.
constexpr std::string_view kStar = "★";

Result<std::string> copy_number(const std::string& word) {
  if (word.empty()) return word;
  const bool digits = std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || word.size() > kCopyDigits)
    return make_error(ErrorKind::WrongUsage, word, "份号应为不超过六位的数字，如 000012",
                      "the copy's number has up to six digits, like 000012");
  return std::string(kCopyDigits - word.size(), '0') + word;
}

/// A term is a number of years or months, or 长期.
bool is_term(std::string_view term) {
  if (term == "长期") return true;
  for (const std::string_view unit : {"年", "个月", "月", "天"}) {
    if (!term.ends_with(unit)) continue;
    const auto count = term.substr(0, term.size() - unit.size());
    return !count.empty() && count.front() != '0' &&
           std::ranges::all_of(count, [](char c) { return c >= '0' && c <= '9'; });
  }
  return false;
}

Result<std::string> secrecy(const std::string& word) {
  if (word.empty()) return word;
  for (const std::string_view level : {"绝密", "机密", "秘密"}) {
    if (!word.starts_with(level)) continue;
    std::string_view rest = std::string_view(word).substr(level.size());
    if (rest.empty()) return word;
    for (const std::string_view star : {kStar, std::string_view("*"), std::string_view("☆")})
      if (rest.starts_with(star) && is_term(rest.substr(star.size())))
        return std::string(level) + std::string(kStar) + std::string(rest.substr(star.size()));
  }
  return make_error(ErrorKind::WrongUsage, word, "密级应为绝密、机密或秘密，可带保密期限，如 机密★1年",
                    "the level is 绝密, 机密 or 秘密, with a term if wanted, like 机密★1年");
}

Result<std::string> urgency(const std::string& word) {
  if (word.empty() || word == "特急" || word == "加急") return word;
  return make_error(ErrorKind::WrongUsage, word, "紧急程度应为特急或加急", "the urgency is 特急 or 加急");
}

Result<std::vector<std::string>> joint_bodies(const std::string& words) {
  std::vector<std::string> names;
  for (auto& name : split_any(words, "、，,\n")) {
    if (std::ranges::find(names, name) != names.end())
      return make_error(ErrorKind::WrongUsage, name, "联合行文单位“" + name + "”写了两次",
                        "the joint issuer \"" + name + "\" is named twice");
    names.push_back(std::move(name));
  }
  if (names.size() > kMostJoint)
    return make_error(ErrorKind::WrongUsage, words, "联合行文单位不超过" + std::to_string(kMostJoint + 1) + "个",
                      "at most " + std::to_string(kMostJoint + 1) + " bodies issue a paper together");
  return names;
}

}  // namespace

Result<OfficialMarks> parse_marks(const MarkWords& words) {
  OfficialMarks marks;
  GUATU_TRY(marks.copy_number, copy_number(trim(words.copy_number)));
  GUATU_TRY(marks.secrecy, secrecy(trim(words.secrecy)));
  GUATU_TRY(marks.urgency, urgency(trim(words.urgency)));
  GUATU_TRY(marks.joint, joint_bodies(words.joint));
  return marks;
}

std::vector<std::string> mark_lines(const OfficialMarks& marks) {
  std::vector<std::string> lines;
  for (const auto& line : {marks.copy_number, marks.secrecy, marks.urgency})
    if (!line.empty()) lines.push_back(line);
  return lines;
}

}  // namespace guatu::reporting
