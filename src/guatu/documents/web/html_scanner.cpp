#include "guatu/documents/web/html_scanner.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <unicode/utf8.h>

namespace guatu::documents {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f\v";

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

bool equal_in_lower_case(std::string_view text, std::string_view wanted) {
  return std::ranges::equal(text, wanted, {}, lower);
}

/// The character that a reference such as "amp" or "#21495" names; 0 for none.
UChar32 character_of(std::string_view reference) {
  struct Named {
    std::string_view name;
    UChar32 character;
  };
  constexpr std::array kNamed{Named{"nbsp", ' '}, Named{"amp", '&'},  Named{"lt", '<'},
                              Named{"gt", '>'},   Named{"quot", '"'}, Named{"apos", '\''}};
  if (!reference.starts_with('#')) {
    const auto* found = std::ranges::find(kNamed, reference, &Named::name);
    return found == kNamed.end() ? 0 : found->character;
  }
  reference.remove_prefix(1);
  const bool hexadecimal = reference.starts_with('x') || reference.starts_with('X');
  if (hexadecimal) reference.remove_prefix(1);
  std::uint32_t number = 0;
  const auto [rest, error] =
      std::from_chars(reference.data(), reference.data() + reference.size(), number, hexadecimal ? 16 : 10);
  const bool good = error == std::errc{} && rest == reference.data() + reference.size() && number >= ' ' &&
                    number <= 0x10FFFF && !U_IS_SURROGATE(number);
  if (!good) return 0;
  return number == 0xA0 ? ' ' : static_cast<UChar32>(number);
}

void append(std::string& text, UChar32 character) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, character);
  text.append(reinterpret_cast<const char*>(bytes.data()), length);
}

}  // namespace

HtmlScanner::Kind HtmlScanner::next() {
  while (at_ < html_.size()) {
    const auto tag = std::min(html_.find('<', at_), html_.size());
    if (tag > at_) {
      text_ = html_.substr(at_, tag - at_);
      at_ = tag;
      return Kind::Text;
    }
    const auto rest = html_.substr(at_);
    if (rest.starts_with("<!--")) {
      pass_over("-->");
    } else if (rest.starts_with("<!") || rest.starts_with("<?")) {
      pass_over(">");
    } else if (rest.size() > 1 && (is_letter(rest[1]) || (rest[1] == '/' && rest.size() > 2 && is_letter(rest[2])))) {
      const auto kind = next_tag();
      if (kind == Kind::Opening && (name_ == "script" || name_ == "style"))
        pass_over_content();
      else
        return kind;
    } else {  // A lone < is text.
      text_ = rest.substr(0, 1);
      ++at_;
      return Kind::Text;
    }
  }
  return Kind::End;
}

void HtmlScanner::pass_over(std::string_view end) {
  const auto found = html_.find(end, at_);
  at_ = found == std::string_view::npos ? html_.size() : found + end.size();
}

/// To the tag that closes the one just read.
void HtmlScanner::pass_over_content() {
  do {
    at_ = std::min(html_.find("</", at_ + 1), html_.size());
  } while (at_ < html_.size() && !equal_in_lower_case(html_.substr(at_ + 2, name_.size()), name_));
}

HtmlScanner::Kind HtmlScanner::next_tag() {
  const bool closing = html_[at_ + 1] == '/';
  const auto begin = at_ + (closing ? 2 : 1);
  auto end = begin;
  while (end < html_.size() && kBlanks.find(html_[end]) == std::string_view::npos && html_[end] != '>' &&
         html_[end] != '/')
    ++end;
  name_.assign(html_.substr(begin, std::min<std::size_t>(end - begin, 20)));
  std::ranges::transform(name_, name_.begin(), lower);
  const auto attributes = end;
  for (char quote = 0; end < html_.size() && (quote != 0 || html_[end] != '>'); ++end) {
    if (quote != 0)
      quote = html_[end] == quote ? static_cast<char>(0) : quote;
    else if (html_[end] == '"' || html_[end] == '\'')
      quote = html_[end];
  }
  attributes_ = html_.substr(attributes, end - attributes);
  at_ = std::min(end + 1, html_.size());
  return closing ? Kind::Closing : Kind::Opening;
}

std::string_view HtmlScanner::attribute(std::string_view wanted) const {
  auto rest = attributes_;
  for (;;) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n\f\v/="), rest.size()));
    if (rest.empty()) return {};
    const auto name = rest.substr(0, std::min(rest.find_first_of(" \t\r\n\f\v/="), rest.size()));
    rest.remove_prefix(name.size());
    std::string_view value;
    const auto equals = rest.find_first_not_of(kBlanks);
    if (equals != std::string_view::npos && rest[equals] == '=') {
      rest.remove_prefix(equals + 1);
      rest.remove_prefix(std::min(rest.find_first_not_of(kBlanks), rest.size()));
      const bool quoted = rest.starts_with('"') || rest.starts_with('\'');
      const auto end = quoted ? rest.find(rest.front(), 1) : rest.find_first_of(kBlanks);
      value = rest.substr(quoted ? 1 : 0, std::min(end, rest.size()) - (quoted ? 1 : 0));
      rest.remove_prefix(std::min(end, rest.size()));
      if (quoted && !rest.empty()) rest.remove_prefix(1);
    }
    if (equal_in_lower_case(name, wanted)) return value;
  }
}

std::string html_text(std::string_view written) {
  constexpr std::size_t kLongestReference = 10;
  std::string text;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (kBlanks.find(written[i]) != std::string_view::npos) {
      if (!text.ends_with(' ')) text += ' ';
      continue;
    }
    const auto end = written[i] == '&' ? written.find(';', i) : std::string_view::npos;
    const auto character = end == std::string_view::npos || end - i > kLongestReference
                               ? UChar32{0}
                               : character_of(written.substr(i + 1, end - i - 1));
    if (character == 0) {
      text += written[i];
    } else {
      append(text, character);
      i = end;
    }
  }
  return text;
}

}  // namespace guatu::documents
