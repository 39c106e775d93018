#include "guatu/intake/chinese_number.hpp"

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "guatu/intake/characters.hpp"

namespace guatu::intake {
namespace {

constexpr int kTen = 10;

std::optional<int> numeral(std::string_view character) {
  static constexpr std::array<std::pair<std::string_view, int>, 18> kNumerals{{{"〇", 0},
                                                                               {"○", 0},
                                                                               {"零", 0},
                                                                               {"一", 1},
                                                                               {"二", 2},
                                                                               {"两", 2},
                                                                               {"三", 3},
                                                                               {"四", 4},
                                                                               {"五", 5},
                                                                               {"六", 6},
                                                                               {"七", 7},
                                                                               {"八", 8},
                                                                               {"九", 9},
                                                                               {"十", 10},
                                                                               {"壹", 1},
                                                                               {"贰", 2},
                                                                               {"叁", 3},
                                                                               {"拾", 10}}};
  for (const auto& [text, value] : kNumerals)
    if (text == character) return value;
  return std::nullopt;
}

/// A run of numerals: digits one by one, or tens around 十.
std::string arabic(const std::vector<int>& run) {
  std::string text;
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (run[i] != kTen) {
      text += std::to_string(run[i]);
      continue;
    }
    if (i == 0) text += "1";
    const bool unit_follows = i + 1 < run.size() && run[i + 1] != kTen;
    if (!unit_follows) text += "0";
  }
  return text;
}

}  // namespace

std::string with_arabic_digits(std::string_view text) {
  std::string converted;
  std::vector<int> run;
  const auto offsets = character_offsets(text);
  for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
    const auto character = text.substr(offsets[i], offsets[i + 1] - offsets[i]);
    if (const auto value = numeral(character)) {
      run.push_back(*value);
      continue;
    }
    converted += arabic(run);
    run.clear();
    converted += character;
  }
  return converted + arabic(run);
}

}  // namespace guatu::intake
