#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "guatu/base/result.hpp"
#include "guatu/documents/xlsx/annotation/cell_notes.hpp"

namespace guatu::documents {

/// Whether the background colours of fills are what was written into them: LibreOffice puts others there.
enum class Backgrounds { Kept, Replaced };

/// The styles part of a workbook: each look of a doubtful cell once more, filled with the colour of its mark. What the cell
/// was filled with before is kept in the fill's background colour, which a solid fill does not show, and comes back later.
class StyleBook {
 public:
  /// Errors: too_large.
  [[nodiscard]] static Result<StyleBook> read(const std::string& xml, Backgrounds backgrounds,
                                              const ReadLimits& limits);

  /// The style that looks like `style` with this colour, whatever mark it had.
  [[nodiscard]] std::uint32_t marked(std::uint32_t style, Mark mark);
  /// The style without our colour; `style` itself when it has none.
  [[nodiscard]] std::uint32_t unmarked(std::uint32_t style);
  [[nodiscard]] bool is_marked(std::uint32_t style) const { return marks_.contains(style); }
  [[nodiscard]] bool is_changed() const { return changed_; }
  [[nodiscard]] std::string text() const;

 private:
  struct Marked {
    Mark mark;
    std::string plain_fill;  ///< Attributes of the colour that it had before, as XML; empty: none.
  };

  void find_marks(Backgrounds backgrounds);
  [[nodiscard]] std::uint32_t style_like(std::uint32_t style, std::uint32_t fill);
  [[nodiscard]] std::uint32_t fill_like(const std::string& xml);
  [[nodiscard]] pugi::xml_node list(const char* name, const char* sample);

  std::unique_ptr<pugi::xml_document> document_;
  pugi::xml_node fills_, formats_;
  std::vector<pugi::xml_node> format_nodes_;
  std::map<std::string, std::uint32_t> fill_index_, format_index_;
  std::map<std::uint32_t, Marked> marks_;
  std::map<std::pair<std::uint32_t, Mark>, std::uint32_t> made_;
  std::string prefix_;
  bool changed_ = false;
};

}  // namespace guatu::documents
