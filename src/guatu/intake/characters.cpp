#include "guatu/intake/characters.hpp"

namespace guatu::intake {

std::vector<std::size_t> character_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool continues = (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
    if (!continues) offsets.push_back(i);
  }
  offsets.push_back(text.size());
  return offsets;
}

bool strip_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool strip_suffix(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

namespace {

bool contains_character(std::string_view set, std::string_view character) {
  return set.find(character) != std::string_view::npos;
}

}  // namespace

std::string without_characters(std::string_view text, std::string_view set) {
  std::string kept;
  const auto offsets = character_offsets(text);
  for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
    const auto character = text.substr(offsets[i], offsets[i + 1] - offsets[i]);
    if (!contains_character(set, character)) kept += character;
  }
  return kept;
}

bool is_dash(std::string_view normalised) {
  if (normalised.empty()) return false;
  const auto first = static_cast<unsigned char>(normalised.front());
  const bool digit_or_ideograph = (first >= '0' && first <= '9') || first >= 0xE3;
  return !digit_or_ideograph && without_characters(normalised, "-‐‑‒–—―─━/\\_~ ").empty();
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace guatu::intake
