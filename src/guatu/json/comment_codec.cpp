#include "guatu/json/comment_codec.hpp"

#include "guatu/base/text.hpp"
#include "guatu/json/nullable.hpp"
#include "guatu/json/request_reader.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;
using Need = RequestReader::Need;

constexpr std::size_t kLongestComment = 500;

}  // namespace

std::optional<CommentWish> decode_comment_wish(std::string_view body, BodyFaults& faults) {
  const auto value = parse_request(body, faults);
  if (!value) return std::nullopt;
  RequestReader reader(*value, "", faults);
  CommentWish wish{reader.text("kind", Need::May), reader.text("part", Need::May),
                   reader.text("text", Need::Must, kLongestComment)};
  if (faults.empty() && trim(wish.text).empty()) reader.fault("text", {"批注是空的", "the comment is empty"});
  reader.finish();
  if (!faults.empty()) return std::nullopt;
  return wish;
}

std::string encode_comments(std::int64_t seq, const std::vector<ListedComment>& comments) {
  bj::object object{{"seq", seq}};
  auto& list = object["comments"].emplace_array();
  for (const auto& [comment, may_withdraw] : comments)
    list.push_back(bj::object{{"id", comment.id},
                              {"kind", text_or_null(comment.about.kind.text())},
                              {"part", comment.about.part},
                              {"text", comment.text},
                              {"by", comment.by},
                              {"unit", comment.unit},
                              {"at", format_rfc3339(comment.at)},
                              {"withdrawn", comment.withdrawn},
                              {"may_withdraw", may_withdraw}});
  return bj::serialize(object);
}

}  // namespace guatu::json
