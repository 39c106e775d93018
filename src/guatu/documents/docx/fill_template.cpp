#include "guatu/documents/docx/fill_template.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "guatu/documents/docx/template_lists.hpp"
#include "guatu/documents/docx/zip_writer.hpp"
#include "guatu/documents/xlsx/read_failure.hpp"
#include "guatu/documents/xlsx/zip_archive.hpp"

namespace guatu::documents {
namespace {

constexpr const char* kDocument = "word/document.xml";
constexpr const char* kMacros = "word/vbaProject.bin";
constexpr std::string_view kUnsealed = "unsealed_";

bool holds_text(std::string_view name) {
  return name == kDocument ||
         ((name.starts_with("word/header") || name.starts_with("word/footer")) && name.ends_with(".xml"));
}

/// Where in the paper a part's text stands.
Bilingual part_words(std::string_view part) {
  if (part.starts_with("word/header")) return {"页眉", "page header"};
  if (part.starts_with("word/footer")) return {"页脚", "page footer"};
  return {"正文", "text"};
}

class TemplateFiller {
 public:
  explicit TemplateFiller(const TemplateValues& values) : values_(values) {}

  [[nodiscard]] Result<std::string> fill_part(const std::string& name, const std::string& xml) {
    pugi::xml_document document;
    constexpr auto kKeep = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration;
    if (!document.load_buffer(xml.data(), xml.size(), kKeep))
      return bad_template(name + " 无法解析", name + " cannot be parsed");
    complaints_.part = name;
    place_paragraphs(document, values_.placements);
    TemplateLists lists;
    GUATU_CHECK(lists.take_out(document, values_));
    lists.complain(values_, complaints_);
    const auto fields = [this](const std::string& field) {
      const auto found = values_.fields.find(field);
      if (found == values_.fields.end()) return std::optional<std::string>{};
      used_.insert(field.starts_with(kUnsealed) ? field.substr(kUnsealed.size()) : field);
      return std::optional(found->second);
    };
    fill_paragraphs(document, fields, complaints_);
    GUATU_CHECK(lists.put_back(values_, fields, complaints_));
    lists_.merge(lists.names());
    drop_empty_last_section(document);
    std::ostringstream out;
    document.save(out, "", pugi::format_raw);
    return std::move(out).str();
  }

  /// What is wrong with the template as a whole, once every part is filled.
  [[nodiscard]] Result<void> finish() const {
    for (const auto& [name, blocks] : values_.lists)
      if (!lists_.contains(name) &&
          std::ranges::find(complaints_.unknown, "/" + name, &UnknownField::name) != complaints_.unknown.end())
        return bad_template("{{/" + name + "}} 没有对应的 {{#" + name + "}}",
                            "{{/" + name + "}} has no {{#" + name + "}} before it");
    if (!complaints_.unknown.empty()) {
      const auto places = unknown_fields();
      return bad_template("不认识的字段 " + places.zh, "unknown fields " + places.en);
    }
    if (!complaints_.broken.empty())
      return bad_template("花括号须为半角且成对：“" + complaints_.broken.front() + "”",
                          "braces must be half-width and closed: \"" + complaints_.broken.front() + "\"");
    std::set<std::string> missing;
    std::ranges::set_difference(values_.required, used_, std::inserter(missing, missing.end()));
    if (!missing.empty()) return bad_template("缺少字段 " + in_braces(missing), "missing fields " + in_braces(missing));
    for (const auto& [name, blocks] : values_.lists)
      if (!blocks.empty() && !lists_.contains(name) && !values_.optional_lists.contains(name))
        return bad_template("缺少列表 {{#" + name + "}}", "the list {{#" + name + "}} is missing");
    return {};
  }

 private:
  static std::string in_braces(const std::set<std::string>& names) {
    std::string text;
    for (const auto& name : names)
      text += (text.empty() ? "{{" : " {{") + name + "}}";
    return text;
  }

  [[nodiscard]] Bilingual unknown_fields() const {
    Bilingual text;
    std::set<std::string> named;
    for (const auto& field : complaints_.unknown) {
      if (!named.insert(field.name).second) continue;
      const auto place = part_words(field.part);
      const auto braced = in_braces({field.name});
      text.zh += (text.zh.empty() ? "" : "、") + braced + "（" + place.zh + "“" + field.paragraph + "”）";
      text.en += (text.en.empty() ? "" : ", ") + braced + " (" + place.en + " \"" + field.paragraph + "\")";
    }
    return text;
  }

  const TemplateValues& values_;
  FieldComplaints complaints_;
  std::set<std::string> lists_, used_;
};

}  // namespace

Result<std::string> fill_template(std::string_view template_bytes, const TemplateValues& values) {
  if (template_bytes.size() > kTemplateBytes) return bad_template("超过 5 MB", "it is larger than 5 MB");
  GUATU_TRY(auto archive, ZipArchive::open(template_bytes, {}));
  if (!archive.has(kDocument)) return bad_template("不是 .docx 文件", "it is no .docx file");
  if (archive.has(kMacros)) return bad_template("不得含有宏", "it must not contain macros");
  ZipWriter writer;
  TemplateFiller filler(values);
  for (const auto& name : archive.names()) {
    GUATU_TRY(auto bytes, archive.read(name));
    if (holds_text(name)) {
      GUATU_TRY(bytes, filler.fill_part(name, bytes));
    }
    writer.add(name, std::move(bytes));
  }
  GUATU_CHECK(filler.finish());
  return writer.finish();
}

}  // namespace guatu::documents
