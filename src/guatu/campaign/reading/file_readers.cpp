#include "guatu/campaign/reading/file_readers.hpp"

#include "guatu/base/contract.hpp"

namespace guatu::campaign {
namespace {

constexpr const char* kCodeLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

}  // namespace

std::string Places::read_code(TableReader& row, std::string_view key, const std::string& sort, Faults& faults) {
  auto code = row.text(key);
  if (code.empty()) return code;
  const auto place = row.place_of(key);
  if (code.find_first_not_of(kCodeLetters) != std::string::npos)
    row.fault(key, "只能用字母、数字、_ 和 -", "may hold letters, digits, _ and - only");
  const auto [found, fresh] = places_.emplace(std::pair(sort, code), place);
  if (!fresh)
    faults.add(place, "代码“" + code + "”重复，已用于 " + found->second.text(),
               "the code \"" + code + "\" is already used at " + found->second.text());
  return code;
}

void Places::note(const std::string& sort, const std::string& code, const Place& place) {
  places_.emplace(std::pair(sort, code), place);
}

const Place& Places::of(const std::string& sort, const std::string& code) const {
  const auto found = places_.find(std::pair(sort, code));
  GUATU_REQUIRE(found != places_.end());
  return found->second;
}

Bilingual read_bilingual(TableReader& row, const std::string& key) {
  auto zh = row.text(key);
  auto en = row.text_or(key + "_en", zh);
  return {std::move(zh), std::move(en)};
}

}  // namespace guatu::campaign
