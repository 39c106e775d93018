#include "guatu/json/error_codec.hpp"

#include "guatu/json/fields.hpp"

namespace guatu::json {

const char* error_kind_name(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::InvalidInput:
      return "invalid_input";
    case ErrorKind::NotFound:
      return "not_found";
    case ErrorKind::Refused:
      return "refused";
    case ErrorKind::Conflict:
      return "conflict";
    case ErrorKind::Unsupported:
      return "unsupported";
    case ErrorKind::WrongUsage:
      return "wrong_usage";
    case ErrorKind::StoreFailed:
      return "store_failed";
    case ErrorKind::FileFailed:
      return "file_failed";
    case ErrorKind::IntegrityBroken:
      return "integrity_broken";
  }
  return "";
}

std::string encode_error(const Error& error) {
  namespace bj = boost::json;
  bj::object body{{"kind", error_kind_name(error.kind)},
                  {"message", error.message.zh},
                  {"message_en", error.message.en},
                  {"subject", error.subject}};
  auto& reasons = body["reasons"].emplace_array();
  for (const auto& reason : error.reasons)
    reasons.push_back(bilingual_value(reason));
  bj::object document;
  document["error"] = std::move(body);
  return bj::serialize(document);
}

}  // namespace guatu::json
