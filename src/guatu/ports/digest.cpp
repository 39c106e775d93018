#include "guatu/ports/digest.hpp"

#include <array>
#include <openssl/evp.h>

#include "guatu/base/contract.hpp"
#include "guatu/base/hex.hpp"

namespace guatu::ports {

std::string sm3_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  static EVP_MD* const kSm3 = EVP_MD_fetch(nullptr, "SM3", nullptr);
  GUATU_REQUIRE(kSm3 != nullptr);
  GUATU_REQUIRE(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, kSm3, nullptr) == 1);
  return to_hex({reinterpret_cast<const char*>(digest.data()), length});
}

}  // namespace guatu::ports
