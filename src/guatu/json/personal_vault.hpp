#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "guatu/ports/store.hpp"

/// Personal values stand outside the chain: bodies hold only SM3(salt ‖ value), the vault knows what it stands for.
/// Source: rules 3, "personal data enters the chain as a salted digest, so that it can be erased".
namespace guatu::json {

/// Copies share what was known when they were made.
class PersonalVault {
 public:
  PersonalVault() = default;
  /// `known`: everything the store still has. `entropy` gives salts for new values; it must outlive the vault.
  PersonalVault(const std::vector<ports::PersonalValue>& known, ports::Entropy* entropy);

  /// The digest that stands for `value`; a new salt is drawn the first time. Empty for an empty value.
  [[nodiscard]] std::string digest_of(std::string_view value);
  /// The value behind a digest; "（已清除）" when it has been erased, empty for an empty digest.
  [[nodiscard]] std::string value_of(std::string_view digest) const;
  /// Values first seen by this vault, to be written with the commit; forgets them.
  [[nodiscard]] std::vector<ports::PersonalValue> take_new();

  /// From now on the store has these too.
  void learn(const std::vector<ports::PersonalValue>& values);
  /// Gives salts from now on.
  void set_entropy(ports::Entropy* entropy) { entropy_ = entropy; }

 private:
  struct Values {
    std::unordered_map<std::string, std::string> digest_by_value, value_by_digest;
    void add(const ports::PersonalValue& personal);
  };

  std::shared_ptr<const Values> known_ = std::make_shared<const Values>();
  Values own_;  ///< First seen by this vault.
  std::vector<ports::PersonalValue> fresh_;
  ports::Entropy* entropy_ = nullptr;
};

}  // namespace guatu::json
