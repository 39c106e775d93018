#include "guatu/intake/authority_reading.hpp"

#include <algorithm>
#include <string>

#include "guatu/base/text.hpp"
#include "guatu/intake/characters.hpp"

namespace guatu::intake {
namespace {

std::string without_level(std::string_view key) {
  for (const std::string_view ending : {"审批", "权限", "级"})
    strip_suffix(key, ending);
  return std::string(key);
}

}  // namespace

AuthorityReading read_authority(std::string_view text, const campaign::FormWords& form) {
  const std::string key = match_key(text);
  if (key.empty() || is_dash(key) || key == "无") return {AuthorityFault::Blank, {}};
  const auto find = [](const auto& words, const auto& same) -> std::optional<Authority> {
    const auto found = std::ranges::find_if(words, [&](const auto& pair) { return same(match_key(pair.second)); });
    return found == words.end() ? std::nullopt : std::optional(found->first);
  };
  const auto exactly = [&](const std::string& word) { return word == key; };
  const auto without_ending = [&](const std::string& word) { return without_level(word) == without_level(key); };
  if (const auto word = find(form.authority_words, exactly)) return {AuthorityFault::None, word};
  if (const auto alias = find(form.authority_aliases, exactly)) return {AuthorityFault::None, alias};
  const auto asked = [&](const std::string& word) { return without_level(match_key(word)) == without_level(key); };
  if (std::ranges::any_of(form.authority_ambiguous, asked)) return {AuthorityFault::Ambiguous, {}};
  if (const auto word = find(form.authority_words, without_ending)) return {AuthorityFault::None, word};
  if (const auto alias = find(form.authority_aliases, without_ending)) return {AuthorityFault::None, alias};
  if (const auto name = find_authority(key)) return {AuthorityFault::None, name};
  return {AuthorityFault::Unknown, {}};
}

}  // namespace guatu::intake
