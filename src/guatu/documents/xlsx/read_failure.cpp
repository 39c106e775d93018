#include "guatu/documents/xlsx/read_failure.hpp"

#include "guatu/intake/message_codes.hpp"

namespace guatu::documents {
namespace {

Error failure(std::string_view code, const std::string& zh = {}, const std::string& en = {}) {
  auto message = intake::make_message(code, intake::Place{}, {zh, en, {}});
  return {ErrorKind::InvalidInput, std::move(message.text), std::move(message.code), {std::move(message.remedy)}};
}

}  // namespace

Error encrypted_file() {
  return failure("encrypted");
}

Error not_a_table(std::string_view kind) {
  return failure("not_a_table:" + std::string(kind));
}

Error converter_missing() {
  return failure("converter_missing");
}

Error not_converted(const std::string& why_zh, const std::string& why_en) {
  return failure("not_converted", why_zh, why_en);
}

Error not_a_workbook(const std::string& what_zh, const std::string& what_en) {
  return failure("not_a_table:file", what_zh, what_en);
}

Error bad_text(const std::string& why_zh, const std::string& why_en) {
  return failure("bad_text", why_zh, why_en);
}

Error damaged_file(const std::string& why_zh, const std::string& why_en) {
  return failure("damaged", why_zh, why_en);
}

Error too_large(const std::string& what_zh, const std::string& what_en) {
  return failure("too_large", what_zh, what_en);
}

}  // namespace guatu::documents
