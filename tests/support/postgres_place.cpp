#include "tests/support/postgres_place.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <unistd.h>

#include "tests/support/paths.hpp"
#include "tests/support/program.hpp"

namespace guatu::test {

std::string postgres_url() {
  auto url = read_text(GUATU_TEST_POSTGRES ".url");
  if (url.empty())
    throw std::runtime_error("no server runs for tests; start one: tests/support/postgres_server start " +
                             std::string(GUATU_TEST_POSTGRES));
  return url;
}

std::string fresh_postgres_place() {
  static std::atomic<int> count = 0;
  // The process alone is not enough: its number comes back, the server may have outlived it.
  const auto moment = std::chrono::system_clock::now().time_since_epoch().count();
  return postgres_url() + "?schema=t" + std::to_string(getpid()) + "_" + std::to_string(moment % 1'000'000'000'000) +
         "_" + std::to_string(++count);
}

std::string schema_of(const std::string& url) {
  const std::string key = "schema=";
  const auto at = url.find(key);
  return at == std::string::npos ? "guatu" : url.substr(at + key.size(), url.find('&', at) - at - key.size());
}

}  // namespace guatu::test
