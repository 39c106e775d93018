#pragma once

#include <filesystem>
#include <string>

namespace guatu::documents {

/// A folder for one conversion, gone with everything in it when this goes.
class WorkFolder {
 public:
  WorkFolder();
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  /// Empty when the system's temporary folder cannot be used.
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// False when not every byte could be written.
[[nodiscard]] bool write_bytes(const std::filesystem::path& path, std::string_view bytes);
/// Empty when there is no such file.
[[nodiscard]] std::string read_bytes(const std::filesystem::path& path);

}  // namespace guatu::documents
