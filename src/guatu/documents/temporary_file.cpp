#include "guatu/documents/temporary_file.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace guatu::documents {
namespace {

Error failed(const std::string& path) {
  return make_error(ErrorKind::FileFailed, path, "无法读写临时文件，请检查磁盘空间和临时目录权限",
                    "a temporary file cannot be used; check disk space and the temporary folder");
}

}  // namespace

Result<TemporaryFile> TemporaryFile::create() {
  std::error_code code;
  auto path = (std::filesystem::temp_directory_path(code) / "guatu-XXXXXX").string();
  const int descriptor = code ? -1 : mkstemp(path.data());
  if (descriptor < 0) return failed(path);
  close(descriptor);
  return TemporaryFile(path);
}

TemporaryFile::~TemporaryFile() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

Result<std::string> TemporaryFile::read() const {
  std::ifstream stream(path_, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  if (!stream || !bytes) return failed(path_);
  return std::move(bytes).str();
}

}  // namespace guatu::documents
