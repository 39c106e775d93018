#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>

#include "guatu/base/result.hpp"

/// Small parts as trees. Whatever was in them stays in them.
namespace guatu::documents {

/// Errors: damaged. Contract: `parse_part` has found it well-formed and not too deep.
[[nodiscard]] Result<std::unique_ptr<pugi::xml_document>> tree_of(const std::string& xml, const std::string& part);
[[nodiscard]] std::string text_of(const pugi::xml_node& node);

/// The name without prefix, and the prefix with its colon.
[[nodiscard]] std::string local_name_of(const pugi::xml_node& node);
[[nodiscard]] std::string prefix_of(const pugi::xml_node& node);
/// The first child of this name, whatever its prefix; a null node when there is none.
[[nodiscard]] pugi::xml_node child_of(const pugi::xml_node& node, std::string_view local_name);

/// Gives the attribute this value, adding it at the end when it is missing.
void set_attribute(pugi::xml_node node, const char* name, const std::string& value);

}  // namespace guatu::documents
