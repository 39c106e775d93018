#pragma once

#include <string>
#include <string_view>
#include <vector>

/// UTF-8 text one character (code point) at a time, for the readers of cells.
namespace guatu::intake {

/// Byte offsets at which characters begin, and the text's length at the end: n characters give n + 1 offsets.
[[nodiscard]] std::vector<std::size_t> character_offsets(std::string_view text);

/// Removes `prefix` (`suffix`) and says whether it was there.
bool strip_prefix(std::string_view& text, std::string_view prefix);
bool strip_suffix(std::string_view& text, std::string_view suffix);

[[nodiscard]] std::string replace_all(std::string text, std::string_view from, std::string_view to);

/// Text without any character of `set`.
[[nodiscard]] std::string without_characters(std::string_view text, std::string_view set);

/// Nothing but dashes and slashes: "—", "/", "－－". Whether that means 不涉及 must be asked.
[[nodiscard]] bool is_dash(std::string_view normalised);

[[nodiscard]] bool is_digits(std::string_view text);

}  // namespace guatu::intake
