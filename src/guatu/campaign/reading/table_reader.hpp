#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guatu/campaign/reading/toml_node.hpp"

/// Reading a table strictly: every key is asked for, what nobody asked for is a fault, and so is every value of a wrong
/// type or outside its range. Reading goes on after a fault with a stand-in value; whoever has faults loads nothing.
namespace guatu::campaign {

/// The words of a closed list with what they mean.
template <typename Value, std::size_t N>
using Words = std::array<std::pair<const char*, Value>, N>;

struct Range {
  std::int64_t least, most;
};

struct PlacedText {
  std::string text;
  Place place;
};

class TableReader {
 public:
  TableReader(const TomlNode& node, std::string file, Faults& faults);

  [[nodiscard]] std::string text(std::string_view key);  ///< Must be there and not blank.
  [[nodiscard]] std::string text_or(std::string_view key, std::string_view fallback);
  [[nodiscard]] std::optional<std::string> find_text(std::string_view key);
  [[nodiscard]] std::int64_t number(std::string_view key, Range range);  ///< Must be there.
  [[nodiscard]] std::int64_t number_or(std::string_view key, std::int64_t fallback, Range range);
  [[nodiscard]] bool flag(std::string_view key);  ///< False when absent.
  [[nodiscard]] Date day(std::string_view key);   ///< Must be there.
  [[nodiscard]] std::optional<Date> find_day(std::string_view key);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);  ///< None when absent.
  [[nodiscard]] std::vector<PlacedText> placed_texts(std::string_view key);
  [[nodiscard]] std::vector<Date> days(std::string_view key);
  [[nodiscard]] std::vector<int> numbers(std::string_view key, Range range);
  [[nodiscard]] std::vector<TableReader> tables(std::string_view key);   ///< [[key]]; none when absent.
  [[nodiscard]] std::optional<TableReader> table(std::string_view key);  ///< [key]; must be there.

  template <typename Value, std::size_t N>
  [[nodiscard]] Value choice(std::string_view key, const Words<Value, N>& words) {
    const auto word = text(key);
    return word.empty() ? words.front().second : meaning(word, place_of(key), words).value_or(words.front().second);
  }
  template <typename Value, std::size_t N>
  [[nodiscard]] Value choice_or(std::string_view key, const Words<Value, N>& words, Value fallback) {
    const auto word = find_text(key);
    return word ? meaning(*word, place_of(key), words).value_or(fallback) : fallback;
  }
  template <typename Value, std::size_t N>
  [[nodiscard]] std::vector<Value> choices(std::string_view key, const Words<Value, N>& words) {
    std::vector<Value> chosen;
    for (const auto& word : placed_texts(key))
      if (const auto value = meaning(word.text, word.place, words)) chosen.push_back(*value);
    return chosen;
  }

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] const Place& place() const { return place_; }
  /// Of the key, or of the table when it lacks the key.
  [[nodiscard]] Place place_of(std::string_view key) const;
  /// "campaign.toml:31: KEY …"
  void fault(std::string_view key, const std::string& zh, const std::string& en);
  /// Keys that nobody asked for are faults, with the known key that looks most like them.
  void finish();

 private:
  template <typename T>
  [[nodiscard]] const T* get(std::string_view key, const char* zh, const char* en);
  template <typename T>
  [[nodiscard]] std::vector<std::pair<T, Place>> elements(std::string_view key, const char* zh, const char* en);
  void fault_word(const Place& place, const std::string& word, const std::vector<std::string>& words);

  template <typename Value, std::size_t N>
  std::optional<Value> meaning(const std::string& word, const Place& place, const Words<Value, N>& words) {
    std::vector<std::string> names;
    for (const auto& [name, value] : words) {
      if (word == name) return value;
      names.emplace_back(name);
    }
    fault_word(place, word, names);
    return std::nullopt;
  }

  const TomlNode::Table* table_ = nullptr;
  Place place_;
  Faults* faults_;
  std::vector<std::string> asked_;
};

}  // namespace guatu::campaign
