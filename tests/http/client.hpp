#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

/// A client that sends exactly what it is told, also what no decent client would.
namespace guatu::test {

struct Reply {
  int status = 0;                              ///< 0: the connection ended without an answer.
  std::map<std::string, std::string> headers;  ///< Names in lower case.
  std::string body;

  [[nodiscard]] std::string header(const std::string& name) const;
};

class Connection {
 public:
  explicit Connection(std::uint16_t port);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// False when the other side is gone already.
  bool send(std::string_view bytes) const;
  /// The next reply. `without_body`: it answers HEAD.
  [[nodiscard]] Reply receive(bool without_body = false);
  /// True when the other side closes without sending anything more; waits for that, with an end.
  [[nodiscard]] bool is_closed_by_server();

 private:
  /// Reads more; false at the end.
  bool fill();

  int socket_ = -1;
  std::string unread_;
};

/// "GET /x HTTP/1.1" with a Host, `more` header lines ending in \r\n, and no body.
[[nodiscard]] std::string request_text(std::string_view method, std::string_view target, std::string_view more = "");
/// On a connection of its own.
[[nodiscard]] Reply ask(std::uint16_t port, std::string_view target, std::string_view more = "");

}  // namespace guatu::test
