#include "guatu/json/personal_vault.hpp"

#include <utility>

#include "guatu/base/contract.hpp"
#include "guatu/base/hex.hpp"
#include "guatu/ports/digest.hpp"

namespace guatu::json {
namespace {

constexpr std::size_t kSaltBytes = 32;

}  // namespace

void PersonalVault::Values::add(const ports::PersonalValue& personal) {
  digest_by_value.emplace(personal.value, personal.digest);
  value_by_digest.emplace(personal.digest, personal.value);
}

PersonalVault::PersonalVault(const std::vector<ports::PersonalValue>& known, ports::Entropy* entropy)
    : entropy_(entropy) {
  learn(known);
}

void PersonalVault::learn(const std::vector<ports::PersonalValue>& values) {
  if (values.empty()) return;
  auto more = std::make_shared<Values>(*known_);
  for (const auto& personal : values)
    more->add(personal);
  known_ = std::move(more);
}

std::string PersonalVault::digest_of(std::string_view value) {
  if (value.empty()) return {};
  for (const auto* values : {known_.get(), &std::as_const(own_)})
    if (const auto found = values->digest_by_value.find(std::string(value)); found != values->digest_by_value.end())
      return found->second;
  GUATU_REQUIRE(entropy_ != nullptr);
  ports::PersonalValue personal;
  personal.salt = to_hex(entropy_->random_bytes(kSaltBytes));
  personal.value = value;
  personal.digest = ports::sm3_hex(personal.salt + personal.value);
  own_.add(personal);
  fresh_.push_back(personal);
  return personal.digest;
}

std::string PersonalVault::value_of(std::string_view digest) const {
  if (digest.empty()) return {};
  for (const auto* values : {known_.get(), &own_})
    if (const auto found = values->value_by_digest.find(std::string(digest)); found != values->value_by_digest.end())
      return found->second;
  return "（已清除）";
}

std::vector<ports::PersonalValue> PersonalVault::take_new() {
  return std::exchange(fresh_, {});
}

}  // namespace guatu::json
