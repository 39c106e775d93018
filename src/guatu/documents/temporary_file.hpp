#pragma once

#include <string>

#include "guatu/base/result.hpp"

namespace guatu::documents {

/// A file of its own in the system's temporary folder, gone when this goes.
class TemporaryFile {
 public:
  /// Errors: FileFailed.
  [[nodiscard]] static Result<TemporaryFile> create();
  TemporaryFile(TemporaryFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFile& operator=(TemporaryFile&&) = delete;
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] Result<std::string> read() const;

 private:
  explicit TemporaryFile(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

}  // namespace guatu::documents
