#include "guatu/app/campaign_folders.hpp"

#include <algorithm>
#include <fstream>

namespace guatu::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = "campaigns";

bool is_folder(const fs::path& path) {
  std::error_code code;
  return fs::is_directory(path, code);
}

void add_upwards(const fs::path& start, std::vector<fs::path>& folders) {
  for (auto at = start;; at = at.parent_path()) {
    if (const auto folder = at / kFolder; std::ranges::find(folders, folder) == folders.end())
      folders.push_back(folder);
    if (!at.has_relative_path()) return;
  }
}

/// The first word of `default`; empty when there is no such file.
std::string default_name(const fs::path& folder) {
  std::ifstream stream(folder / "default");
  std::string name;
  stream >> name;
  return name;
}

/// "x" of "x", "x/", "campaigns/x" and "./campaigns/x"; empty for any other path.
std::string shipped_name(const std::string& wanted) {
  auto path = fs::path(wanted).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  const auto above = path.parent_path();
  return path.filename() != ".." && (above.empty() || above == kFolder) ? path.filename().string() : std::string{};
}

Error not_found(const std::string& wanted, const std::vector<fs::path>& folders) {
  const auto what = wanted.empty()
                        ? Bilingual{"随程序提供的攻坚行动", "the shipped campaigns"}
                        : Bilingual{"攻坚行动目录“" + wanted + "”", "the campaign directory \"" + wanted + "\""};
  Error error{ErrorKind::FileFailed,
              {"找不到" + what.zh + "，请用 --campaign 写明目录，依次找过：",
               what.en + " cannot be found; name a directory with --campaign. Looked into:"},
              wanted,
              {}};
  for (const auto& folder : folders)
    error.reasons.push_back({folder.string(), folder.string()});
  return error;
}

}  // namespace

std::vector<fs::path> campaign_folders(const fs::path& working, const fs::path& program) {
  std::vector<fs::path> folders;
  add_upwards(working, folders);
  add_upwards(program.parent_path(), folders);
  folders.push_back(program.parent_path().parent_path() / "share" / "guatu" / kFolder);
  return folders;
}

Result<std::string> find_campaign_directory(const std::string& wanted, const std::vector<fs::path>& folders) {
  std::error_code code;
  if (!wanted.empty() && fs::exists(wanted, code)) return wanted;
  const auto name = shipped_name(wanted);
  if (!wanted.empty() && name.empty()) return not_found(wanted, {fs::path(wanted)});
  for (const auto& folder : folders) {
    const auto chosen = wanted.empty() ? default_name(folder) : name;
    if (!chosen.empty() && is_folder(folder / chosen)) return (folder / chosen).string();
  }
  return not_found(wanted, folders);
}

Result<std::string> find_campaign_directory(const std::string& wanted) {
  std::error_code code;
  const auto program = fs::read_symlink("/proc/self/exe", code);
  return find_campaign_directory(wanted, campaign_folders(fs::current_path(code), program));
}

}  // namespace guatu::app
