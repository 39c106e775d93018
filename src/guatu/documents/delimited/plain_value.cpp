#include "guatu/documents/delimited/plain_value.hpp"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace guatu::documents {

std::optional<double> plain_number(std::string_view text) {
  constexpr std::size_t kMostDigits = 16;
  if (text.empty() || text.size() > kMostDigits) return std::nullopt;
  double number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc{} || rest != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return fmt::format("{:.15g}", number) == text ? std::optional(number) : std::nullopt;
}

std::string_view without_formula_quotes(std::string_view text) {
  if (text.size() < 3 || !text.starts_with("=\"") || !text.ends_with('"')) return text;
  const auto inner = text.substr(2, text.size() - 3);
  return inner.find('"') == std::string_view::npos ? inner : text;
}

std::string stem_of(const std::string& file_name) {
  const auto dot = file_name.rfind('.');
  return dot == std::string::npos || dot == 0 ? file_name : file_name.substr(0, dot);
}

}  // namespace guatu::documents
