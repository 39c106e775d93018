#include "guatu/app/machine.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace guatu::app {
namespace {

namespace fs = std::filesystem;

Error unreadable(const std::string& path, const std::string& why) {
  return make_error(ErrorKind::FileFailed, path, path + "：无法查看（" + why + "）",
                    path + ": cannot be looked at (" + why + ")");
}

Result<cli::FileFacts> facts_of(const std::string& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) return unreadable(path, std::strerror(errno));
  cli::FileFacts facts{path, status.st_size, status.st_mtim.tv_sec, (status.st_mode & S_IROTH) != 0, false, 0};
  const auto folder = fs::absolute(path).parent_path();
  facts.can_be_written = ::access(path.c_str(), W_OK) == 0 && ::access(folder.c_str(), W_OK) == 0;
  std::error_code code;
  if (const auto space = fs::space(folder, code); !code) facts.free_bytes = static_cast<std::int64_t>(space.available);
  // Who may not enter the folder cannot read the file either.
  struct stat above{};
  if (::stat(folder.c_str(), &above) == 0 && (above.st_mode & S_IXOTH) == 0) facts.others_can_read = false;
  return facts;
}

Result<std::vector<cli::FileFacts>> list_folder(const std::string& folder) {
  std::vector<cli::FileFacts> files;
  std::error_code code;
  for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
    if (!at->is_regular_file(code)) continue;
    GUATU_TRY(auto facts, facts_of(at->path().string()));
    files.push_back(std::move(facts));
  }
  if (code) return unreadable(folder, code.message());
  std::ranges::sort(files, {}, &cli::FileFacts::path);
  return files;
}

}  // namespace

cli::Machine this_machine(std::function<std::string(const std::string& url)> path_of) {
  cli::Machine machine;
  machine.list_folder = list_folder;
  machine.environment = [](const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::string{} : std::string(value);
  };
  machine.find_store_file = [path_of =
                                 std::move(path_of)](const std::string& url) -> Result<std::optional<cli::FileFacts>> {
    const auto path = path_of(url);
    if (path.empty()) return std::optional<cli::FileFacts>{};
    GUATU_TRY(auto facts, facts_of(path));
    return std::optional(std::move(facts));
  };
  return machine;
}

}  // namespace guatu::app
