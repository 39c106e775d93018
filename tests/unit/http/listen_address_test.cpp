#include "guatu/http/wire/listen_address.hpp"

#include <gtest/gtest.h>

namespace guatu::http {
namespace {

TEST(ParseListenAddress, TakesTheLoopback) {
  const auto plain = parse_listen_address("127.0.0.1:8080").value();
  EXPECT_EQ(plain.host, "127.0.0.1");
  EXPECT_EQ(plain.port, 8080);
  EXPECT_EQ(plain.url(plain.port), "http://127.0.0.1:8080");
  EXPECT_EQ(parse_listen_address("LocalHost:1")->host, "127.0.0.1");
  EXPECT_EQ(parse_listen_address("127.255.0.9:0")->port, 0);
  EXPECT_EQ(parse_listen_address("[::1]:443")->url(443), "http://[::1]:443");
}

/// Whether they may be listened on is another question, which the accounts answer.
TEST(ParseListenAddress, TakesAddressesBeyondIt) {
  for (const auto* text : {"0.0.0.0:80", "[::]:80", "10.0.0.1:80", "[fe80::1]:8080"})
    EXPECT_TRUE(parse_listen_address(text)) << text;
}

TEST(ParseListenAddress, TakesNoNames) {
  for (const auto* text : {"127.0.0:80", "127.0.0.256:80", "127.1.2.3.4:80", "example.org:80",
                           "127.0.0.1.example.org:80", "[::1:80", "[::g]:80"})
    EXPECT_EQ(parse_listen_address(text).error().kind, ErrorKind::WrongUsage) << text;
}

TEST(ParseListenAddress, WantsAPort) {
  for (const auto* text : {"", "127.0.0.1", "127.0.0.1:", ":80", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:8x"})
    EXPECT_EQ(parse_listen_address(text).error().kind, ErrorKind::WrongUsage) << text;
}

TEST(IsLoopbackHost, KnowsTheNamesOfThisMachine) {
  for (const auto* host : {"localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:80"})
    EXPECT_TRUE(is_loopback_host(host)) << host;
  for (const auto* host : {"", "example.org", "localhost.example.org", "127.0.0.1.example.org", "127.0.0.1:x",
                           "10.0.0.1", "[::2]", "localhost:99999", "127.0.0.1:80:80", "[::1", "127.0.0.1@example.org"})
    EXPECT_FALSE(is_loopback_host(host)) << host;
}

}  // namespace
}  // namespace guatu::http
