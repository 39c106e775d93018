#include "guatu/store/commit_check.hpp"

#include "guatu/ports/digest.hpp"

namespace guatu::store {
namespace {

/// Bytes of the UTF-8 character that `text` begins with; 0 when it is none. Overlong forms and surrogates are none.
std::size_t character_size(std::string_view text) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const auto lead = byte(0);
  if (lead < 0x80U) return 1;
  if (lead < 0xC2U || lead > 0xF4U || !follows(1)) return 0;
  if (lead < 0xE0U) return 2;
  if (!follows(2)) return 0;
  if (lead < 0xF0U) {
    if ((lead == 0xE0U && byte(1) < 0xA0U) || (lead == 0xEDU && byte(1) > 0x9FU)) return 0;
    return 3;
  }
  if ((lead == 0xF0U && byte(1) < 0x90U) || (lead == 0xF4U && byte(1) > 0x8FU) || !follows(3)) return 0;
  return 4;
}

bool is_storable(std::string_view text) {
  while (!text.empty()) {
    const auto size = text.front() == '\0' ? 0 : character_size(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

Error unstorable(const std::string& where) {
  return make_error(ErrorKind::InvalidInput, where, "内容含有空字符（U+0000）或不是 UTF-8 编码，无法保存，请改正后重试",
                    "the text holds a NUL character or is not UTF-8; correct it and try again");
}

Result<void> check_blob(const ports::Blob& blob) {
  if (blob.bytes.size() > kMaxBlobBytes)
    return make_error(ErrorKind::InvalidInput, blob.digest, "文件超过 256 MiB，无法存档，请拆分后重试",
                      "the file is over 256 MiB and cannot be kept; split it and try again");
  GUATU_REQUIRE(ports::sm3_hex(blob.bytes) == blob.digest);
  return {};
}

}  // namespace

Result<void> check_commit(const ports::Commit& commit) {
  for (const auto* text : {&commit.actor, &commit.unit, &commit.action, &commit.source, &commit.reason})
    if (!is_storable(*text)) return unstorable(commit.action);
  for (const auto& record : commit.records)
    if (!is_storable(record.type) || !is_storable(record.subject) || !is_storable(record.body))
      return unstorable(record.type + " " + record.subject);
  for (const auto& personal : commit.personal) {
    if (!is_storable(personal.salt) || !is_storable(personal.value)) return unstorable(personal.digest);
    GUATU_REQUIRE(ports::sm3_hex(personal.salt + personal.value) == personal.digest);
  }
  for (const auto& blob : commit.blobs)
    GUATU_CHECK(check_blob(blob));
  return {};
}

}  // namespace guatu::store
