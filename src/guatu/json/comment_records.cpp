#include "guatu/json/comment_records.hpp"

#include "guatu/json/fields.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;
using evidence::Comment;

/// What is kept begins with the comment's own id.
std::string kept_text(const Comment& comment) {
  return comment.text.empty() ? std::string{} : comment.id + "\n" + comment.text;
}

std::string shown_text(const std::string& id, std::string kept) {
  if (kept.starts_with(id + "\n")) kept.erase(0, id.size() + 1);
  return kept;
}

}  // namespace

std::string encode_comment(const Comment& comment, PersonalVault& vault) {
  bj::object object{{"v", 1}, {"id", comment.id}};
  put_text(object, "project", comment.about.project.text());
  put_text(object, "kind", comment.about.kind.text());
  put_text(object, "part", comment.about.part);
  put_text(object, "text", vault.digest_of(kept_text(comment)));
  put_text(object, "by", comment.by);
  put_text(object, "unit", comment.unit);
  object["at"] = comment.at;
  put_flag(object, "withdrawn", comment.withdrawn);
  return bj::serialize(object);
}

Result<Comment> decode_comment(std::string_view body, const PersonalVault& vault) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "comment");
  Comment comment;
  comment.id = fields.text("id");
  comment.about = {ProjectId{fields.text("project")}, KindCode{fields.text("kind")}, fields.text("part")};
  comment.text = shown_text(comment.id, vault.value_of(fields.text("text")));
  comment.by = fields.text("by");
  comment.unit = fields.text("unit");
  comment.at = fields.number("at");
  comment.withdrawn = fields.flag("withdrawn");
  GUATU_CHECK(fields.finish());
  return comment;
}

Result<std::string> comment_text_digest(std::string_view body) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "comment");
  auto digest = fields.text("text");
  GUATU_CHECK(fields.finish());
  return digest;
}

}  // namespace guatu::json
