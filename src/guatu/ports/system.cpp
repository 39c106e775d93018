#include "guatu/ports/system.hpp"

#include <chrono>
#include <openssl/rand.h>

#include "guatu/base/contract.hpp"

namespace guatu::ports {

EpochSeconds SystemClock::now() const {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::string SystemEntropy::random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  GUATU_REQUIRE(RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) == 1);
  return bytes;
}

}  // namespace guatu::ports
