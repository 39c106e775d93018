#include "guatu/documents/docx/head_values.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"

namespace guatu::documents {
namespace {

using reporting::OfficialPaper;

constexpr std::string_view kWord = "文件";
// 156 mm hold three seals of 42 mm, and as many names of so many characters; longer ones stand two in a row.
constexpr std::size_t kMostInRow = 3, kShortName = 9;

std::string without_word(const std::string& head) {
  return head.ends_with(kWord) ? head.substr(0, head.size() - kWord.size()) : head;
}

std::vector<std::string> issuers_of(const OfficialPaper& paper) {
  std::vector<std::string> names{paper.issuer};
  names.insert(names.end(), paper.marks.joint.begin(), paper.marks.joint.end());
  return names;
}

std::size_t columns_for(const std::vector<std::string>& names) {
  const bool all_short =
      std::ranges::all_of(names, [](const std::string& name) { return display_width(name) <= 2 * kShortName; });
  return std::min(names.size(), all_short ? kMostInRow : kMostInRow - 1);
}

/// In order from the left; a last row that is not full ends at the right, where the day belongs.
std::vector<std::vector<std::string>> signature_rows(const OfficialPaper& paper) {
  const auto names = issuers_of(paper);
  const auto columns = columns_for(names);
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < names.size(); i += columns) {
    const auto count = std::min(columns, names.size() - i);
    std::vector<std::string> row(columns - count);
    row.insert(row.end(), names.begin() + static_cast<std::ptrdiff_t>(i),
               names.begin() + static_cast<std::ptrdiff_t>(i + count));
    rows.push_back(std::move(row));
  }
  rows.back().back() += "\n" + paper.date;
  return rows;
}

}  // namespace

std::vector<TemplateBlock> mark_blocks(const OfficialPaper& paper) {
  std::vector<TemplateBlock> blocks;
  const auto add = [&blocks](const char* pattern, const std::string& text) {
    if (!text.empty()) blocks.push_back({pattern, text});
  };
  add("copy_number", paper.marks.copy_number);
  add("secrecy", paper.marks.secrecy);
  add("urgency", paper.marks.urgency);
  return blocks;
}

std::vector<TemplateBlock> head_blocks(const OfficialPaper& paper) {
  if (paper.marks.joint.empty()) return {{"red_head", paper.red_head}};
  std::string names = without_word(paper.red_head);
  for (const auto& name : paper.marks.joint)
    names += "\n" + name;
  return {{"joint_name", {}, {{names}}}};
}

std::string joint_word(const OfficialPaper& paper) {
  return paper.red_head.ends_with(kWord) ? std::string(kWord) : std::string{};
}

std::vector<TemplateBlock> signature_blocks(const OfficialPaper& paper) {
  if (paper.marks.joint.empty()) return {{"issuer", paper.issuer}, {"date", paper.date}};
  return {{"joint_issuer", {}, signature_rows(paper)}};
}

}  // namespace guatu::documents
