#include "guatu/documents/xlsx/annotation/workbook_package.hpp"

#include <algorithm>

#include "guatu/documents/xlsx/annotation/note_shapes.hpp"
#include "guatu/documents/xlsx/annotation/part_xml.hpp"
#include "guatu/documents/xlsx/read_failure.hpp"
#include "guatu/documents/xlsx/relationships.hpp"
#include "guatu/documents/xlsx/xml_stream.hpp"

namespace guatu::documents {
namespace {

constexpr const char* kContentTypes = "[Content_Types].xml";
constexpr const char* kNoRelationships =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";

class Listener final : public XmlHandler {
 public:
  void start(std::string_view, const XmlAttributes&) override {}
  void end(std::string_view) override {}
  void text(std::string_view) override {}
};

/// An attribute by its local name: "id" finds "r:id" too.
std::string attribute_named(const pugi::xml_node& node, std::string_view local_name) {
  for (const auto& attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (name.substr(name.rfind(':') + 1) == local_name && !name.starts_with("xmlns")) return attribute.value();
  }
  return {};
}

}  // namespace

std::string RelationshipList::target_of_type(std::string_view ending) const {
  for (const auto& each : document_->document_element().children())
    if (std::string_view(each.attribute("Type").value()).ends_with(ending) &&
        std::string_view(each.attribute("TargetMode").value()) != "External")
      return resolve_target(folder_, each.attribute("Target").value());
  return {};
}

std::string RelationshipList::target_of_id(std::string_view id) const {
  for (const auto& each : document_->document_element().children())
    if (each.attribute("Id").value() == id) return resolve_target(folder_, each.attribute("Target").value());
  return {};
}

std::string RelationshipList::add(const std::string& type, const std::string& part) {
  std::string id;
  for (int i = 1; id.empty() || !target_of_id(id).empty(); ++i)
    id = "rId" + std::to_string(i);
  auto root = document_->document_element();
  auto node = root.append_child((prefix_of(root) + "Relationship").c_str());
  set_attribute(node, "Id", id);
  set_attribute(node, "Type", type);
  set_attribute(node, "Target", "/" + part);
  return id;
}

void RelationshipList::remove_target(const std::string& part) {
  auto root = document_->document_element();
  for (auto each = root.first_child(); each;) {
    const auto next = each.next_sibling();
    if (resolve_target(folder_, each.attribute("Target").value()) == part) root.remove_child(each);
    each = next;
  }
}

std::string RelationshipList::text() const {
  return text_of(*document_);
}

Result<WorkbookPackage> WorkbookPackage::open(std::string_view bytes, const ReadLimits& limits) {
  GUATU_TRY(auto archive, ZipArchive::open(bytes, limits));
  WorkbookPackage package(std::move(archive), bytes, limits);
  GUATU_TRY(const auto types, package.read_tree_text(kContentTypes));
  GUATU_TRY(package.content_types_, tree_of(types, kContentTypes));
  GUATU_CHECK(package.find_sheets());
  return package;
}

Result<void> WorkbookPackage::find_sheets() {
  GUATU_TRY(const auto top, relationships(""));
  workbook_part_ = top.target_of_type("/officeDocument");
  if (workbook_part_.empty()) return damaged_file("缺少工作簿", "the workbook is missing");
  GUATU_TRY(const auto links, relationships(workbook_part_));
  GUATU_TRY(const auto text, read_tree_text(workbook_part_));
  GUATU_TRY(const auto tree, tree_of(text, workbook_part_));
  strict_ = text.find("http://purl.oclc.org/ooxml/spreadsheetml/main") != std::string::npos;
  for (const auto& sheet : child_of(tree->document_element(), "sheets").children()) {
    const std::string_view state = sheet.attribute("state").value();
    auto part = links.target_of_id(attribute_named(sheet, "id"));
    if (local_name_of(sheet) != "sheet" || part.find("chartsheets/") != std::string::npos) continue;
    sheets_.push_back({sheet.attribute("name").value(), std::move(part), state == "hidden" || state == "veryHidden"});
  }
  return {};
}

std::string WorkbookPackage::relationship_namespace() const {
  return strict_ ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                 : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
}

std::string WorkbookPackage::relationship_type(std::string_view name) const {
  return relationship_namespace() + "/" + std::string(name);
}

Result<std::string> WorkbookPackage::read(const std::string& part) {
  if (const auto changed = changes_.find(part); changed != changes_.end() && changed->second) return *changed->second;
  return archive_.read(part);
}

Result<std::string> WorkbookPackage::read_tree_text(const std::string& part) {
  if (!changes_.contains(part)) {
    Listener listener;
    GUATU_CHECK(parse_part(archive_, part, listener, limits_));
  }
  return read(part);
}

void WorkbookPackage::remove(const std::string& part) {
  changes_[part] = std::nullopt;
  auto root = content_types_->document_element();
  for (auto type = root.first_child(); type; type = type.next_sibling())
    if (type.attribute("PartName").value() == "/" + part) {
      root.remove_child(type);
      content_types_changed_ = true;
      return;
    }
}

Result<RelationshipList> WorkbookPackage::relationships(const std::string& part) {
  const auto name = relationships_part(part);
  std::string text = kNoRelationships;
  if (has(name)) {
    GUATU_TRY(text, read_tree_text(name));
  }
  GUATU_TRY(auto tree, tree_of(text, name));
  return RelationshipList(std::move(tree), folder_of(part));
}

void WorkbookPackage::write_relationships(const std::string& part, const RelationshipList& links) {
  write(relationships_part(part), links.text());
}

std::string WorkbookPackage::free_name(const std::string& beginning, const std::string& end) const {
  for (int i = 1;; ++i) {
    auto name = beginning + std::to_string(i) + end;
    if (!has(name)) return name;
  }
}

void WorkbookPackage::add_content_type(const std::string& part, const std::string& type) {
  auto root = content_types_->document_element();
  auto node = root.append_child((prefix_of(root) + "Override").c_str());
  set_attribute(node, "PartName", "/" + part);
  set_attribute(node, "ContentType", type);
  content_types_changed_ = true;
}

void WorkbookPackage::add_default_content_type(const std::string& extension, const std::string& type) {
  auto root = content_types_->document_element();
  for (const auto& each : root.children())
    if (each.attribute("Extension").value() == extension) return;
  auto node = root.prepend_child((prefix_of(root) + "Default").c_str());
  set_attribute(node, "Extension", extension);
  set_attribute(node, "ContentType", type);
  content_types_changed_ = true;
}

Result<std::uint32_t> WorkbookPackage::highest_shape() {
  std::uint32_t highest = 0;
  for (const auto& [name, text] : changes_)
    if (name.ends_with(".vml") && text) highest = std::max(highest, highest_shape_number(*text));
  for (const auto& name : archive_.names()) {
    if (!name.ends_with(".vml") || changes_.contains(name)) continue;
    GUATU_TRY(const auto text, archive_.read(name));
    highest = std::max(highest, highest_shape_number(text));
  }
  return highest;
}

Result<std::string> WorkbookPackage::finish() {
  if (content_types_changed_) changes_[kContentTypes] = text_of(*content_types_);
  return patch_zip(bytes_, changes_);
}

}  // namespace guatu::documents
