#include "guatu/app/files.hpp"

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace guatu::app {
namespace {

namespace fs = std::filesystem;

/// A hundred times what the shipped campaigns need.
constexpr std::uintmax_t kLargestCampaignFile = 4U << 20;

Error file_error(const std::string& path, const char* zh, const char* en, const std::string& why) {
  return make_error(ErrorKind::FileFailed, path, path + "：" + zh + "（" + why + "）",
                    path + ": " + en + " (" + why + ")");
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Result<void> add_files(const fs::path& folder, const std::string& prefix, const std::string& extension,
                       campaign::CampaignFiles& files) {
  std::error_code code;
  for (const auto& entry : fs::directory_iterator(folder, code)) {
    if (!entry.is_regular_file(code) || entry.path().extension() != extension) continue;
    if (entry.file_size(code) > kLargestCampaignFile || code)
      return file_error(entry.path().string(), "超过 4 MB，不是攻坚行动的文件",
                        "is larger than 4 MB; no file of a campaign is", "EFBIG");
    GUATU_TRY(auto text, read_file(entry.path().string()));
    files.emplace(prefix + entry.path().filename().string(), std::move(text));
  }
  return {};
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  std::error_code code;
  if (fs::is_directory(path, code)) return file_error(path, "是目录，不是文件", "is a folder, not a file", "EISDIR");
  if (fs::exists(path, code) && !fs::is_regular_file(path, code))
    return file_error(path, "不是普通文件", "is no ordinary file", "EINVAL");
  std::ifstream stream(path, std::ios::binary);
  if (!stream)
    return file_error(path, "无法打开，请核对路径和权限", "cannot be opened; check path and rights",
                      std::strerror(errno));
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  if (stream.bad() || bytes.bad()) return file_error(path, "读取中断", "reading failed", std::strerror(errno));
  return std::move(bytes).str();
}

namespace {

constexpr ::mode_t kOrdinary = 0644;
constexpr ::mode_t kPrivate = 0600;

Result<void> write_with_rights(const std::string& path, std::string_view bytes, ::mode_t rights) {
  std::error_code code;
  const fs::path target(path);
  if (target.has_parent_path()) fs::create_directories(target.parent_path(), code);
  if (code) return file_error(path, "无法建立目录", "the folder cannot be made", code.message());
  const auto beside = path + ".partial";
  const int descriptor = ::open(beside.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, rights);
  if (descriptor < 0)
    return file_error(path, "无法写入，请核对权限和磁盘空间", "cannot be written; check rights and disk space",
                      std::strerror(errno));
  const bool whole = write_all(descriptor, bytes) && ::fsync(descriptor) == 0;
  const std::string why = whole ? "" : std::strerror(errno);
  ::close(descriptor);
  if (whole) fs::rename(beside, target, code);
  if (whole && !code) return {};
  std::error_code ignored;
  fs::remove(beside, ignored);
  return file_error(path, "无法写入，请核对权限和磁盘空间", "cannot be written; check rights and disk space",
                    whole ? code.message() : why);
}

}  // namespace

Result<void> write_file(const std::string& path, std::string_view bytes) {
  return write_with_rights(path, bytes, kOrdinary);
}

Result<void> write_new_private_file(const std::string& path, std::string_view bytes) {
  std::error_code code;
  if (fs::exists(path, code))
    return make_error(ErrorKind::Refused, path, path + " 已存在，不覆盖；请换一个文件名",
                      path + " exists and is not written over; choose another name");
  return write_with_rights(path, bytes, kPrivate);
}

Result<campaign::CampaignFiles> read_campaign_directory(const std::string& directory) {
  campaign::CampaignFiles files;
  std::error_code code;
  if (!fs::is_directory(directory, code)) return file_error(directory, "不是目录", "is not a folder", "ENOTDIR");
  GUATU_CHECK(add_files(directory, "", ".toml", files));
  GUATU_CHECK(add_files(fs::path(directory) / "papers", "papers/", ".docx", files));
  if (files.empty())
    return make_error(ErrorKind::InvalidInput, directory, directory + " 中没有 .toml 文件，不是攻坚行动目录",
                      directory + " holds no .toml file; it is no campaign directory");
  return files;
}

Result<std::string> find_program(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    const auto candidate = folder + "/" + program;
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return make_error(ErrorKind::NotFound, program, program + " 未安装", program + " is not installed");
}

}  // namespace guatu::app
