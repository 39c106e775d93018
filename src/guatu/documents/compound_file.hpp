#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The container of old office files (.xls, .et, .doc, .wps): a small file system inside a file. Only as much is read as
/// tells what the file is. Source: [MS-CFB] 2.1–2.6.
namespace guatu::documents {

class CompoundFile {
 public:
  /// `bytes` must outlive it. Empty when it is no such container or its directory is broken.
  [[nodiscard]] static std::optional<CompoundFile> open(std::string_view bytes);

  /// A stream or storage of this name (ASCII), anywhere in the container.
  [[nodiscard]] bool has(std::string_view name) const;
  /// The first `most` bytes of a stream, fewer where it is shorter or broken. Cost: O(most).
  [[nodiscard]] std::string begin_of(std::string_view name, std::size_t most) const;

 private:
  struct Entry {
    std::string name;
    std::uint32_t first_sector = 0;
    std::uint64_t size = 0;
  };

  explicit CompoundFile(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool read_header();
  [[nodiscard]] bool read_directory();
  void add_entry(std::string_view entry);
  [[nodiscard]] std::string_view sector(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t next_sector(std::uint32_t number) const;
  [[nodiscard]] const Entry* find(std::string_view name) const;
  [[nodiscard]] std::string chain(std::uint32_t first, std::size_t most) const;
  [[nodiscard]] std::string small_chain(std::uint32_t first, std::size_t most) const;

  std::string_view bytes_;
  std::uint32_t sector_size_ = 512;
  std::uint32_t directory_sector_ = 0;
  std::uint32_t small_table_sector_ = 0;
  std::uint32_t smallest_stream_ = 4096;      ///< Smaller ones lie in the root's stream, in pieces of 64 bytes.
  std::vector<std::uint32_t> table_sectors_;  ///< Where the allocation table stands.
  std::vector<Entry> entries_;                ///< The first is the root.
};

/// An old workbook (a "Workbook" or "Book" stream) that was saved with a password: its stream holds a FILEPASS record.
/// Source: [MS-XLS] 2.4.117.
[[nodiscard]] bool has_file_pass(std::string_view workbook_stream);

}  // namespace guatu::documents
