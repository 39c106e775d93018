#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Text as people type it, made comparable. All text is UTF-8.
namespace guatu {

/// NFKC (full-width digits and letters become half-width), without control characters and invisible marks, trimmed at
/// both ends. A line break or tab inside is a space: 红山区⏎松山区 must not become one word.
/// Errors: none; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string normalise(std::string_view text);

/// For identity and header matching: NFKC, no white space at all, one kind of bracket "()" for （）【】〔〕「」[], lower-case
/// ASCII. The key of a key is the key itself.
/// Source: contract 4, identity of a row.
[[nodiscard]] std::string match_key(std::string_view text);

/// `match_key` without bracketed remarks: 总投资（亿元） and 总投资 have the same one. A bracket without its partner is
/// kept, and so is a text that is one remark altogether.
[[nodiscard]] std::string match_key_without_brackets(std::string_view text);

/// Without white space (also U+3000 and no-break space) and invisible marks at both ends; the inside stays as it is.
[[nodiscard]] std::string trim(std::string_view text);
/// The parts between any of the separators, trimmed, without empty ones.
[[nodiscard]] std::vector<std::string> split_any(std::string_view text, std::string_view separators_utf8);
[[nodiscard]] bool contains(std::string_view text, std::string_view part);

/// Errors: none; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::u32string code_points(std::string_view text);

/// Number of code points: what a text limit in characters counts.
[[nodiscard]] std::size_t character_count(std::string_view text);

/// In the width of a digit, as in a table: a Chinese character or full-width mark is as wide as two.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Levenshtein distance in code points; for near matches, which are asked and never guessed.
/// Cost: O(|a|·|b|); callers bound the length.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace guatu
