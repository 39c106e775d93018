#include "guatu/access/password_rule.hpp"

#include <algorithm>
#include <set>

#include "guatu/base/text.hpp"

namespace guatu::access {
namespace {

constexpr std::size_t kShortest = 10;
constexpr std::size_t kShortestPhrase = 16;  ///< Long enough whatever it is made of.
constexpr std::size_t kLongest = 200;
constexpr std::size_t kFewestLetters = 5;  ///< Different ones.
constexpr std::size_t kKinds = 3;

constexpr std::string_view kTriedFirst[] = {"password",  "passw0rd", "p@ssw0rd", "123456789", "12345678", "qwerty",
                                            "1qaz2wsx",  "admin123", "abcd1234", "iloveyou",  "guatu",    "chifeng",
                                            "987654321", "asdfgh",   "11111111", "00000000"};

std::string lower(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return small;
}

std::size_t kinds_of(const std::u32string& letters) {
  std::set<int> kinds;
  for (const auto c : letters)
    kinds.insert(c >= U'a' && c <= U'z' ? 0 : c >= U'A' && c <= U'Z' ? 1 : c >= U'0' && c <= U'9' ? 2 : 3);
  return kinds.size();
}

}  // namespace

std::vector<Bilingual> password_objections(std::string_view password, std::string_view account) {
  std::vector<Bilingual> objections;
  const auto letters = code_points(password);
  const auto small = lower(password);
  if (letters.size() < kShortest || letters.size() > kLongest)
    objections.push_back({"密码应为 10 至 200 个字符", "a password has 10 to 200 characters"});
  if (letters.size() < kShortestPhrase && kinds_of(letters) < kKinds)
    objections.push_back(
        {"不足 16 个字符的密码须含大写字母、小写字母、数字、其他符号中的三类",
         "a password under 16 characters has three of: capital letters, small letters, digits, marks"});
  if (std::set<char32_t>(letters.begin(), letters.end()).size() < kFewestLetters)
    objections.push_back({"密码至少要有 5 个不同的字符", "a password has at least 5 different characters"});
  if (!account.empty() && contains(small, lower(account)))
    objections.push_back({"密码不能含有账号名", "a password does not hold the name of its account"});
  const bool common = std::ranges::any_of(
      kTriedFirst, [&](std::string_view each) { return contains(small, each) && small.size() < each.size() + 6; });
  if (common)
    objections.push_back({"这个密码太常见，请换一个", "everybody tries this password first; choose another one"});
  return objections;
}

}  // namespace guatu::access
