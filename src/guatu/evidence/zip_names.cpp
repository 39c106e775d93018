#include "guatu/evidence/zip_names.hpp"

#include <algorithm>
#include <cstdint>

namespace guatu::evidence {
namespace {

constexpr std::string_view kEndMark{"PK\x05\x06", 4};
constexpr std::string_view kEntryMark{"PK\x01\x02", 4};
constexpr std::size_t kEndLength = 22;
constexpr std::size_t kEntryLength = 46;
constexpr std::size_t kLongestRemark = 0xFFFF;
constexpr std::size_t kMostFiles = 10'000;

std::size_t number_at(std::string_view bytes, std::size_t place, std::size_t width) {
  std::size_t number = 0;
  for (std::size_t i = width; i > 0; --i)
    number = number << 8U | static_cast<unsigned char>(bytes[place + i - 1]);
  return number;
}

/// Where the directory's end stands: behind it only a remark, as long as it says.
std::optional<std::size_t> find_end(std::string_view bytes) {
  if (bytes.size() < kEndLength) return std::nullopt;
  const auto least = bytes.size() - std::min(bytes.size(), kEndLength + kLongestRemark);
  for (auto place = bytes.rfind(kEndMark, bytes.size() - kEndLength); place != std::string_view::npos && place >= least;
       place = bytes.rfind(kEndMark, place - 1)) {
    if (place + kEndLength + number_at(bytes, place + 20, 2) == bytes.size()) return place;
    if (place == 0) break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<std::string_view>> zip_names(std::string_view bytes) {
  const auto end = find_end(bytes);
  if (!end) return std::nullopt;
  const auto count = number_at(bytes, *end + 10, 2);
  auto place = number_at(bytes, *end + 16, 4);
  if (count > kMostFiles) return std::nullopt;
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < count; ++i) {
    if (place > *end || *end - place < kEntryLength || bytes.substr(place, 4) != kEntryMark) return std::nullopt;
    const auto length = number_at(bytes, place + 28, 2);
    const auto more = number_at(bytes, place + 30, 2) + number_at(bytes, place + 32, 2);
    if (*end - place - kEntryLength < length + more) return std::nullopt;
    names.push_back(bytes.substr(place + kEntryLength, length));
    place += kEntryLength + length + more;
  }
  return names;
}

}  // namespace guatu::evidence
