#include "tests/support/compound_builder.hpp"

#include <cstdint>

namespace guatu::test {
namespace {

constexpr std::uint32_t kEnd = 0xFFFFFFFE;
constexpr std::uint32_t kFree = 0xFFFFFFFF;
constexpr std::size_t kSector = 512;
constexpr std::size_t kSmall = 64;

void put(std::string& bytes, std::uint64_t number, int width) {
  for (int i = 0; i < width; ++i)
    bytes += static_cast<char>((number >> (8 * i)) & 0xFF);
}

std::string padded(std::string bytes, std::size_t unit) {
  bytes.resize((bytes.size() + unit - 1) / unit * unit, '\0');
  return bytes;
}

/// Appends bytes as a chain of units; gives its first number, kEnd for nothing.
std::uint32_t append_chain(std::string& store, std::vector<std::uint32_t>& table, const std::string& bytes,
                           std::size_t unit) {
  if (bytes.empty()) return kEnd;
  const auto first = static_cast<std::uint32_t>(table.size());
  store += padded(bytes, unit);
  while (table.size() < store.size() / unit)
    table.push_back(static_cast<std::uint32_t>(table.size() + 1));
  table.back() = kEnd;
  return first;
}

std::string table_bytes(const std::vector<std::uint32_t>& table) {
  std::string bytes;
  for (const auto number : table)
    put(bytes, number, 4);
  while (bytes.size() % kSector != 0)
    put(bytes, kFree, 4);
  return bytes;
}

std::string entry(const std::string& name, int kind, std::uint32_t first, std::size_t size) {
  std::string bytes;
  for (const char c : name) {
    bytes += c;
    bytes += '\0';
  }
  bytes.resize(64, '\0');
  put(bytes, 2 * (name.size() + 1), 2);
  bytes += static_cast<char>(kind);
  bytes.resize(116, '\0');
  put(bytes, first, 4);
  put(bytes, size, 8);
  return bytes;
}

}  // namespace

std::string make_compound(const std::vector<std::pair<std::string, std::string>>& streams) {
  std::string sectors;
  std::string small;
  std::vector<std::uint32_t> table;
  std::vector<std::uint32_t> small_table;
  std::string entries;
  for (const auto& [name, bytes] : streams) {
    const bool is_small = bytes.size() < 4096;
    const auto first =
        is_small ? append_chain(small, small_table, bytes, kSmall) : append_chain(sectors, table, bytes, kSector);
    entries += entry(name, 2, first, bytes.size());
  }
  const auto small_first = append_chain(sectors, table, small, kSector);
  const auto directory = entry("Root Entry", 5, small_first, small.size()) + entries;
  const auto directory_first = append_chain(sectors, table, directory, kSector);
  const auto small_table_first =
      append_chain(sectors, table, small_table.empty() ? std::string{} : table_bytes(small_table), kSector);
  const auto table_first = static_cast<std::uint32_t>(table.size());
  const auto table_sectors = (table.size() + 1 + kSector / 4 - 1) / (kSector / 4);
  for (std::size_t i = 0; i < table_sectors; ++i)
    table.push_back(0xFFFFFFFD);
  sectors += table_bytes(table);

  std::string header("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  header.resize(24, '\0');
  for (const auto number : {0x3E, 3, 0xFFFE, 9, 6})
    put(header, static_cast<std::uint64_t>(number), 2);
  header.resize(44, '\0');
  put(header, table_sectors, 4);
  put(header, directory_first, 4);
  put(header, 0, 4);
  put(header, 4096, 4);
  put(header, small_table_first, 4);
  put(header, small_table.empty() ? 0 : 1, 4);
  put(header, kEnd, 4);
  put(header, 0, 4);
  for (std::uint32_t i = 0; i < 109; ++i)
    put(header, i < table_sectors ? table_first + i : kFree, 4);
  return header + sectors;
}

std::string biff_record(unsigned number, const std::string& body) {
  std::string bytes;
  put(bytes, number, 2);
  put(bytes, body.size(), 2);
  return bytes + body;
}

}  // namespace guatu::test
