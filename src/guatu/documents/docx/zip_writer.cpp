#include "guatu/documents/docx/zip_writer.hpp"

#include <zip.h>

namespace guatu::documents {
namespace {

constexpr zip_uint16_t kFirstOfJanuary1980 = 33;  // DOS date: year 0, month 1, day 1.

Error failed() {
  return make_error(ErrorKind::FileFailed, "docx", "文档无法写出", "the document cannot be written");
}

bool add_entry(zip_t* archive, const std::string& name, const std::string& bytes) {
  auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  if (source == nullptr) return false;
  const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto entry = static_cast<zip_uint64_t>(index);
  return zip_set_file_compression(archive, entry, ZIP_CM_DEFLATE, 6) == 0 &&
         zip_file_set_dostime(archive, entry, 0, kFirstOfJanuary1980, 0) == 0;
}

}  // namespace

Result<std::string> ZipWriter::finish() const {
  zip_error_t error;
  zip_error_init(&error);
  auto* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (buffer == nullptr) return failed();
  zip_source_keep(buffer);
  auto* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  if (archive == nullptr) return failed();
  bool good = true;
  for (const auto& [name, bytes] : entries_)
    good = good && add_entry(archive, name, bytes);
  good = good && zip_close(archive) == 0;
  if (!good) zip_discard(archive);
  std::string result;
  if (good && zip_source_open(buffer) == 0) {
    zip_source_seek(buffer, 0, SEEK_END);
    result.resize(static_cast<std::size_t>(zip_source_tell(buffer)));
    zip_source_seek(buffer, 0, SEEK_SET);
    good = zip_source_read(buffer, result.data(), result.size()) == static_cast<zip_int64_t>(result.size());
    zip_source_close(buffer);
  }
  zip_source_free(buffer);
  if (!good || result.empty()) return failed();
  return result;
}

}  // namespace guatu::documents
