#include "guatu/json/head_codec.hpp"

#include "guatu/json/fields.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::json {
namespace bj = boost::json;

std::string encode_signed_head(const ports::HeadSignature& signature) {
  return bj::serialize(bj::object{{"seq", signature.head.seq},
                                  {"recorded_at", format_rfc3339(signature.head.recorded_at)},
                                  {"digest", signature.head.digest},
                                  {"key", signature.key},
                                  {"signature", signature.signature},
                                  {"signed_at", format_rfc3339(signature.signed_at)}});
}

Result<ports::HeadSignature> decode_signed_head(std::string_view text, const std::string& source) {
  const auto wrong =
      make_error(ErrorKind::InvalidInput, source, source + " 不是签名的链头文件（通报时生成的 head-号码.json）",
                 source + " is no signed head (head-NUMBER.json, written with a bulletin)");
  const auto value = parse_body(text);
  if (!value) return wrong;
  Fields fields(*value, "head");
  ports::HeadSignature head;
  head.head.seq = fields.number("seq");
  head.head.digest = fields.text("digest");
  head.key = fields.text("key");
  head.signature = fields.text("signature");
  const auto recorded_at = parse_rfc3339(fields.text("recorded_at"));
  const auto signed_at = parse_rfc3339(fields.text("signed_at"));
  if (fields.failed() || !recorded_at || !signed_at || head.head.seq < 1 || head.head.digest.size() != 64) return wrong;
  head.head.recorded_at = *recorded_at;
  head.signed_at = *signed_at;
  return head;
}

std::string encode_key(const std::string& fingerprint, const std::string& public_pem, const std::string& private_file) {
  bj::object object{{"fingerprint", fingerprint}, {"public_key", public_pem}};
  put_text(object, "private_key_file", private_file);
  return bj::serialize(object);
}

}  // namespace guatu::json
