#include "guatu/values/codes.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <unicode/uchar.h>

#include "guatu/base/text.hpp"

namespace guatu {
namespace {

constexpr std::size_t kProjectDigits = 20;
constexpr std::size_t kLongestCode = 200;  // Bytes; longer text is prose and not worth normalising.
constexpr std::string_view kCreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::array<int, 17> kCreditWeights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits)
    value = value * 10 + (c - '0');
  return value;
}

std::string replaced(std::string text, std::string_view part, std::string_view instead) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + instead.size())) {
    text.replace(at, part.size(), instead);
  }
  return text;
}

/// Half-width, without white space, without any sort of hyphen.
std::string bare_code(std::string_view text) {
  std::string code = match_key(text);
  for (const std::string_view dash : {"-", "‐", "‒", "–", "—", "―", "−", "_", "ー", "─"})
    code = replaced(code, dash, "");
  return code;
}

/// ISO/IEC 7064 MOD 11,10.
bool project_check_holds(std::string_view digits) {
  int product = 10;
  for (const char c : digits.substr(0, kProjectDigits - 1)) {
    const int sum = (product + (c - '0')) % 10;
    product = 2 * (sum == 0 ? 10 : sum) % 11;
  }
  return (11 - product) % 10 == digits.back() - '0';
}

CodeCheck project_check(std::string_view digits) {
  const int year = value_of(digits.substr(0, 4));
  if (year >= 2016 && year <= 2020) return CodeCheck::OldFormat;  // As YYMM these would be months 16 to 20.
  const int month = value_of(digits.substr(2, 2));
  const bool sound = month >= 1 && month <= 12 && project_check_holds(digits);
  return sound ? CodeCheck::Good : CodeCheck::WrongCheckDigit;
}

/// The parts of "赤发改审字(2022)123号" after white space is gone and every bracket is round.
struct NumberParts {
  std::string_view issuer;
  std::string_view year;
  std::string_view serial;  ///< "123号"
};

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

/// Letters and bracketed letters only: a sentence that ends in a number is not a number.
bool is_issuer(std::string_view text) {
  constexpr std::size_t kLongestIssuer = 30;
  const std::u32string characters = code_points(text);
  if (characters.empty() || characters.size() > kLongestIssuer || !is_letter(characters.front())) return false;
  return std::all_of(characters.begin(), characters.end(),
                     [](char32_t c) { return is_letter(c) || c == U'(' || c == U')'; });
}

/// "123号", "第0123号", "123-1号".
bool is_serial(std::string_view text) {
  if (!text.ends_with("号")) return false;
  text.remove_suffix(std::string_view("号").size());
  if (text.starts_with("第")) text.remove_prefix(std::string_view("第").size());
  const auto hyphen = text.find('-');
  const std::string_view main = text.substr(0, hyphen);
  const std::string_view sub = hyphen == std::string_view::npos ? "1" : text.substr(hyphen + 1);
  const auto short_number = [](std::string_view part) {
    return !part.empty() && part.size() <= 6 && std::all_of(part.begin(), part.end(), is_digit);
  };
  return short_number(main) && short_number(sub);
}

std::string in_round_brackets(std::string_view text) {
  std::string plain = replaced(normalise(text), " ", "");
  for (const std::string_view open : {"【", "〔", "[", "「", "〖", "{", "<", "〈"})
    plain = replaced(plain, open, "(");
  for (const std::string_view close : {"】", "〕", "]", "」", "〗", "}", ">", "〉"})
    plain = replaced(plain, close, ")");
  return plain;
}

/// `plain` comes from `in_round_brackets`; the parts point into it.
std::optional<NumberParts> number_parts(std::string_view plain) {
  const auto close = plain.rfind(')');
  if (close == std::string_view::npos || close < 5 || plain[close - 5] != '(') return std::nullopt;
  const NumberParts parts{plain.substr(0, close - 5), plain.substr(close - 4, 4), plain.substr(close + 1)};
  if (!std::all_of(parts.year.begin(), parts.year.end(), is_digit)) return std::nullopt;
  if (value_of(parts.year) < 1949 || value_of(parts.year) > 2200) return std::nullopt;
  return is_serial(parts.serial) && is_issuer(parts.issuer) ? std::optional(parts) : std::nullopt;
}

/// Official papers write the brackets inside the issuer's word full-width: 林资许准（蒙）〔2022〕12号.
std::string issuer_text(std::string_view issuer) {
  return replaced(replaced(std::string(issuer), "(", "（"), ")", "）");
}

}  // namespace

ProjectCodeReading read_project_code(std::string_view text) {
  const std::string code = text.size() <= kLongestCode ? bare_code(text) : std::string();
  if (code.size() != kProjectDigits || !std::all_of(code.begin(), code.end(), is_digit)) {
    return {std::string(text), CodeCheck::NotACode};
  }
  const std::string_view digits = code;
  return {fmt::format("{}-{}-{}-{}-{}", digits.substr(0, 4), digits.substr(4, 6), digits.substr(10, 2),
                      digits.substr(12, 2), digits.substr(14)),
          project_check(digits)};
}

CodeCheck check_credit_code(std::string_view text) {
  std::string code = text.size() <= kLongestCode ? bare_code(text) : std::string();
  if (code.size() != kCreditWeights.size() + 1) return CodeCheck::NotACode;
  std::transform(code.begin(), code.end(), code.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  if (code.find_first_not_of(kCreditAlphabet) != std::string::npos) return CodeCheck::NotACode;
  int sum = 0;
  for (std::size_t i = 0; i < kCreditWeights.size(); ++i) {
    sum += kCreditWeights[i] * static_cast<int>(kCreditAlphabet.find(code[i]));
  }
  const auto expected = kCreditAlphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
  return code.back() == expected ? CodeCheck::Good : CodeCheck::WrongCheckDigit;
}

bool looks_like_document_number(std::string_view text) {
  return text.size() <= kLongestCode && number_parts(in_round_brackets(text)).has_value();
}

std::string normalise_document_number(std::string_view text) {
  if (text.size() > kLongestCode) return trim(text);
  const std::string plain = in_round_brackets(text);
  const auto parts = number_parts(plain);
  if (!parts) return trim(text);
  return fmt::format("{}〔{}〕{}", issuer_text(parts->issuer), parts->year, parts->serial);
}

}  // namespace guatu
