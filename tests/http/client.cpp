#include "tests/http/client.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace guatu::test {
namespace {

constexpr int kPatienceSeconds = 120;  // Long enough for a loaded machine; a hanging server still ends the test.

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

Reply read_head(const std::string& head) {
  Reply reply;
  reply.status = std::stoi(head.substr(head.find(' ') + 1));
  for (std::size_t at = head.find("\r\n") + 2; at < head.size();) {
    const auto end = std::min(head.find("\r\n", at), head.size());
    const auto line = head.substr(at, end - at);
    const auto colon = line.find(": ");
    if (colon != std::string::npos) reply.headers[lower(line.substr(0, colon))] = line.substr(colon + 2);
    at = end + 2;
  }
  return reply;
}

}  // namespace

std::string Reply::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string{} : found->second;
}

Connection::Connection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const timeval patience{kPatienceSeconds, 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("nobody listens at port " + std::to_string(port));
}

Connection::~Connection() {
  ::close(socket_);
}

bool Connection::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool Connection::fill() {
  char buffer[16384];
  const auto count = ::recv(socket_, buffer, sizeof buffer, 0);
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
    throw std::runtime_error("the server neither answers nor closes");
  if (count <= 0) return false;
  unread_.append(buffer, static_cast<std::size_t>(count));
  return true;
}

Reply Connection::receive(bool without_body) {
  auto end = unread_.find("\r\n\r\n");
  for (; end == std::string::npos; end = unread_.find("\r\n\r\n"))
    if (!fill()) return {};
  auto reply = read_head(unread_.substr(0, end + 2));
  unread_.erase(0, end + 4);
  if (without_body || reply.status == 304) return reply;
  const auto length = static_cast<std::size_t>(std::stoull("0" + reply.header("content-length")));
  while (unread_.size() < length)
    if (!fill()) return {};
  reply.body = unread_.substr(0, length);
  unread_.erase(0, length);
  return reply;
}

bool Connection::is_closed_by_server() {
  return unread_.empty() && !fill();
}

std::string request_text(std::string_view method, std::string_view target, std::string_view more) {
  return std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + std::string(more) +
         "\r\n";
}

Reply ask(std::uint16_t port, std::string_view target, std::string_view more) {
  Connection connection(port);
  connection.send(request_text("GET", target, more));
  return connection.receive();
}

}  // namespace guatu::test
