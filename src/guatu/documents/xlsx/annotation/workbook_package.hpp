#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/documents/xlsx/annotation/zip_patch.hpp"
#include "guatu/documents/xlsx/zip_archive.hpp"

namespace guatu::documents {

/// The relationships of one part.
class RelationshipList {
 public:
  RelationshipList(std::unique_ptr<pugi::xml_document> document, std::string folder)
      : document_(std::move(document)), folder_(std::move(folder)) {}

  /// The part that the relationship of this type leads to; empty when there is none. Types are told by their endings.
  [[nodiscard]] std::string target_of_type(std::string_view ending) const;
  [[nodiscard]] std::string target_of_id(std::string_view id) const;
  /// The id of a new relationship to `part`.
  std::string add(const std::string& type, const std::string& part);
  void remove_target(const std::string& part);
  [[nodiscard]] std::string text() const;

 private:
  std::unique_ptr<pugi::xml_document> document_;
  std::string folder_;
};

/// A workbook as parts that can be replaced; what is not replaced stays as it is, byte for byte.
class WorkbookPackage {
 public:
  struct SheetPart {
    std::string name, part;
    bool hidden = false;
  };

  /// `bytes` must outlive the package. Errors: read_failure's.
  [[nodiscard]] static Result<WorkbookPackage> open(std::string_view bytes, const ReadLimits& limits);

  [[nodiscard]] const std::vector<SheetPart>& sheets() const { return sheets_; }
  [[nodiscard]] const std::string& workbook_part() const { return workbook_part_; }
  [[nodiscard]] const ReadLimits& limits() const { return limits_; }
  /// Office relationship type `name`, in the dialect (transitional or strict) of this workbook.
  [[nodiscard]] std::string relationship_type(std::string_view name) const;
  [[nodiscard]] std::string relationship_namespace() const;
  [[nodiscard]] bool is_strict() const { return strict_; }

  /// The part as it is now. `read_tree_text` has also looked that it is well-formed and not too deep for a tree.
  [[nodiscard]] Result<std::string> read(const std::string& part);
  [[nodiscard]] Result<std::string> read_tree_text(const std::string& part);
  [[nodiscard]] bool has(const std::string& part) const { return archive_.has(part) || changes_.contains(part); }
  void write(const std::string& part, std::string text) { changes_[part] = std::move(text); }
  void remove(const std::string& part);

  [[nodiscard]] Result<RelationshipList> relationships(const std::string& part);
  void write_relationships(const std::string& part, const RelationshipList& links);
  /// "xl/comments" + the first number that is free + ".xml".
  [[nodiscard]] std::string free_name(const std::string& beginning, const std::string& end) const;
  void add_content_type(const std::string& part, const std::string& type);
  void add_default_content_type(const std::string& extension, const std::string& type);
  /// The largest shape number of all legacy drawings.
  [[nodiscard]] Result<std::uint32_t> highest_shape();

  /// Errors: damaged.
  [[nodiscard]] Result<std::string> finish();

 private:
  WorkbookPackage(ZipArchive archive, std::string_view bytes, const ReadLimits& limits)
      : archive_(std::move(archive)), bytes_(bytes), limits_(limits) {}
  [[nodiscard]] Result<void> find_sheets();

  ZipArchive archive_;
  std::string_view bytes_;
  ReadLimits limits_;
  PartChanges changes_;
  std::unique_ptr<pugi::xml_document> content_types_;
  bool content_types_changed_ = false;
  bool strict_ = false;
  std::string workbook_part_;
  std::vector<SheetPart> sheets_;
};

}  // namespace guatu::documents
