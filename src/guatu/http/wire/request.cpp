#include "guatu/http/wire/request.hpp"

#include <algorithm>

namespace guatu::http {
namespace {

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

}  // namespace

std::vector<std::string_view> Request::header_values(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const auto& [each, value] : headers)
    if (same_name(each, name)) values.emplace_back(value);
  return values;
}

}  // namespace guatu::http
