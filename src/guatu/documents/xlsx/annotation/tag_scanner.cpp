#include "guatu/documents/xlsx/annotation/tag_scanner.hpp"

#include <algorithm>

#include "guatu/base/contract.hpp"

namespace guatu::documents {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

/// Behind the '>' that ends the tag at `begin`, or npos.
std::size_t end_of_tag(std::string_view xml, std::size_t begin) {
  char quote = 0;
  for (auto i = begin; i < xml.size(); ++i) {
    if (quote != 0) {
      if (xml[i] == quote) quote = 0;
    } else if (xml[i] == '"' || xml[i] == '\'') {
      quote = xml[i];
    } else if (xml[i] == '>') {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

std::size_t behind(std::string_view xml, std::string_view what, std::size_t from) {
  const auto found = xml.find(what, from);
  return found == std::string_view::npos ? xml.size() : found + what.size();
}

}  // namespace

std::optional<Tag> TagScanner::next() {
  for (;;) {
    const auto begin = xml_.find('<', at_);
    if (begin == std::string_view::npos) return std::nullopt;
    const auto rest = xml_.substr(begin);
    if (rest.starts_with("<!--")) {
      at_ = behind(xml_, "-->", begin + 4);
    } else if (rest.starts_with("<![CDATA[")) {
      at_ = behind(xml_, "]]>", begin);
    } else if (rest.starts_with("<?")) {
      at_ = behind(xml_, "?>", begin);
    } else {
      const auto end = end_of_tag(xml_, begin);
      if (end == std::string_view::npos) return std::nullopt;
      at_ = end;
      Tag tag{begin, end, {}, rest.starts_with("</"), xml_[end - 2] == '/'};
      const auto name = begin + (tag.closing ? 2 : 1);
      tag.name = xml_.substr(name, std::min(xml_.find_first_of(" \t\r\n/>", name), end) - name);
      return tag;
    }
  }
}

std::optional<AttributePlace> find_attribute(std::string_view xml, const Tag& tag, std::string_view name) {
  auto at = tag.begin + 1 + tag.name.size();
  while (at < tag.end) {
    at = xml.find_first_not_of(kSpace, at);
    const auto equals = xml.find('=', at);
    if (at == std::string_view::npos || equals >= tag.end) return std::nullopt;
    const auto quote = xml.find_first_of("\"'", equals);
    if (quote >= tag.end) return std::nullopt;
    const auto close = xml.find(xml[quote], quote + 1);
    if (close >= tag.end) return std::nullopt;
    auto written = xml.substr(at, equals - at);
    written = written.substr(0, written.find_last_not_of(kSpace) + 1);
    const bool declaration = written.starts_with("xmlns:") && name != written;
    if (!declaration && (written == name || written.substr(written.rfind(':') + 1) == name))
      return AttributePlace{quote + 1, xml.substr(quote + 1, close - quote - 1)};
    at = close + 1;
  }
  return std::nullopt;
}

std::string_view attribute_of(std::string_view xml, const Tag& tag, std::string_view name) {
  const auto found = find_attribute(xml, tag, name);
  return found ? found->value : std::string_view{};
}

std::string apply_edits(std::string_view text, std::vector<TextEdit> edits) {
  std::ranges::stable_sort(edits, {}, &TextEdit::offset);
  std::string result;
  result.reserve(text.size() + edits.size() * 64);
  std::size_t copied = 0;
  for (const auto& edit : edits) {
    GUATU_REQUIRE(copied <= edit.offset && edit.offset + edit.removed <= text.size());
    result += text.substr(copied, edit.offset - copied);
    result += edit.added;
    copied = edit.offset + edit.removed;
  }
  result += text.substr(copied);
  return result;
}

}  // namespace guatu::documents
