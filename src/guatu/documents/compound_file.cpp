#include "guatu/documents/compound_file.hpp"

#include <algorithm>

namespace guatu::documents {
namespace {

constexpr std::string_view kSignature("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
constexpr std::size_t kHeader = 512;
constexpr std::size_t kEntry = 128;
constexpr std::size_t kSmallSector = 64;
constexpr std::size_t kMostEntries = 2000;
constexpr std::uint32_t kLastSector = 0xFFFFFFFA;  // Larger numbers are marks.

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i)
    number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8U * i);
  return number;
}

std::string ascii_name(std::string_view utf16, std::size_t length) {
  std::string name;
  for (std::size_t i = 0; i + 1 < length; i += 2)
    name += utf16[i + 1] == 0 ? utf16[i] : '?';
  return name;
}

}  // namespace

std::optional<CompoundFile> CompoundFile::open(std::string_view bytes) {
  CompoundFile file(bytes);
  if (!file.read_header() || !file.read_directory()) return std::nullopt;
  return file;
}

bool CompoundFile::read_header() {
  constexpr std::size_t kTablesInHeader = 109;
  if (bytes_.size() < kHeader || !bytes_.starts_with(kSignature)) return false;
  const auto shift = number_at(bytes_, 30, 2);
  if (shift != 9 && shift != 12) return false;
  sector_size_ = 1U << shift;
  directory_sector_ = number_at(bytes_, 48, 4);
  smallest_stream_ = number_at(bytes_, 56, 4);
  small_table_sector_ = number_at(bytes_, 60, 4);
  for (std::size_t i = 0; i < kTablesInHeader; ++i)
    table_sectors_.push_back(number_at(bytes_, 76 + 4 * i, 4));
  // Files above seven megabytes name more tables in sectors of their own, the last number of each naming the next.
  const auto per_sector = sector_size_ / 4;
  auto more = number_at(bytes_, 68, 4);
  const auto most = bytes_.size() / sector_size_ / per_sector + 2;
  for (std::size_t i = 0; i < most && more < kLastSector; ++i) {
    const auto table = sector(more);
    for (std::uint32_t j = 0; j + 1 < per_sector && !table.empty(); ++j)
      table_sectors_.push_back(number_at(table, 4UL * j, 4));
    more = table.empty() ? kLastSector : number_at(table, 4UL * (per_sector - 1), 4);
  }
  return true;
}

bool CompoundFile::read_directory() {
  const auto directory = chain(directory_sector_, kMostEntries * kEntry);
  for (std::size_t at = 0; at + kEntry <= directory.size(); at += kEntry)
    add_entry(std::string_view(directory).substr(at, kEntry));
  return !entries_.empty() && entries_.front().name == "Root Entry";
}

void CompoundFile::add_entry(std::string_view entry) {
  constexpr std::size_t kNameBytes = 64;
  const auto name_bytes = number_at(entry, 64, 2);
  if (name_bytes < 2 || name_bytes > kNameBytes || entry[66] == 0) return;
  entries_.push_back({ascii_name(entry, name_bytes - 2), number_at(entry, 116, 4), number_at(entry, 120, 4)});
}

std::string_view CompoundFile::sector(std::uint32_t number) const {
  const auto at = (std::uint64_t{number} + 1) * sector_size_;
  return at < bytes_.size() ? bytes_.substr(at, sector_size_) : std::string_view{};
}

std::uint32_t CompoundFile::next_sector(std::uint32_t number) const {
  const auto per_sector = sector_size_ / 4;
  const auto table = number / per_sector;
  if (table >= table_sectors_.size()) return kLastSector;
  const auto entries = sector(table_sectors_[table]);
  return entries.size() == sector_size_ ? number_at(entries, 4UL * (number % per_sector), 4) : kLastSector;
}

/// No chain is longer than what is asked for, so a circle of sectors does no harm.
std::string CompoundFile::chain(std::uint32_t first, std::size_t most) const {
  std::string bytes;
  for (auto number = first; number < kLastSector && bytes.size() < most; number = next_sector(number)) {
    const auto piece = sector(number);
    if (piece.empty()) break;
    bytes += piece;
  }
  bytes.resize(std::min(bytes.size(), most));
  return bytes;
}

std::string CompoundFile::small_chain(std::uint32_t first, std::size_t most) const {
  const auto& root = entries_.front();
  const auto needed = static_cast<std::size_t>(std::min<std::uint64_t>(root.size, bytes_.size()));
  const auto store = chain(root.first_sector, needed);
  const auto table = chain(small_table_sector_, needed / kSmallSector * 4 + 4);
  std::string bytes;
  for (auto number = first; number < kLastSector && bytes.size() < most; number = number_at(table, 4UL * number, 4)) {
    if (std::size_t{number} * kSmallSector >= store.size() || 4UL * number + 4 > table.size()) break;
    bytes += std::string_view(store).substr(std::size_t{number} * kSmallSector, kSmallSector);
  }
  bytes.resize(std::min(bytes.size(), most));
  return bytes;
}

const CompoundFile::Entry* CompoundFile::find(std::string_view name) const {
  const auto found = std::ranges::find(entries_, name, &Entry::name);
  return found == entries_.end() ? nullptr : &*found;
}

bool CompoundFile::has(std::string_view name) const {
  return find(name) != nullptr;
}

std::string CompoundFile::begin_of(std::string_view name, std::size_t most) const {
  const auto* entry = find(name);
  if (entry == nullptr) return {};
  const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(most, entry->size));
  return entry->size < smallest_stream_ ? small_chain(entry->first_sector, wanted) : chain(entry->first_sector, wanted);
}

bool has_file_pass(std::string_view workbook_stream) {
  constexpr std::uint32_t kFilePass = 0x2F;
  constexpr std::uint32_t kEndOfGlobals = 0x0A;
  for (std::size_t at = 0; at + 4 <= workbook_stream.size(); at += 4 + number_at(workbook_stream, at + 2, 2)) {
    const auto record = number_at(workbook_stream, at, 2);
    if (record == kFilePass) return true;
    if (record == kEndOfGlobals) return false;
  }
  return false;
}

}  // namespace guatu::documents
