#include "guatu/http/wire/compression.hpp"

#include <algorithm>
#include <zlib.h>

#include "guatu/base/contract.hpp"
#include "guatu/base/text.hpp"

namespace guatu::http {
namespace {

/// "gzip", "gzip;q=0.5", "*": a coding is refused by q=0 only.
bool is_refused(std::string_view parameters) {
  const auto q = parameters.find("q=");
  if (q == std::string_view::npos) return false;
  const auto value = parameters.substr(q + 2);
  return value.starts_with('0') && value.find_first_of("123456789") == std::string_view::npos;
}

/// None when the header does not name the coding.
enum class Said { Nothing, Yes, No };
Said said_of(std::string_view header, std::string_view coding) {
  for (const auto& each : split_any(header, ",")) {
    const auto end = std::min(each.find(';'), each.size());
    if (trim(each.substr(0, end)) != coding) continue;
    return is_refused(std::string_view(each).substr(end)) ? Said::No : Said::Yes;
  }
  return Said::Nothing;
}

}  // namespace

bool accepts_gzip(const Request& request) {
  for (const auto header : request.header_values("Accept-Encoding")) {
    const auto gzip_said = said_of(header, "gzip");
    if (gzip_said != Said::Nothing) return gzip_said == Said::Yes;
    if (said_of(header, "*") == Said::Yes) return true;
  }
  return false;
}

std::string gzip(std::string_view bytes, Effort effort) {
  constexpr int kGzipFormat = 15 + 16;
  constexpr int kMemory = 8;
  z_stream stream{};
  const int level = effort == Effort::Best ? Z_BEST_COMPRESSION : 5;
  GUATU_REQUIRE(deflateInit2(&stream, level, Z_DEFLATED, kGzipFormat, kMemory, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int ended = deflate(&stream, Z_FINISH);
  packed.resize(packed.size() - stream.avail_out);
  deflateEnd(&stream);
  GUATU_REQUIRE(ended == Z_STREAM_END);
  return packed;
}

}  // namespace guatu::http
