#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Tags of an XML text with their places, so that it can be changed where it has to be and nowhere else.
/// For UTF-8 text that is known to be well-formed; entities are not resolved.
namespace guatu::documents {

struct Tag {
  std::size_t begin = 0, end = 0;  ///< From '<' to behind '>'.
  std::string_view name;           ///< As written, with its prefix.
  bool closing = false;            ///< </row>
  bool empty = false;              ///< <row/>

  [[nodiscard]] std::string_view local_name() const { return name.substr(name.rfind(':') + 1); }
  [[nodiscard]] std::string_view prefix() const { return name.substr(0, name.rfind(':') + 1); }  ///< "x:" or empty.
};

class TagScanner {
 public:
  explicit TagScanner(std::string_view xml) : xml_(xml) {}
  /// The next tag; comments, CDATA and instructions are stepped over. Nothing at the end.
  [[nodiscard]] std::optional<Tag> next();

 private:
  std::string_view xml_;
  std::size_t at_ = 0;
};

struct AttributePlace {
  std::size_t begin = 0;  ///< Of the value, behind its quote.
  std::string_view value;
};

/// The attribute `name`, whatever its prefix, but not the declaration of a namespace.
[[nodiscard]] std::optional<AttributePlace> find_attribute(std::string_view xml, const Tag& tag, std::string_view name);
[[nodiscard]] std::string_view attribute_of(std::string_view xml, const Tag& tag, std::string_view name);

/// A change of a text: `removed` bytes at `offset` give way to `added`.
struct TextEdit {
  std::size_t offset = 0, removed = 0;
  std::string added;
};

/// The text with every edit carried out. Edits at one place keep their order. Contract: they do not overlap.
[[nodiscard]] std::string apply_edits(std::string_view text, std::vector<TextEdit> edits);

}  // namespace guatu::documents
