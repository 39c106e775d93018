#include "guatu/base/pinyin.hpp"

#include <unicode/translit.h>
#include <unordered_map>

#include "guatu/base/text.hpp"

namespace guatu {
namespace {

bool is_letter_or_digit(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

/// The first letter or digit of a reading; 0 when it has none.
char first_of(const icu::UnicodeString& reading) {
  for (int32_t i = 0; i < reading.length(); ++i)
    if (is_letter_or_digit(reading.charAt(i))) return static_cast<char>(reading.charAt(i));
  return 0;
}

}  // namespace

struct PinyinInitials::Hidden {
  std::unique_ptr<icu::Transliterator> reader;
  std::unordered_map<char32_t, char> known;

  char initial_of(char32_t c) {
    const auto [found, fresh] = known.emplace(c, 0);
    if (fresh && reader != nullptr) {
      icu::UnicodeString text(static_cast<UChar32>(c));
      reader->transliterate(text);
      found->second = first_of(text);
    }
    return found->second;
  }
};

PinyinInitials::PinyinInitials() : hidden_(std::make_unique<Hidden>()) {
  auto status = U_ZERO_ERROR;
  hidden_->reader.reset(
      icu::Transliterator::createInstance("NFKC; Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
}

PinyinInitials::~PinyinInitials() = default;

std::string PinyinInitials::of(std::string_view text) {
  std::string initials;
  for (const char32_t c : code_points(text))
    if (const char initial = hidden_->initial_of(c); initial != 0) initials += initial;
  return initials;
}

}  // namespace guatu
