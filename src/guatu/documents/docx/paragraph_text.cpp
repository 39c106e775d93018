#include "guatu/documents/docx/paragraph_text.hpp"

#include <algorithm>

namespace guatu::documents {
namespace {

constexpr std::string_view kOpen = "{{";
constexpr std::string_view kClose = "}}";
constexpr std::string_view kWideOpen = "｛";  // What a Chinese keyboard gives for a brace.

bool is(const pugi::xml_node& node, std::string_view name) {
  return name == node.name();
}

/// The next node of `root` in document order, not inside `node` when `skip_children`.
pugi::xml_node next_in(pugi::xml_node node, const pugi::xml_node& root, bool skip_children) {
  if (!skip_children && node.first_child()) return node.first_child();
  while (node && node != root && !node.next_sibling())
    node = node.parent();
  return !node || node == root ? pugi::xml_node{} : node.next_sibling();
}

std::vector<pugi::xml_node> text_nodes(const pugi::xml_node& paragraph) {
  std::vector<pugi::xml_node> nodes;
  for (auto node = paragraph.first_child(); node; node = next_in(node, paragraph, is(node, "w:p")))
    if (is(node, "w:t")) nodes.push_back(node);
  return nodes;
}

struct Field {
  std::size_t begin = 0, end = 0;  ///< Bytes of the paragraph's text, braces included.
  std::string name;
};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::vector<Field> find_fields(std::string_view text) {
  std::vector<Field> fields;
  for (auto open = text.find(kOpen); open != std::string_view::npos;) {
    const auto close = text.find(kClose, open);
    if (close == std::string_view::npos) break;
    const auto end = close + kClose.size();
    fields.push_back({open, end, trimmed(text.substr(open + kOpen.size(), close - open - kOpen.size()))});
    open = text.find(kOpen, end);
  }
  return fields;
}

bool is_broken(std::string_view text) {
  const auto last = text.rfind(kOpen);
  return text.find(kWideOpen) != std::string_view::npos ||
         (last != std::string_view::npos && text.find(kClose, last) == std::string_view::npos);
}

/// Control characters, which XML cannot hold, become blanks; line breaks stay.
std::string printable(std::string value) {
  std::ranges::replace_if(value, [](unsigned char c) { return (c < 0x20 && c != '\n') || c == 0x7F; }, ' ');
  return value;
}

struct Edit {
  std::size_t begin = 0, end = 0;
  std::string value;
};

/// What remains of text[begin, end) after the edits; a value stands where its field begins.
std::string edited(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Edit>& edits) {
  std::string result;
  auto at = begin;
  for (const auto& edit : edits) {
    if (edit.end <= begin || edit.begin >= end) continue;
    if (edit.begin >= begin) {
      result += text.substr(at, edit.begin - at);
      result += edit.value;
    }
    at = std::min(edit.end, end);
  }
  return result + std::string(text.substr(at, end - at));
}

void set_text(pugi::xml_node node, const std::string& text) {
  const auto line_end = text.find('\n');
  node.text().set(text.substr(0, line_end).c_str());
  if (!node.attribute("xml:space")) node.append_attribute("xml:space") = "preserve";
  if (line_end == std::string::npos) return;
  auto run = node.parent();
  const auto line_break = run.insert_child_after("w:br", node);
  set_text(run.insert_child_after("w:t", line_break), text.substr(line_end + 1));
}

}  // namespace

std::string paragraph_text(const pugi::xml_node& paragraph) {
  std::string text;
  for (const auto& node : text_nodes(paragraph))
    text += node.text().get();
  return text;
}

std::vector<std::string> field_names(const std::string& text) {
  std::vector<std::string> names;
  for (auto& field : find_fields(text))
    names.push_back(std::move(field.name));
  return names;
}

void fill_paragraph(const pugi::xml_node& paragraph, const FieldLookup& lookup, FieldComplaints& complaints) {
  const auto text = paragraph_text(paragraph);
  if (is_broken(text)) complaints.broken.push_back(text);
  std::vector<Edit> edits;
  for (const auto& field : find_fields(text)) {
    auto value = lookup(field.name);
    if (value)
      edits.push_back({field.begin, field.end, printable(std::move(*value))});
    else
      complaints.unknown.push_back({field.name, complaints.part, text});
  }
  if (edits.empty()) return;
  std::size_t begin = 0;
  for (const auto& node : text_nodes(paragraph)) {
    const auto end = begin + std::char_traits<char>::length(node.text().get());
    set_text(node, edited(text, begin, end, edits));
    begin = end;
  }
}

void fill_paragraphs(const pugi::xml_node& node, const FieldLookup& lookup, FieldComplaints& complaints) {
  if (is(node, "w:p")) fill_paragraph(node, lookup, complaints);
  for (const auto& found : node.select_nodes(".//w:p"))
    fill_paragraph(found.node(), lookup, complaints);
}

}  // namespace guatu::documents
