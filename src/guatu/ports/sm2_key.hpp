#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "guatu/base/result.hpp"

/// An SM2 key (GB/T 32918) with which the office signs the head of its ledger, so that a chain computed anew shows. The
/// private part lives in a file outside the store.
namespace guatu::ports {

class Sm2Key {
 public:
  [[nodiscard]] static Sm2Key make();
  /// A private or a public key in PEM. Errors: InvalidInput naming `source`.
  [[nodiscard]] static Result<Sm2Key> parse(std::string_view pem, const std::string& source);

  [[nodiscard]] bool can_sign() const { return can_sign_; }
  [[nodiscard]] std::string private_pem() const;  ///< Contract: can_sign().
  [[nodiscard]] std::string public_pem() const;
  /// SM3 of the public key (SubjectPublicKeyInfo, DER): 64 hex digits.
  [[nodiscard]] std::string fingerprint() const;

  /// With SM3 and the default id of GB/T 35276, "1234567812345678": the DER signature as hex digits. Contract: can_sign().
  [[nodiscard]] std::string sign(std::string_view bytes) const;
  [[nodiscard]] bool verifies(std::string_view bytes, std::string_view signature) const;

 private:
  Sm2Key(std::shared_ptr<void> key, bool can_sign) : key_(std::move(key)), can_sign_(can_sign) {}

  std::shared_ptr<void> key_;  ///< OpenSSL's EVP_PKEY.
  bool can_sign_;
};

}  // namespace guatu::ports
