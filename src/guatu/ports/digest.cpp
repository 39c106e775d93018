#include "guatu/ports/digest.hpp"

#include <array>
#include <openssl/evp.h>

#include "guatu/base/contract.hpp"

namespace guatu::ports {

std::string sm3_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  static EVP_MD* const kSm3 = EVP_MD_fetch(nullptr, "SM3", nullptr);
  GUATU_REQUIRE(kSm3 != nullptr);
  GUATU_REQUIRE(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, kSm3, nullptr) == 1);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(length * 2);
  for (unsigned int i = 0; i < length; ++i) {
    hex.push_back(kDigits[digest[i] >> 4U]);
    hex.push_back(kDigits[digest[i] & 15U]);
  }
  return hex;
}

}  // namespace guatu::ports
