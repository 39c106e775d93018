#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "guatu/base/result.hpp"

/// Where the service listens, and by which names it may be called there.
namespace guatu::http {

struct ListenAddress {
  std::string host = "127.0.0.1";  ///< An IPv4 or IPv6 address without brackets.
  std::uint16_t port = 8080;       ///< 0: one that is free.

  [[nodiscard]] bool is_v6() const { return host.find(':') != std::string::npos; }
  [[nodiscard]] std::string url(std::uint16_t real_port) const;
};

/// "127.0.0.1:8080", "localhost:8080", "[::1]:8080", "0.0.0.0:80". Errors: WrongUsage for what is no address.
[[nodiscard]] Result<ListenAddress> parse_listen_address(std::string_view text);

/// Whether a Host header names this machine's loopback, with any port. Any other name may be a stranger's page that was
/// led here by DNS.
[[nodiscard]] bool is_loopback_host(std::string_view host);

}  // namespace guatu::http
