#include "guatu/json/personal_vault.hpp"

#include "guatu/base/contract.hpp"
#include "guatu/base/hex.hpp"
#include "guatu/ports/digest.hpp"

namespace guatu::json {
namespace {

constexpr std::size_t kSaltBytes = 32;

}  // namespace

PersonalVault::PersonalVault(const std::vector<ports::PersonalValue>& known, ports::Entropy* entropy)
    : entropy_(entropy) {
  for (const auto& personal : known) {
    digest_by_value_.emplace(personal.value, personal.digest);
    value_by_digest_.emplace(personal.digest, personal.value);
  }
}

std::string PersonalVault::digest_of(std::string_view value) {
  if (value.empty()) return {};
  if (const auto found = digest_by_value_.find(std::string(value)); found != digest_by_value_.end())
    return found->second;
  GUATU_REQUIRE(entropy_ != nullptr);
  ports::PersonalValue personal;
  personal.salt = to_hex(entropy_->random_bytes(kSaltBytes));
  personal.value = value;
  personal.digest = ports::sm3_hex(personal.salt + personal.value);
  digest_by_value_.emplace(personal.value, personal.digest);
  value_by_digest_.emplace(personal.digest, personal.value);
  fresh_.push_back(personal);
  return personal.digest;
}

std::string PersonalVault::value_of(std::string_view digest) const {
  if (digest.empty()) return {};
  const auto found = value_by_digest_.find(std::string(digest));
  return found != value_by_digest_.end() ? found->second : "（已清除）";
}

std::vector<ports::PersonalValue> PersonalVault::take_new() {
  return std::exchange(fresh_, {});
}

}  // namespace guatu::json
