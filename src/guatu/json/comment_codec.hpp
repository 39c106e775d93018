#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/evidence/comment.hpp"
#include "guatu/json/body_fault.hpp"

/// Comments as they are asked for and answered.
namespace guatu::json {

/// {kind?, part?, text}: 1 to 500 characters.
struct CommentWish {
  std::string kind, part, text;
};
[[nodiscard]] std::optional<CommentWish> decode_comment_wish(std::string_view body, BodyFaults& faults);

struct ListedComment {
  evidence::Comment comment;
  bool may_withdraw = false;
};
/// {seq, comments:[{id, kind, part, text, by, unit, at, withdrawn, may_withdraw}]}
[[nodiscard]] std::string encode_comments(std::int64_t seq, const std::vector<ListedComment>& comments);

}  // namespace guatu::json
