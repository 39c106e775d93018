#include "tests/support/cutting_proxy.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace guatu::test {
namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

/// "…@127.0.0.1:55183/guatu?…": where the port stands.
std::pair<std::size_t, std::size_t> port_in(const std::string& url) {
  const std::string host = "@127.0.0.1:";
  const auto at = url.find(host);
  if (at == std::string::npos) throw std::runtime_error("no port of ours in the address");
  const auto begin = at + host.size();
  return {begin, url.find('/', begin) - begin};
}

int connect_to(int port) {
  const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (server < 0) return -1;
  const auto address = loopback(port);
  if (connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return server;
  close(server);
  return -1;
}

/// What is said goes out at once; otherwise each answer takes a delayed acknowledgement longer.
void send_at_once(int socket) {
  const int yes = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

/// Waits until one of both has something to say. Gives it, or -1 when `ended`.
int wait_for(int client, int server, const std::atomic<bool>& ended) {
  while (!ended) {
    pollfd both[] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
    if (poll(both, 2, 100) <= 0) continue;
    return both[0].revents != 0 ? client : server;
  }
  return -1;
}

std::string read_some(int from) {
  std::string bytes(65536, '\0');
  const auto count = recv(from, bytes.data(), bytes.size(), 0);
  bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return bytes;
}

bool send_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

CuttingProxy::CuttingProxy(const std::string& url) : listener_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const auto [begin, count] = port_in(url);
  server_port_ = std::stoi(url.substr(begin, count));
  auto address = loopback(0);
  socklen_t size = sizeof address;
  if (bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || listen(listener_, 32) != 0 ||
      getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    throw std::runtime_error("no port to listen on");
  own_port_ = ntohs(address.sin_port);
  acceptor_ = std::thread([this] { serve(); });
}

CuttingProxy::~CuttingProxy() {
  ended_ = true;
  acceptor_.join();
  for (auto& carrier : carriers_)
    carrier.join();
  close(listener_);
}

std::string CuttingProxy::through(const std::string& url) const {
  const auto [begin, count] = port_in(url);
  auto changed = url;
  changed.replace(begin, count, std::to_string(own_port_));
  return changed + (url.find('?') == std::string::npos ? "?" : "&") + "sslmode=disable&gssencmode=disable";
}

void CuttingProxy::mend() {
  stay_cut_ = false;
  closed_ = false;
}

void CuttingProxy::serve() {
  while (!ended_) {
    pollfd wanted{listener_, POLLIN, 0};
    if (poll(&wanted, 1, 100) <= 0) continue;
    const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    if (closed_) {
      close(client);
      continue;
    }
    carriers_.emplace_back([this, client] { carry(client); });
  }
}

void CuttingProxy::carry(int client) {
  const int server = connect_to(server_port_);
  send_at_once(client);
  if (server >= 0) send_at_once(server);
  while (server >= 0) {
    const int speaker = wait_for(client, server, ended_);
    if (speaker < 0) break;
    const auto bytes = read_some(speaker);
    if (bytes.empty()) break;
    if (speaker == client && cut_at(bytes, server)) break;
    if (!send_all(speaker == client ? server : client, bytes)) break;
  }
  if (server >= 0) close(server);
  close(client);
}

bool CuttingProxy::cut_at(const std::string& bytes, int server) {
  if (until_cut_ > 0 && --until_cut_ == 0) {
    count_cut();
    return true;
  }
  if (bytes.find(std::string("commit\0", 7)) == std::string::npos) return false;
  const auto cut = cut_.exchange(Cut::Nowhere);
  if (cut == Cut::Nowhere) return false;
  count_cut();
  // The server has done it when it answers.
  if (cut == Cut::AfterCommit && send_all(server, bytes)) static_cast<void>(read_some(server));
  return true;
}

void CuttingProxy::count_cut() {
  if (stay_cut_) closed_ = true;
  ++cuts_;
}

}  // namespace guatu::test
