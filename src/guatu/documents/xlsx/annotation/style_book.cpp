#include "guatu/documents/xlsx/annotation/style_book.hpp"

#include <algorithm>

#include "guatu/documents/xlsx/annotation/part_xml.hpp"
#include "guatu/documents/xlsx/annotation/sheet_outline.hpp"
#include "guatu/documents/xlsx/read_failure.hpp"

namespace guatu::documents {
namespace {

/// Colours that nobody picks from a palette, so that they are known again.
constexpr const char* kErrorColour = "FFFFB9B4";
constexpr const char* kWarningColour = "FFFFD36B";
constexpr const char* kNoColour = "indexed=\"64\"";

std::string attributes_of(const pugi::xml_node& node) {
  std::string text;
  for (const auto& attribute : node.attributes())
    text += (text.empty() ? "" : " ") + std::string(attribute.name()) + "=\"" + attribute.value() + "\"";
  return text;
}

/// The pattern of a fill that is one plain colour.
pugi::xml_node solid_pattern(const pugi::xml_node& fill) {
  const auto pattern = child_of(fill, "patternFill");
  return std::string_view(pattern.attribute("patternType").value()) == "solid" ? pattern : pugi::xml_node{};
}

std::optional<Mark> mark_of(const pugi::xml_node& fill) {
  const std::string_view colour = child_of(solid_pattern(fill), "fgColor").attribute("rgb").value();
  if (colour == kErrorColour) return Mark::Error;
  if (colour == kWarningColour) return Mark::Warning;
  return std::nullopt;
}

std::string solid_fill(const std::string& prefix, const std::string& front, const std::string& back) {
  return "<" + prefix + "fill><" + prefix + "patternFill patternType=\"solid\"><" + prefix + "fgColor " + front +
         "/><" + prefix + "bgColor " + (back.empty() ? kNoColour : back) + "/></" + prefix + "patternFill></" + prefix +
         "fill>";
}

void count_children(pugi::xml_node list, std::size_t count) {
  set_attribute(list, "count", std::to_string(count));
}

}  // namespace

Result<StyleBook> StyleBook::read(const std::string& xml, Backgrounds backgrounds, const ReadLimits& limits) {
  StyleBook book;
  GUATU_TRY(book.document_, tree_of(xml, "styles"));
  book.prefix_ = prefix_of(book.document_->document_element());
  book.fills_ = book.list("fills", "<fill><patternFill patternType=\"none\"/></fill>");
  book.formats_ = book.list("cellXfs", "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>");
  for (const auto& format : book.formats_.children())
    if (local_name_of(format) == "xf") {
      book.format_index_.emplace(text_of(format), static_cast<std::uint32_t>(book.format_nodes_.size()));
      book.format_nodes_.push_back(format);
    }
  if (book.format_nodes_.size() > limits.styles) return too_large("样式过多", "too many styles");
  book.find_marks(backgrounds);
  return book;
}

/// The list of this name; a missing one is made where the schema wants it.
pugi::xml_node StyleBook::list(const char* name, const char* sample) {
  auto root = document_->document_element();
  if (auto found = child_of(root, name)) return found;
  pugi::xml_node before;
  for (const char* earlier : {"numFmts", "fonts", "fills", "borders", "cellStyleXfs"}) {
    if (std::string_view(earlier) == name) break;
    if (const auto found = child_of(root, earlier)) before = found;
  }
  const auto full_name = prefix_ + name;
  auto made = before ? root.insert_child_after(full_name.c_str(), before) : root.prepend_child(full_name.c_str());
  made.append_buffer(sample, std::string_view(sample).size());
  for (auto child : made.children())
    child.set_name((prefix_ + child.name()).c_str());
  return made;
}

void StyleBook::find_marks(Backgrounds backgrounds) {
  std::map<std::uint32_t, Marked> marked_fills;
  std::uint32_t index = 0;
  for (const auto& fill : fills_.children()) {
    if (local_name_of(fill) != "fill") continue;
    if (const auto mark = mark_of(fill)) {
      auto back = attributes_of(child_of(solid_pattern(fill), "bgColor"));
      if (back == kNoColour || backgrounds == Backgrounds::Replaced) back.clear();
      marked_fills.emplace(index, Marked{*mark, std::move(back)});
    }
    fill_index_.emplace(text_of(fill), index++);
  }
  for (std::uint32_t i = 0; i < format_nodes_.size(); ++i)
    if (const auto found = marked_fills.find(format_nodes_[i].attribute("fillId").as_uint());
        found != marked_fills.end())
      marks_.emplace(i, found->second);
}

std::uint32_t StyleBook::fill_like(const std::string& xml) {
  const auto [found, fresh] = fill_index_.emplace(xml, static_cast<std::uint32_t>(fill_index_.size()));
  if (!fresh) return found->second;
  std::uint32_t count = 0;
  for (const auto& fill : fills_.children())
    if (local_name_of(fill) == "fill") ++count;
  found->second = count;  // Fills that look the same may stand twice.
  fills_.append_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
  count_children(fills_, count + 1);
  changed_ = true;
  return count;
}

std::uint32_t StyleBook::style_like(std::uint32_t style, std::uint32_t fill) {
  auto copy = formats_.append_copy(format_nodes_[style]);
  set_attribute(copy, "fillId", std::to_string(fill));
  if (fill == 0)
    copy.remove_attribute("applyFill");
  else
    set_attribute(copy, "applyFill", "1");
  const auto [found, fresh] = format_index_.emplace(text_of(copy), static_cast<std::uint32_t>(format_nodes_.size()));
  if (!fresh) {
    formats_.remove_child(copy);
    return found->second;
  }
  format_nodes_.push_back(copy);
  count_children(formats_, format_nodes_.size());
  changed_ = true;
  return found->second;
}

std::uint32_t StyleBook::marked(std::uint32_t style, Mark mark) {
  if (style >= format_nodes_.size()) style = 0;
  const auto known = made_.find({style, mark});
  if (known != made_.end()) return known->second;
  std::string plain;
  if (const auto before = marks_.find(style); before != marks_.end()) {
    plain = before->second.plain_fill;
  } else {
    auto fill = child_of(fills_, "fill");
    for (auto i = format_nodes_[style].attribute("fillId").as_uint(); i > 0 && fill; --i)
      fill = fill.next_sibling((prefix_ + "fill").c_str());
    plain = attributes_of(child_of(solid_pattern(fill), "fgColor"));
  }
  const auto colour = std::string("rgb=\"") + (mark == Mark::Error ? kErrorColour : kWarningColour) + "\"";
  const auto made = style_like(style, fill_like(solid_fill(prefix_, colour, plain)));
  made_[{style, mark}] = made;
  return made;
}

std::uint32_t StyleBook::unmarked(std::uint32_t style) {
  const auto found = marks_.find(style);
  if (found == marks_.end()) return style;
  const auto& plain = found->second.plain_fill;
  return style_like(style, plain.empty() ? 0 : fill_like(solid_fill(prefix_, plain, {})));
}

std::string StyleBook::text() const {
  return text_of(*document_);
}

}  // namespace guatu::documents
