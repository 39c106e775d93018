#include "guatu/http/wire/listen_address.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>

namespace guatu::http {
namespace {

struct HostAndPort {
  std::string_view host;
  std::string_view port;  ///< Empty when absent.
};

/// "[::1]:80" and "name:80", each with or without port.
HostAndPort split_port(std::string_view text) {
  const auto bracket = text.starts_with('[') ? text.find(']') : std::string_view::npos;
  if (bracket != std::string_view::npos) {
    const auto rest = text.substr(bracket + 1);
    return {text.substr(1, bracket - 1), rest.starts_with(':') ? rest.substr(1) : rest};
  }
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return {text, {}};
  return {text.substr(0, colon), text.substr(colon + 1)};
}

bool parse_number(std::string_view text, unsigned limit, unsigned& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return !text.empty() && error == std::errc{} && end == text.data() + text.size() && number <= limit;
}

/// Four numbers from 0 to 255, the first of them 127.
bool is_loopback_v4(std::string_view text) {
  for (int i = 0; i < 4; ++i) {
    const auto end = i == 3 ? text.size() : text.find('.');
    unsigned number = 0;
    if (end == std::string_view::npos || !parse_number(text.substr(0, end), 255, number)) return false;
    if (i == 0 && number != 127) return false;
    if (i < 3) text.remove_prefix(end + 1);
  }
  return true;
}

bool is_localhost(std::string_view text) {
  constexpr std::string_view kName = "localhost";
  return std::ranges::equal(text, kName, {},
                            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
}

/// IPv4 or IPv6; names are not looked up.
bool is_address(const std::string& text) {
  in6_addr unused{};
  return inet_pton(AF_INET, text.c_str(), &unused) == 1 || inet_pton(AF_INET6, text.c_str(), &unused) == 1;
}

Error wrong(std::string_view text) {
  return make_error(ErrorKind::WrongUsage, "--listen",
                    "--listen “" + std::string(text) + "”不对，应为 地址:端口，如 127.0.0.1:8080",
                    "--listen \"" + std::string(text) + "\" is not ADDRESS:PORT, such as 127.0.0.1:8080");
}

}  // namespace

std::string ListenAddress::url(std::uint16_t real_port) const {
  return "http://" + (is_v6() ? "[" + host + "]" : host) + ":" + std::to_string(real_port);
}

Result<ListenAddress> parse_listen_address(std::string_view text) {
  const auto [host, port_text] = split_port(text);
  unsigned port = 0;
  if (host.empty() || !parse_number(port_text, 65535, port)) return wrong(text);
  ListenAddress address{std::string(host), static_cast<std::uint16_t>(port)};
  if (is_localhost(host)) address.host = "127.0.0.1";
  if (!is_address(address.host)) return wrong(text);
  return address;
}

bool is_loopback_host(std::string_view text) {
  const auto [host, port_text] = split_port(text);
  unsigned port = 0;
  if (!port_text.empty() && !parse_number(port_text, 65535, port)) return false;
  return is_localhost(host) || is_loopback_v4(host) || host == "::1";
}

}  // namespace guatu::http
