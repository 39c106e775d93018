#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

/// Identifiers that cannot be confused with each other: one distinct type per tag, text inside.
namespace guatu {

template <typename Tag>
class StrongId {
 public:
  StrongId() = default;
  explicit StrongId(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }

  friend bool operator==(const StrongId&, const StrongId&) = default;
  friend auto operator<=>(const StrongId&, const StrongId&) = default;

 private:
  std::string text_;
};

}  // namespace guatu

template <typename Tag>
struct std::hash<guatu::StrongId<Tag>> {
  std::size_t operator()(const guatu::StrongId<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text()); }
};
