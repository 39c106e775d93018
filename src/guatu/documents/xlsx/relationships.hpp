#pragma once

#include <map>
#include <string>
#include <string_view>

#include "guatu/documents/xlsx/xml_stream.hpp"

/// How the parts of a workbook name each other.
namespace guatu::documents {

struct Relationship {
  std::string type;
  std::string target;  ///< Name of a part.
};

using Relationships = std::map<std::string, Relationship>;

/// What `part` points at inside the archive, by id; "" is the archive itself. Links to the outside are left out.
/// Errors: read_failure's; damaged when the part has no relationships.
[[nodiscard]] Result<Relationships> read_relationships(ZipArchive& archive, const std::string& part,
                                                       const ReadLimits& limits);

/// "xl/worksheets/" of "xl/worksheets/sheet1.xml"; empty at the top.
[[nodiscard]] std::string folder_of(const std::string& part);

/// A relationship's target as a part name: "/xl/workbook.xml", "worksheets/sheet1.xml", "../xl/styles.xml".
[[nodiscard]] std::string resolve_target(const std::string& folder, std::string target);

/// The part that holds the relationships of `part`: "xl/_rels/workbook.xml.rels".
[[nodiscard]] std::string relationships_part(const std::string& part);

/// The first target of a type with this ending; empty when there is none.
[[nodiscard]] std::string find_target(const Relationships& relationships, std::string_view ending);

}  // namespace guatu::documents
