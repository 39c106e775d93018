#include "guatu/usecases/sample/sample_codes.hpp"

#include <fmt/format.h>

#include "guatu/base/contract.hpp"
#include "guatu/values/codes.hpp"

namespace guatu::usecases {
namespace {

constexpr int kSerials = 100'000;

std::string six_digits(std::string_view region) {
  const bool digits = region.size() == 6 && region.find_first_not_of("0123456789") == std::string_view::npos;
  return digits ? std::string(region) : "000000";
}

/// `text` with the one last character out of `alphabet` that `good` accepts.
template <typename Good>
std::string with_check(const std::string& text, std::string_view alphabet, Good good) {
  for (const char c : alphabet)
    if (auto whole = text + c; good(whole)) return whole;
  return text;
}

}  // namespace

std::string sample_project_code(std::string_view year_month, std::string_view region, int serial) {
  GUATU_REQUIRE(0 <= serial && serial < kSerials);
  const auto text = fmt::format("{}-{}-04-01-{:05}", year_month, six_digits(region), kSerials - 1 - serial);
  return with_check(text, "0123456789",
                    [](const std::string& code) { return read_project_code(code).check == CodeCheck::Good; });
}

std::string sample_credit_code(std::string_view region, int serial) {
  GUATU_REQUIRE(0 <= serial && serial < kSerials);
  const auto organisation = with_check(fmt::format("MAX{:05}", serial), "0123456789X", [](const std::string& code) {
    constexpr int kWeights[] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 8; ++i)
      sum += kWeights[i] * (code[i] <= '9' ? code[i] - '0' : code[i] - 'A' + 10);
    return (11 - sum % 11) % 11 == (code[8] == 'X' ? 10 : code[8] - '0');
  });
  return with_check(fmt::format("91{}{}", six_digits(region), organisation), "0123456789ABCDEFGHJKLMNPQRTUWXY",
                    [](const std::string& code) { return check_credit_code(code) == CodeCheck::Good; });
}

}  // namespace guatu::usecases
