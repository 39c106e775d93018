#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/documents/xlsx/read_limits.hpp"

struct zip;

namespace guatu::documents {

/// A zip archive in memory, read in pieces under limits.
class ZipArchive {
 public:
  /// `bytes` must outlive the archive. Errors: read_failure's.
  [[nodiscard]] static Result<ZipArchive> open(std::string_view bytes, const ReadLimits& limits);
  ZipArchive(ZipArchive&&) noexcept = default;
  ZipArchive& operator=(ZipArchive&&) noexcept = default;

  [[nodiscard]] bool has(const std::string& name) const;
  /// Of every part, in the archive's order.
  [[nodiscard]] std::vector<std::string> names() const;
  /// Gives the part's bytes piece by piece; `take` may stop it by returning an error.
  /// Errors: damaged when it is missing or broken, too_large when a limit is met.
  [[nodiscard]] Result<void> stream(const std::string& name,
                                    const std::function<Result<void>(std::string_view piece, bool last)>& take);
  [[nodiscard]] Result<std::string> read(const std::string& name);

 private:
  struct Closer {
    void operator()(zip* archive) const;
  };
  ZipArchive(zip* archive, const ReadLimits& limits)
      : archive_(archive), limits_(limits), started_(std::chrono::steady_clock::now()) {}
  [[nodiscard]] std::optional<Error> limit_met(std::uint64_t part_bytes, std::uint64_t stored_bytes) const;

  std::unique_ptr<zip, Closer> archive_;
  ReadLimits limits_;
  std::chrono::steady_clock::time_point started_;
  std::uint64_t inflated_ = 0;
};

}  // namespace guatu::documents
