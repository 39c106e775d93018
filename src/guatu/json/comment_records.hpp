#pragma once

#include <string>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/evidence/comment.hpp"
#include "guatu/json/personal_vault.hpp"

/// Records of comments.
namespace guatu::json {

/// Subject: the comment's id.
inline constexpr std::string_view kCommentRecord = "comment";

[[nodiscard]] std::string encode_comment(const evidence::Comment& comment, PersonalVault& vault);
[[nodiscard]] Result<evidence::Comment> decode_comment(std::string_view body, const PersonalVault& vault);

/// The digest under which a comment's text is kept; empty when it has none. No two comments share one, whatever they say, so
/// that one can be erased without the other.
[[nodiscard]] Result<std::string> comment_text_digest(std::string_view body);

}  // namespace guatu::json
