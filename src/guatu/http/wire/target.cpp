#include "guatu/http/wire/target.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"

namespace guatu::http {
namespace {

Error bad_target() {
  return make_error(ErrorKind::WrongUsage, "", "请求地址无法理解，请核对百分号编码和字符",
                    "the address of the request cannot be understood; check its percent encoding and characters");
}

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

/// U+FFFD is what bytes that are not UTF-8 are read as.
bool contains_unknown(std::string_view text) {
  return code_points(text).find(U'\uFFFD') != std::u32string::npos;
}

bool is_text(std::string_view text) {
  return std::ranges::none_of(text, [](unsigned char byte) { return byte < 0x20 || byte == 0x7f; }) &&
         !contains_unknown(text);
}

enum class Plus { Itself, Space };

Result<std::string> decode(std::string_view text, Plus plus) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus == Plus::Space) {
      decoded += ' ';
    } else if (text[i] != '%') {
      decoded += text[i];
    } else {
      const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
      if (high < 0 || low < 0) return bad_target();
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (!is_text(decoded)) return bad_target();
  return decoded;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

Result<void> read_query(std::string_view text, Target& target) {
  for (const auto part : split(text, '&')) {
    if (part.empty()) continue;
    const auto equals = std::min(part.find('='), part.size());
    GUATU_TRY(auto name, decode(part.substr(0, equals), Plus::Space));
    GUATU_TRY(auto value, decode(part.substr(std::min(equals + 1, part.size())), Plus::Space));
    target.query.emplace_back(std::move(name), std::move(value));
  }
  return {};
}

}  // namespace

Result<Target> parse_target(std::string_view text) {
  if (!text.starts_with('/')) return bad_target();
  Target target;
  text = text.substr(0, text.find('#'));
  const auto question = std::min(text.find('?'), text.size());
  for (const auto part : split(text.substr(1, question - 1), '/')) {
    GUATU_TRY(auto segment, decode(part, Plus::Itself));
    target.path.push_back(std::move(segment));
  }
  if (target.path.back().empty()) target.path.pop_back();
  if (question < text.size()) GUATU_CHECK(read_query(text.substr(question + 1), target));
  return target;
}

}  // namespace guatu::http
