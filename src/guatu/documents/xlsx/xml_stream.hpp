#pragma once

#include <string>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/documents/xlsx/zip_archive.hpp"

namespace guatu::documents {

/// Attributes of one element, found by local name ("id" finds "r:id" too).
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// Empty when absent.
  [[nodiscard]] std::string_view find(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;

 private:
  const char** pairs_;
};

/// What a part's reader is told. Names come without prefix. A refusal ends the parsing.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view piece) = 0;

  void refuse(Error error) {
    if (!refusal_) refusal_ = std::move(error);
  }
  [[nodiscard]] const std::optional<Error>& refusal() const { return refusal_; }

 private:
  std::optional<Error> refusal_;
};

/// Parses a part. DOCTYPE (entity bombs, external entities) and too deep nesting are refused.
[[nodiscard]] Result<void> parse_part(ZipArchive& archive, const std::string& name, XmlHandler& handler,
                                      const ReadLimits& limits);

}  // namespace guatu::documents
