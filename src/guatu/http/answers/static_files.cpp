#include "guatu/http/answers/static_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "guatu/http/wire/compression.hpp"
#include "guatu/ports/digest.hpp"

namespace guatu::http {
namespace {

namespace fs = std::filesystem;

std::string type_of(const fs::path& path) {
  static const std::map<std::string, std::string> kTypes{{".html", kHtmlType},
                                                         {".js", "text/javascript; charset=utf-8"},
                                                         {".css", "text/css; charset=utf-8"},
                                                         {".json", kJsonType},
                                                         {".svg", "image/svg+xml"},
                                                         {".png", "image/png"},
                                                         {".ico", "image/x-icon"},
                                                         {".woff2", "font/woff2"},
                                                         {".txt", kPlainType},
                                                         {".webp", "image/webp"},
                                                         {".jpg", "image/jpeg"},
                                                         {".webmanifest", "application/manifest+json"},
                                                         {".map", "application/json"}};
  const auto found = kTypes.find(path.extension().string());
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

Error unreadable(const std::string& path, const std::string& why) {
  return make_error(ErrorKind::FileFailed, path, path + "：网页文件读不出来（" + why + "）",
                    path + ": the page's files cannot be read (" + why + ")");
}

Result<std::string> read_all(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  if (stream && stream.peek() != std::ifstream::traits_type::eof()) bytes << stream.rdbuf();
  if (!stream.is_open() || stream.bad()) return unreadable(path.string(), "check its rights");
  return std::move(bytes).str();
}

bool is_hidden(const fs::path& relative) {
  for (const auto& part : relative)
    if (part.string().starts_with('.')) return true;
  return false;
}

bool is_text(const std::string& type) {
  for (const auto* mark : {"text/", "javascript", "json", "svg"})
    if (type.find(mark) != std::string::npos) return true;
  return false;
}

StaticFile make_file(const fs::path& relative, std::string bytes) {
  StaticFile file{type_of(relative), "\"" + ports::sm3_hex(bytes).substr(0, 32) + "\"",
                  std::make_shared<const std::string>(std::move(bytes)), nullptr, false};
  file.immutable = relative.begin()->string() == "assets";
  return file;
}

}  // namespace

void StaticFiles::pair_siblings() {
  constexpr std::string_view kEnding = ".gz";
  for (auto at = files_.begin(); at != files_.end();) {
    const auto& [name, file] = *at;
    const auto whole =
        name.ends_with(kEnding) ? files_.find(name.substr(0, name.size() - kEnding.size())) : files_.end();
    if (whole != files_.end()) whole->second.packed = file.bytes;
    at = whole != files_.end() ? files_.erase(at) : std::next(at);
  }
  for (auto& [name, file] : files_)
    if (file.packed == nullptr && is_text(file.type) && file.bytes->size() > kWorthCompressing)
      file.packed = std::make_shared<const std::string>(gzip(*file.bytes, Effort::Best));
}

Result<StaticFiles> StaticFiles::load(const std::string& folder) {
  StaticFiles files;
  std::error_code code;
  std::size_t total = 0;
  for (fs::recursive_directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
    const auto relative = at->path().lexically_relative(folder);
    if (at->is_symlink(code) || !at->is_regular_file(code) || is_hidden(relative)) continue;
    GUATU_TRY(auto bytes, read_all(at->path()));
    total += bytes.size();
    if (total > kLimit) return unreadable(folder, "more than 64 MiB");
    files.files_.emplace(relative.generic_string(), make_file(relative, std::move(bytes)));
  }
  if (code) return unreadable(folder, code.message());
  files.pair_siblings();
  return files;
}

const StaticFile* StaticFiles::find(const std::vector<std::string>& path) const {
  std::string joined;
  for (const auto& part : path) {
    if (part.find('/') != std::string::npos) return nullptr;
    joined += (joined.empty() ? "" : "/") + part;
  }
  const auto found = files_.find(path.empty() ? "index.html" : joined);
  return found == files_.end() ? nullptr : &found->second;
}

const StaticFile* StaticFiles::find_view(const std::vector<std::string>& path) const {
  static constexpr std::string_view kTaken[] = {"api", "assets", "healthz", "readyz", "metrics"};
  if (path.empty() || std::ranges::find(kTaken, path.front()) != std::end(kTaken)) return nullptr;
  for (const auto& part : path)
    if (part.find_first_of("./\\") != std::string::npos) return nullptr;
  return find({});
}

}  // namespace guatu::http
