#include "guatu/documents/xlsx/zip_archive.hpp"

#include <algorithm>
#include <array>
#include <zip.h>

#include "guatu/documents/xlsx/read_failure.hpp"

namespace guatu::documents {
namespace {

constexpr std::size_t kPiece = 64 * 1024;

struct FileCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void ZipArchive::Closer::operator()(zip* archive) const {
  zip_discard(archive);
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const ReadLimits& limits) {
  if (bytes.size() > limits.archive_bytes) return too_large("文件超过 50 MB", "more than 50 MB");
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  auto* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  zip_error_fini(&error);
  if (archive == nullptr) {
    if (source != nullptr) zip_source_free(source);
    return damaged_file("压缩结构不完整", "its archive is broken");
  }
  ZipArchive opened(archive, limits);
  if (zip_get_num_entries(archive, 0) > limits.entries) return too_large("内部文件过多", "too many parts");
  return opened;
}

bool ZipArchive::has(const std::string& name) const {
  return zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::vector<std::string> ZipArchive::names() const {
  std::vector<std::string> names;
  const auto count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0);
        name != nullptr && !std::string_view(name).ends_with('/'))
      names.emplace_back(name);
  return names;
}

std::optional<Error> ZipArchive::limit_met(std::uint64_t part_bytes, std::uint64_t stored_bytes) const {
  if (inflated_ > limits_.inflated_bytes) return too_large("解压后超过 200 MB", "more than 200 MB when inflated");
  if (part_bytes > limits_.ratio_floor && part_bytes > limits_.ratio * std::max<std::uint64_t>(stored_bytes, 1))
    return too_large("压缩比异常，疑似压缩炸弹", "compressed out of proportion, as a bomb is");
  if (std::chrono::steady_clock::now() - started_ > limits_.time)
    return too_large("读取时间过长", "it takes too long to read");
  return std::nullopt;
}

Result<void> ZipArchive::stream(const std::string& name,
                                const std::function<Result<void>(std::string_view, bool)>& take) {
  const auto index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return damaged_file("缺少 " + name, name + " is missing");
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0) return damaged_file(name, name);
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) return encrypted_file();
  const std::unique_ptr<zip_file_t, FileCloser> file(
      zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0));
  if (!file) return damaged_file("无法读取 " + name, name + " cannot be read");
  std::array<char, kPiece> piece{};
  // What the header declares can only refuse sooner; whether it tells the truth is counted below.
  if (auto error = limit_met((stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0, stat.comp_size))
    return *std::move(error);
  std::uint64_t part_bytes = 0;
  for (;;) {
    const auto count = zip_fread(file.get(), piece.data(), piece.size());
    if (count < 0) return damaged_file(name + " 数据有误", "the data of " + name + " is broken");
    part_bytes += static_cast<std::uint64_t>(count);
    inflated_ += static_cast<std::uint64_t>(count);
    if (auto error = limit_met(part_bytes, stat.comp_size)) return *std::move(error);
    GUATU_CHECK(take({piece.data(), static_cast<std::size_t>(count)}, count == 0));
    if (count == 0) return {};
  }
}

Result<std::string> ZipArchive::read(const std::string& name) {
  std::string bytes;
  GUATU_CHECK(stream(name, [&](std::string_view piece, bool) -> Result<void> {
    bytes += piece;
    return {};
  }));
  return bytes;
}

}  // namespace guatu::documents
