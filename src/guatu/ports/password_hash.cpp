#include "guatu/ports/password_hash.hpp"

#include <argon2.h>

#include "guatu/base/contract.hpp"

namespace guatu::ports {
namespace {

constexpr std::uint32_t kPasses = 2;
constexpr std::uint32_t kKibibytes = 19U << 10;
constexpr std::uint32_t kLanes = 1;
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;

std::string hash(std::string_view password, const std::string& salt) {
  std::string text(argon2_encodedlen(kPasses, kKibibytes, kLanes, kSaltBytes, kHashBytes, Argon2_id), '\0');
  const auto code = argon2id_hash_encoded(kPasses, kKibibytes, kLanes, password.data(), password.size(), salt.data(),
                                          salt.size(), kHashBytes, text.data(), text.size());
  GUATU_REQUIRE(code == ARGON2_OK);  // Only memory can be lacking.
  text.resize(text.find('\0'));
  return text;
}

}  // namespace

std::string hash_password(std::string_view password, Entropy& entropy) {
  return hash(password, entropy.random_bytes(kSaltBytes));
}

bool password_matches(std::string_view hashed, std::string_view password) {
  if (hashed.empty()) {  // Nobody is called so: it must not show by the time that it takes.
    static_cast<void>(hash(password, std::string(kSaltBytes, 's')));
    return false;
  }
  return argon2id_verify(std::string(hashed).c_str(), password.data(), password.size()) == ARGON2_OK;
}

}  // namespace guatu::ports
