#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string_view>

#include "guatu/http/wire/listen_address.hpp"
#include "guatu/http/wire/request.hpp"
#include "guatu/http/wire/response.hpp"

/// Sockets. One thread reads and writes them, a few workers answer. Requests whose headers or framing are abusive (too long,
/// contradictory, garbage) are closed without an answer; everything else is.
namespace guatu::http {

struct ServerOptions {
  ListenAddress address;
  std::size_t workers = 4;
  std::size_t queue = 256;  ///< Requests that may wait for a worker; more are answered 503.
  std::size_t writes = 16;  ///< Large writes that may wait for the one before them.
  /// Targets that wait for nothing: they have a worker of their own, so that others who wait do not hold them up.
  std::function<bool(std::string_view target)> is_quick = [](std::string_view) { return false; };
  /// Targets whose writes take long and much memory: they wait for each other, and few may wait.
  std::function<bool(std::string_view target)> is_heavy = [](std::string_view) { return true; };
  std::size_t connections = 1024;  ///< More wait to be accepted.
  std::size_t largest_body =
      256U << 10;  ///< Bytes; longer ones are closed. The application refuses politely before that.
  std::chrono::milliseconds read_patience{30'000};     ///< For a whole request, and between two on one connection.
  std::chrono::milliseconds write_patience{30'000};    ///< For a slow reader.
  std::chrono::milliseconds answer_patience{120'000};  ///< For a worker; 504 then.
};

class Server {
 public:
  using Responder = std::function<Response(const Request&)>;

  /// Listens from now on. `responder` is called by several workers at a time and does not throw.
  /// Errors: Unsupported when the address cannot be used.
  [[nodiscard]] static Result<std::unique_ptr<Server>> start(const ServerOptions& options, Responder responder);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// The real one, also when 0 was asked for.
  [[nodiscard]] std::uint16_t port() const;

  /// Whoever is answered from now on is told that the connection ends.
  void begin_drain();
  /// True when every request that was in flight at `begin_drain` was answered within `patience`. New ones are still taken
  /// meanwhile.
  [[nodiscard]] bool finish(std::chrono::milliseconds patience);

 private:
  struct Hidden;
  explicit Server(std::unique_ptr<Hidden> hidden);
  std::unique_ptr<Hidden> hidden_;
};

}  // namespace guatu::http
