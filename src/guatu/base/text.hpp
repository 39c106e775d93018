#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Text as people type it, made comparable. All text is UTF-8.
namespace guatu {

/// NFKC (full-width digits and letters become half-width), without control characters, trimmed at both ends.
/// Errors: none; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string normalise(std::string_view text);

/// For identity and header matching: NFKC, no white space at all, one kind of bracket "()", lower-case ASCII.
/// Source: contract 4, identity of a row.
[[nodiscard]] std::string match_key(std::string_view text);

/// `match_key` without bracketed remarks: 总投资（亿元） and 总投资 have the same one.
[[nodiscard]] std::string match_key_without_brackets(std::string_view text);

[[nodiscard]] std::string trim(std::string_view text);
[[nodiscard]] std::vector<std::string> split_any(std::string_view text, std::string_view separators_utf8);
[[nodiscard]] bool contains(std::string_view text, std::string_view part);

/// Number of code points: what a text limit in characters counts.
[[nodiscard]] std::size_t character_count(std::string_view text);

/// Levenshtein distance in code points; for near matches, which are asked and never guessed.
/// Cost: O(|a|·|b|); callers bound the length.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace guatu
