#include "guatu/documents/xlsx/relationships.hpp"

#include "guatu/documents/xlsx/read_failure.hpp"

namespace guatu::documents {
namespace {

class RelationshipReader final : public XmlHandler {
 public:
  explicit RelationshipReader(const ReadLimits& limits) : limit_(static_cast<std::size_t>(limits.entries)) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attributes.find("TargetMode") == "External") return;
    if (relationships_.size() >= limit_) return refuse(too_large("内部关系过多", "too many relationships"));
    relationships_[std::string(attributes.find("Id"))] = {std::string(attributes.find("Type")),
                                                          std::string(attributes.find("Target"))};
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
  Relationships relationships_;

 private:
  std::size_t limit_;
};

}  // namespace

std::string folder_of(const std::string& part) {
  const auto slash = part.rfind('/');
  return slash == std::string::npos ? std::string{} : part.substr(0, slash + 1);
}

std::string resolve_target(const std::string& folder, std::string target) {
  if (target.starts_with('/')) return target.substr(1);
  std::string base = folder;
  while (target.starts_with("../")) {
    target.erase(0, 3);
    if (!base.empty()) base = folder_of(base.substr(0, base.size() - 1));
  }
  return base + target;
}

std::string relationships_part(const std::string& part) {
  const auto folder = folder_of(part);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

Result<Relationships> read_relationships(ZipArchive& archive, const std::string& part, const ReadLimits& limits) {
  RelationshipReader reader(limits);
  GUATU_CHECK(parse_part(archive, relationships_part(part), reader, limits));
  for (auto& [id, relationship] : reader.relationships_)
    relationship.target = resolve_target(folder_of(part), relationship.target);
  return std::move(reader.relationships_);
}

std::string find_target(const Relationships& relationships, std::string_view ending) {
  for (const auto& [id, relationship] : relationships)
    if (relationship.type.ends_with(ending)) return relationship.target;
  return {};
}

}  // namespace guatu::documents
