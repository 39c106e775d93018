#include "guatu/documents/xlsx/pictures.hpp"

#include "guatu/documents/xlsx/read_failure.hpp"
#include "guatu/documents/xlsx/relationships.hpp"

namespace guatu::documents {
namespace {

class DrawingReader final : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes&) override {
    if (name == "pic") ++pictures_;
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
  std::uint32_t pictures_ = 0;
};

bool is_damage(const Error& error) {
  return error.subject == "damaged";
}

}  // namespace

Result<std::uint32_t> count_pictures(ZipArchive& archive, const std::string& sheet_part, const ReadLimits& limits) {
  if (!archive.has(relationships_part(sheet_part))) return 0U;
  const auto relationships = read_relationships(archive, sheet_part, limits);
  if (!relationships) return is_damage(relationships.error()) ? Result<std::uint32_t>(0U) : relationships.error();
  std::uint32_t pictures = 0;
  for (const auto& [id, relationship] : *relationships) {
    if (relationship.type.ends_with("/oleObject") || relationship.type.ends_with("/package")) ++pictures;
    if (!relationship.type.ends_with("/drawing")) continue;
    DrawingReader reader;
    const auto parsed = parse_part(archive, relationship.target, reader, limits);
    if (!parsed && !is_damage(parsed.error())) return parsed.error();
    pictures += reader.pictures_;
  }
  return pictures;
}

bool is_picture_formula(std::string_view text) {
  return text.starts_with("=DISPIMG(") || text.starts_with("=_xlfn.DISPIMG(");
}

}  // namespace guatu::documents
