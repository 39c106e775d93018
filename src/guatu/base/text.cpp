#include "guatu/base/text.hpp"

#include <algorithm>
#include <numeric>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "guatu/base/contract.hpp"

namespace guatu {
namespace {

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// A character of U+4E00 to U+9FBF stands at `at`: three bytes from E4 B8 80 to E9 BE BF, which no normalisation changes.
bool is_ideograph(std::string_view text, std::size_t at) {
  if (at + 3 > text.size()) return false;
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const auto third = static_cast<unsigned char>(text[at + 2]);
  if (lead < 0xE4 || lead > 0xE9 || second < 0x80 || second > 0xBF || third < 0x80 || third > 0xBF) return false;
  return (lead != 0xE4 || second >= 0xB8) && (lead != 0xE9 || second <= 0xBE);
}

/// Nothing but ASCII and ideographs, which is most of what people write.
bool is_plain(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const bool ascii = is_ascii(text[at]);
    if (!ascii && !is_ideograph(text, at)) return false;
    at += ascii ? 1 : 3;
  }
  return true;
}

/// Marks without width that copying leaves behind. The joiners are not among them: Mongolian is written with them.
bool is_invisible(char32_t c) {
  return c == 0x00AD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool is_joiner(char32_t c) {
  return c == 0x200C || c == 0x200D;
}

bool is_space(char32_t c) {
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_blank(char32_t c) {
  return is_space(c) || is_invisible(c);
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // Inside ICU's macro.
char32_t next_character(std::string_view text, std::size_t& position) {
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(text.data(), position, text.size(), c);
  return static_cast<char32_t>(c);
}
#pragma GCC diagnostic pop

icu::UnicodeString nfkc(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
  GUATU_REQUIRE(U_SUCCESS(status));
  icu::UnicodeString result = normalizer->normalize(text, status);
  GUATU_REQUIRE(U_SUCCESS(status));
  return result;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

/// What the program keeps of typed text before NFKC: a line break or tab is a space, invisible marks are nothing.
icu::UnicodeString without_controls(std::string_view text) {
  icu::UnicodeString result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (is_space(c)) {
      result.append(static_cast<UChar32>(is_control(c) || c == 0x2028 || c == 0x2029 ? U' ' : c));
    } else if (!is_control(c) && !is_invisible(c)) {
      result.append(static_cast<UChar32>(c));
    }
  }
  return result;
}

char32_t one_bracket(char32_t c) {
  switch (c) {
    case U'【':
    case U'〔':
    case U'[':
    case U'「':
      return U'(';
    case U'】':
    case U'〕':
    case U']':
    case U'」':
      return U')';
    default:
      return c;
  }
}

char32_t lower_ascii(char32_t c) {
  return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}

icu::UnicodeString key_characters(const icu::UnicodeString& text) {
  icu::UnicodeString result;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const char32_t c = static_cast<char32_t>(text.char32At(at));
    if (is_blank(c) || is_joiner(c)) continue;
    result.append(static_cast<UChar32>(lower_ascii(one_bracket(c))));
  }
  return result;
}

std::string plain_normalised(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (!is_ascii(c) || !is_control(static_cast<unsigned char>(c)))
      result.push_back(c);
    else if (is_space(static_cast<unsigned char>(c)))
      result.push_back(' ');
  }
  return trim(result);
}

std::string plain_match_key(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    const char32_t wide = static_cast<unsigned char>(c);
    if (!is_ascii(c))
      result.push_back(c);
    else if (!is_control(wide) && wide != U' ')
      result.push_back(static_cast<char>(lower_ascii(one_bracket(wide))));
  }
  return result;
}

}  // namespace

std::string normalise(std::string_view text) {
  if (is_plain(text)) return plain_normalised(text);
  return trim(to_utf8(nfkc(without_controls(text))));
}

std::string match_key(std::string_view text) {
  if (is_plain(text)) return plain_match_key(text);
  // Twice: what stood apart before a space or a capital went may combine now, and the key of a key is the key.
  return to_utf8(nfkc(key_characters(nfkc(without_controls(text)))));
}

std::string match_key_without_brackets(std::string_view text) {
  const std::string key = match_key(text);
  std::string outside;
  std::vector<std::size_t> opened;  // Where `outside` stood at each bracket that is still open.
  for (const char c : key) {
    if (c == '(') opened.push_back(outside.size());
    outside.push_back(c);
    if (c == ')' && !opened.empty()) {
      outside.resize(opened.back());
      opened.pop_back();
    }
  }
  return outside.empty() ? key : outside;
}

std::u32string code_points(std::string_view text) {
  std::u32string characters;
  characters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();)
    characters.push_back(next_character(text, at));
  return characters;
}

std::string trim(std::string_view text) {
  const auto is_mark = [](char c) { return c > 0x20 && c < 0x7F; };
  const bool begins = !text.empty() && (is_mark(text.front()) || is_ideograph(text, 0));
  const bool ends = begins && (is_mark(text.back()) || (text.size() >= 3 && is_ideograph(text, text.size() - 3)));
  if (ends) return std::string(text);
  std::size_t first = text.size();
  std::size_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (is_blank(next_character(text, at))) continue;
    first = std::min(first, start);
    last = at;
  }
  return first < last ? std::string(text.substr(first, last - first)) : std::string();
}

std::vector<std::string> split_any(std::string_view text, std::string_view separators_utf8) {
  const std::u32string separators = code_points(separators_utf8);
  std::vector<std::string> parts;
  const auto keep = [&](std::size_t from, std::size_t to) {
    if (std::string part = trim(text.substr(from, to - from)); !part.empty()) parts.push_back(std::move(part));
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_character(text, at);
    if (separators.find(c) == std::u32string::npos) continue;
    keep(begin, start);
    begin = at;
  }
  keep(begin, text.size());
  return parts;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count)
    next_character(text, at);
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = next_character(text, at);
    width += static_cast<std::uint32_t>(character) < 0x80U ? 1 : 2;
  }
  return width;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::u32string left = code_points(a);
  const std::u32string right = code_points(b);
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < right.size(); ++j) {
      const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
    }
  }
  return row[right.size()];
}

}  // namespace guatu
