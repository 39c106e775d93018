#include "guatu/documents/docx/fill_template.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "guatu/documents/docx/zip_writer.hpp"
#include "guatu/documents/xlsx/read_failure.hpp"
#include "guatu/documents/xlsx/zip_archive.hpp"

namespace guatu::documents {
namespace {

constexpr const char* kDocument = "word/document.xml";

std::vector<pugi::xml_node> text_nodes(const pugi::xml_node& paragraph) {
  std::vector<pugi::xml_node> nodes;
  for (const auto& found : paragraph.select_nodes(".//w:t"))
    nodes.push_back(found.node());
  return nodes;
}

std::string text_of(const pugi::xml_node& paragraph) {
  std::string text;
  for (const auto& node : text_nodes(paragraph))
    text += node.text().get();
  return text;
}

/// The whole text goes into the first run, whose look it keeps; the other runs fall empty.
void set_text(const pugi::xml_node& paragraph, const std::string& text) {
  bool first = true;
  for (auto node : text_nodes(paragraph)) {
    node.text().set(first ? text.c_str() : "");
    if (first && !node.attribute("xml:space")) node.append_attribute("xml:space") = "preserve";
    first = false;
  }
}

/// "body" for a paragraph that is nothing but {{body}}.
std::string pattern_name(const pugi::xml_node& paragraph) {
  const auto text = text_of(paragraph);
  if (!text.starts_with("{{") || !text.ends_with("}}") || text.find("{{", 2) != std::string::npos) return {};
  return text.substr(2, text.size() - 4);
}

std::string filled(const std::string& text, const TemplateValues& values, std::set<std::string>& unknown) {
  std::string result;
  std::size_t at = 0;
  for (auto open = text.find("{{"); open != std::string::npos; open = text.find("{{", at)) {
    const auto close = text.find("}}", open);
    if (close == std::string::npos) break;
    result += text.substr(at, open - at);
    const auto name = text.substr(open + 2, close - open - 2);
    const auto found = values.fields.find(name);
    if (found == values.fields.end())
      unknown.insert(name);
    else
      result += found->second;
    at = close + 2;
  }
  return result + text.substr(at);
}

void fill_fields(const pugi::xml_node& root, const TemplateValues& values, std::set<std::string>& unknown) {
  for (const auto& found : root.select_nodes(".//w:p")) {
    const auto text = text_of(found.node());
    if (text.find("{{") != std::string::npos) set_text(found.node(), filled(text, values, unknown));
  }
}

Error bad_template(const std::string& zh, const std::string& en) {
  return make_error(ErrorKind::InvalidInput, "papers/bulletin.docx", "通报模板有误：" + zh,
                    "the bulletin's template is wrong: " + en);
}

/// Replaces the pattern paragraphs by the text.
Result<void> fill_patterns(const pugi::xml_node& root, const TemplateValues& values) {
  std::map<std::string, pugi::xml_node> patterns;
  pugi::xml_node place;
  for (const auto& found : root.select_nodes(".//w:p")) {
    const auto name = pattern_name(found.node());
    if (std::ranges::find(values.patterns, name) == values.patterns.end()) continue;
    if (patterns.empty()) place = found.node();
    patterns.emplace(name, found.node());
  }
  for (const auto& paragraph : values.paragraphs) {
    const auto pattern = patterns.find(paragraph.style);
    if (pattern == patterns.end())
      return bad_template("缺少段落样式 {{" + paragraph.style + "}}",
                          "the pattern {{" + paragraph.style + "}} is missing");
    auto copy = place.parent().insert_copy_before(pattern->second, place);
    set_text(copy, paragraph.text);
  }
  for (auto& [name, node] : patterns)
    node.parent().remove_child(node);
  return {};
}

Result<std::string> fill_part(const std::string& xml, const std::string& name, const TemplateValues& values,
                              std::set<std::string>& unknown) {
  pugi::xml_document document;
  if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata))
    return bad_template(name + " 无法解析", name + " cannot be parsed");
  if (name == kDocument) GUATU_CHECK(fill_patterns(document, values));
  fill_fields(document, values, unknown);
  std::ostringstream out;
  document.save(out, "", pugi::format_raw);
  return std::move(out).str();
}

bool holds_text(const std::string& name) {
  return name == kDocument || name.starts_with("word/header") || name.starts_with("word/footer");
}

}  // namespace

Result<std::string> fill_template(std::string_view template_bytes, const TemplateValues& values) {
  GUATU_TRY(auto archive, ZipArchive::open(template_bytes, {}));
  if (!archive.has(kDocument)) return bad_template("不是 .docx 文件", "it is no .docx file");
  ZipWriter writer;
  std::set<std::string> unknown;
  for (const auto& name : archive.names()) {
    GUATU_TRY(auto bytes, archive.read(name));
    if (holds_text(name)) {
      GUATU_TRY(bytes, fill_part(bytes, name, values, unknown));
    }
    writer.add(name, std::move(bytes));
  }
  if (!unknown.empty()) {
    std::string names;
    for (const auto& name : unknown)
      names += (names.empty() ? "{{" : "、{{") + name + "}}";
    return bad_template("不认识的字段 " + names, "unknown fields " + names);
  }
  return writer.finish();
}

}  // namespace guatu::documents
