#include "guatu/app/web_folder.hpp"

#include <vector>

namespace guatu::app {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> usual_folders(const fs::path& program) {
  const auto beside = program.parent_path();
  std::vector<fs::path> folders{beside / "web", beside.parent_path() / "share" / "guatu" / "web"};
  for (auto at = beside; at.has_relative_path(); at = at.parent_path())
    folders.push_back(at / "web" / "dist");
  return folders;
}

}  // namespace

std::string web_folder(const std::string& asked, const fs::path& program) {
  if (asked == "none") return {};
  if (!asked.empty()) return asked;
  std::error_code code;
  for (const auto& folder : usual_folders(program))
    if (fs::is_regular_file(folder / "index.html", code)) return folder.string();
  return {};
}

}  // namespace guatu::app
