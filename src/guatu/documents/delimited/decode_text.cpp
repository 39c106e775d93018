#include "guatu/documents/delimited/decode_text.hpp"

#include <algorithm>
#include <array>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include "guatu/documents/xlsx/read_failure.hpp"

namespace guatu::documents {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";
constexpr int kManyCharacters = 8;  // Chinese text in GB18030 does not look like so much UTF-8 by chance.

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

Converter open_strict(const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_FAILURE(status) ? nullptr : std::move(converter);
}

std::string line_of(std::string_view text, std::size_t position) {
  const auto before = text.substr(0, position);
  const auto feeds = std::ranges::count(before, '\n');
  return std::to_string(1 + (feeds > 0 ? feeds : std::ranges::count(before, '\r')));
}

Error no_encoding(const std::string& line) {
  return bad_text("第 " + line + " 行不是 UTF-8、UTF-16 或 GB18030 编码的文字",
                  "line " + line + " is text in none of UTF-8, UTF-16 and GB18030");
}

/// The text in UTF-8, or the position of the first byte that is none.
struct Conversion {
  std::unique_ptr<std::string> text;
  std::size_t bad_position = 0;
};

Conversion convert(std::string_view bytes, const char* encoding) {
  constexpr std::size_t kPivot = 4096;
  const auto from = open_strict(encoding);
  const auto to = open_strict("UTF-8");
  if (!from || !to) return {};
  auto text = std::make_unique<std::string>();
  text->resize(bytes.size() + bytes.size() / 2 + 16);  // Two bytes of Chinese become three.
  std::array<UChar, kPivot> pivot{};
  auto* pivot_read = pivot.data();
  auto* pivot_written = pivot.data();
  const char* source = bytes.data();
  char* target = text->data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_convertEx(to.get(), from.get(), &target, text->data() + text->size(), &source, bytes.data() + bytes.size(),
                 pivot.data(), &pivot_read, &pivot_written, pivot.data() + pivot.size(), true, true, &status);
  if (U_FAILURE(status)) return {nullptr, static_cast<std::size_t>(source - bytes.data())};
  text->resize(static_cast<std::size_t>(target - text->data()));
  return {std::move(text), 0};
}

struct Utf8Check {
  bool valid = true;
  std::size_t bad_position = 0;
  int long_characters = 0;  ///< Of three bytes and more, before the fault.
};

Utf8Check check_utf8(std::string_view bytes) {
  Utf8Check check;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t i = 0; i < bytes.size();) {
    const auto begin = i;
    UChar32 character = 0;
    U8_NEXT(data, i, bytes.size(), character);
    if (character < 0) return {false, begin, check.long_characters};
    if (i - begin > 2) check.long_characters = std::min(check.long_characters + 1, kManyCharacters);
  }
  return check;
}

/// Control characters other than tab, line ends, form feed and the end mark of old systems stand in no text.
Result<DecodedText> checked(DecodedText decoded) {
  auto& text = decoded.utf8;
  if (text.ends_with('\x1A')) text.remove_suffix(1);
  const auto bad = std::ranges::find_if(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v';
  });
  if (bad == text.end()) return decoded;
  const auto line = line_of(text, static_cast<std::size_t>(bad - text.begin()));
  return bad_text(
      "第 " + line + " 行含有" + (*bad == '\0' ? "空字节（NUL）" : "控制字符") + "，不是文本",
      "line " + line + " holds " + (*bad == '\0' ? "a NUL byte" : "a control character") + "; it is no text");
}

Result<DecodedText> decode_utf16(std::string_view bytes, const char* encoding) {
  auto conversion = convert(bytes, encoding);
  if (!conversion.text)
    return bad_text("UTF-16 编码有误，文件可能不完整", "its UTF-16 is broken; the file may be incomplete");
  DecodedText decoded{*conversion.text, nullptr, "UTF-16"};
  decoded.converted = std::move(conversion.text);
  return checked(std::move(decoded));
}

}  // namespace

Result<DecodedText> decode_text(std::string_view bytes) {
  if (bytes.starts_with(kUtf16LittleMark)) return decode_utf16(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with(kUtf16BigMark)) return decode_utf16(bytes.substr(2), "UTF-16BE");
  const bool marked = bytes.starts_with(kUtf8Mark);
  if (marked) bytes.remove_prefix(kUtf8Mark.size());
  const auto check = check_utf8(bytes);
  if (check.valid) return checked({bytes, nullptr, "UTF-8"});
  if (marked || check.long_characters >= kManyCharacters) {
    const auto line = line_of(bytes, check.bad_position);
    return bad_text("第 " + line + " 行的 UTF-8 编码有误", "the UTF-8 of line " + line + " is broken");
  }
  auto conversion = convert(bytes, "GB18030");
  if (!conversion.text) return no_encoding(line_of(bytes, conversion.bad_position));
  DecodedText decoded{*conversion.text, nullptr, "GB18030"};
  decoded.converted = std::move(conversion.text);
  return checked(std::move(decoded));
}

}  // namespace guatu::documents
