#include "guatu/documents/work_folder.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace guatu::documents {

WorkFolder::WorkFolder() {
  std::error_code code;
  auto path = (std::filesystem::temp_directory_path(code) / "guatu-office-XXXXXX").string();
  if (!code && mkdtemp(path.data()) != nullptr) path_ = path;
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

bool write_bytes(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream stream(path, std::ios::binary);
  stream << bytes;
  stream.close();
  return !stream.fail();
}

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return std::move(bytes).str();
}

}  // namespace guatu::documents
