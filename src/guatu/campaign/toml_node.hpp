#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/values/date.hpp"

/// A TOML document as plain values with line numbers. Keeps the parser, slow to compile, in one source.
namespace guatu::campaign {

struct TomlNode {
  using Array = std::vector<TomlNode>;
  using Table = std::map<std::string, TomlNode, std::less<>>;
  std::variant<std::monostate, std::string, std::int64_t, bool, Date, Array, Table> value;
  std::size_t line = 0;
};

/// Errors: InvalidInput, "file:line" as subject.
[[nodiscard]] Result<TomlNode> parse_toml(std::string_view text, const std::string& file);

/// Faults of all files, in order of finding.
struct Faults {
  std::vector<Bilingual> list;
  void add(const std::string& place, const std::string& zh, const std::string& en) { list.push_back({place + "：" + zh, place + ": " + en}); }
};

/// Reads one table strictly: every key is asked for once; what nobody asked for is a fault at `finish`.
class TableReader {
 public:
  TableReader(const TomlNode& node, std::string file, Faults& faults);

  [[nodiscard]] std::string text(std::string_view key);                     ///< Must be there.
  [[nodiscard]] std::string text_or(std::string_view key, std::string_view fallback);
  [[nodiscard]] std::int64_t number_or(std::string_view key, std::int64_t fallback);
  [[nodiscard]] bool flag(std::string_view key);                            ///< False when absent.
  [[nodiscard]] Date day(std::string_view key);                             ///< Must be there.
  [[nodiscard]] std::optional<Date> find_day(std::string_view key);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);       ///< None when absent.
  [[nodiscard]] std::vector<Date> days(std::string_view key);
  /// Tables of an array, or of one table; none when absent.
  [[nodiscard]] std::vector<TableReader> tables(std::string_view key);
  [[nodiscard]] std::optional<TableReader> find_table(std::string_view key);
  /// A word of a closed list; the fault names the list.
  template <typename Value>
  [[nodiscard]] Value choice(std::string_view key, const std::vector<std::pair<std::string, Value>>& words, std::optional<Value> fallback = {}) {
    const auto* node = find(key);
    if (node == nullptr && fallback) return *fallback;
    const auto word = text(key);
    for (const auto& [name, value] : words)
      if (name == word) return value;
    std::string names;
    for (const auto& [name, value] : words) names += (names.empty() ? "" : " / ") + name;
    if (node != nullptr) fault(key, "“" + word + "”不在可选值中：" + names, "\"" + word + "\" is none of " + names);
    return words.front().second;
  }

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] std::string place() const;                      ///< "catalogue.toml:12" of the table.
  [[nodiscard]] std::string place_of(std::string_view key) const;
  void fault(std::string_view key, const std::string& zh, const std::string& en);
  /// Keys that nobody asked for are faults.
  void finish();

 private:
  [[nodiscard]] const TomlNode* find(std::string_view key);
  template <typename T>
  [[nodiscard]] const T* get(std::string_view key, const char* zh, const char* en);

  const TomlNode::Table* table_ = nullptr;
  std::size_t line_ = 0;
  std::string file_;
  Faults* faults_;
  std::vector<std::string> asked_;
};

}  // namespace guatu::campaign
