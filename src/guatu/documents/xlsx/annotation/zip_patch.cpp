#include "guatu/documents/xlsx/annotation/zip_patch.hpp"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <zip.h>

#include "guatu/documents/xlsx/read_failure.hpp"

namespace guatu::documents {
namespace {

constexpr zip_uint16_t kFirstOfJanuary1980 = 33;  // DOS date: year 0, month 1, day 1.

struct SourceFreer {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, SourceFreer>;

Error failed() {
  return damaged_file("压缩结构无法改写", "its archive cannot be changed");
}

bool change_part(zip_t* archive, const std::string& name, const std::optional<std::string>& text) {
  const auto index = zip_name_locate(archive, name.c_str(), ZIP_FL_NOCASE);
  if (!text) return index < 0 || zip_delete(archive, static_cast<zip_uint64_t>(index)) == 0;
  auto* source = zip_source_buffer(archive, text->data(), text->size(), 0);
  if (source == nullptr) return false;
  auto entry = index;
  if (index < 0) {
    entry = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  } else if (zip_file_replace(archive, static_cast<zip_uint64_t>(index), source, 0) != 0) {
    entry = -1;
  }
  if (entry < 0) {
    zip_source_free(source);
    return false;
  }
  const auto changed = static_cast<zip_uint64_t>(entry);
  return zip_set_file_compression(archive, changed, ZIP_CM_DEFLATE, 6) == 0 &&
         zip_file_set_dostime(archive, changed, 0, kFirstOfJanuary1980, 0) == 0;
}

std::optional<std::string> bytes_of(zip_source_t* source) {
  if (zip_source_open(source) != 0) return std::nullopt;
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(std::max<zip_int64_t>(zip_source_tell(source), 0)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  const bool whole = zip_source_read(source, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size());
  zip_source_close(source);
  if (!whole || bytes.empty()) return std::nullopt;
  return bytes;
}

}  // namespace

Result<std::string> patch_zip(std::string_view bytes, const PartChanges& changes) {
  if (changes.empty()) return std::string(bytes);
  zip_error_t error;
  zip_error_init(&error);
  auto* copy = static_cast<char*>(std::malloc(bytes.size()));  // The archive is changed in place, and freed by libzip.
  if (copy == nullptr) return failed();
  std::memcpy(copy, bytes.data(), bytes.size());
  const Source buffer(zip_source_buffer_create(copy, bytes.size(), 1, &error));
  if (!buffer) {
    std::free(copy);
    return failed();
  }
  zip_source_keep(buffer.get());  // NOLINT(clang-analyzer-unix.Malloc): libzip frees the copy.
  auto* archive = zip_open_from_source(buffer.get(), 0, &error);
  zip_error_fini(&error);
  if (archive == nullptr) {
    zip_source_free(buffer.get());  // What was kept for the archive.
    return failed();
  }
  bool good = true;
  for (const auto& [name, text] : changes)
    good = good && change_part(archive, name, text);
  if (!good || zip_close(archive) != 0) {
    zip_discard(archive);
    return failed();
  }
  auto result = bytes_of(buffer.get());
  if (!result) return failed();
  return *std::move(result);
}

}  // namespace guatu::documents
