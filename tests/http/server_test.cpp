#include "guatu/http/wire/server.hpp"

#include <atomic>
#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <semaphore>
#include <thread>

#include "tests/http/client.hpp"

// The sockets alone: what comes over them may be slow, half, too long or garbage, and whoever is being answered is answered
// before the service stops.
namespace guatu::test {
namespace {

using http::Request;
using http::Response;
using http::Server;
using http::ServerOptions;
using namespace std::chrono_literals;

std::unique_ptr<Server> start(ServerOptions options, Server::Responder responder) {
  options.address.port = 0;
  auto server = Server::start(options, std::move(responder));
  EXPECT_TRUE(server) << (server ? "" : server.error().message.en);
  return *std::move(server);
}

Response echo(const Request& request) {
  return http::make_response(200, http::kPlainType, request.method + " " + request.target + " " + request.body);
}

/// A responder that waits until it is let go; "/quick" does not wait.
class Gate {
 public:
  Response operator()(const Request& request) {
    if (request.target != "/quick") {
      entered_.release();
      leave_.acquire();
    }
    return echo(request);
  }
  [[nodiscard]] bool wait_for_one() { return entered_.try_acquire_for(120s); }
  void let_go(int how_many) { leave_.release(how_many); }

 private:
  std::counting_semaphore<64> entered_{0};
  std::counting_semaphore<64> leave_{0};
};

TEST(Sockets, AnswerOneAfterTheOtherOnAConnection) {
  const auto server = start({}, echo);
  Connection connection(server->port());
  for (int i = 0; i < 3; ++i) {
    connection.send(request_text("GET", "/" + std::to_string(i)));
    EXPECT_EQ(connection.receive().body, "GET /" + std::to_string(i) + " ");
  }
  connection.send(request_text("POST", "/a", "Content-Length: 4\r\n") + "body" + request_text("GET", "/b"));
  EXPECT_EQ(connection.receive().body, "POST /a body");
  EXPECT_EQ(connection.receive().body, "GET /b ");
}

TEST(Sockets, TakeARequestThatComesInPieces) {
  const auto server = start({}, echo);
  Connection connection(server->port());
  const auto text = request_text("POST", "/slow", "Content-Length: 5\r\n") + "pieces";
  for (std::size_t i = 0; i + 1 < text.size(); i += 7) {
    ASSERT_TRUE(connection.send(std::string_view(text).substr(i, std::min<std::size_t>(7, text.size() - 1 - i))));
    std::this_thread::sleep_for(1ms);
  }
  EXPECT_EQ(connection.receive().body, "POST /slow piece");
}

TEST(Sockets, CloseWhoDoesNotFinish) {
  ServerOptions options;
  options.read_patience = 300ms;
  const auto server = start(options, echo);
  Connection silent(server->port());
  Connection half(server->port());
  half.send("GET /half HTTP/1.1\r\nHost: 127");
  Connection bodiless(server->port());
  bodiless.send(request_text("POST", "/", "Content-Length: 100\r\n") + "only this");
  EXPECT_TRUE(silent.is_closed_by_server());
  EXPECT_TRUE(half.is_closed_by_server());
  EXPECT_TRUE(bodiless.is_closed_by_server());
  EXPECT_EQ(ask(server->port(), "/still").status, 200);
}

TEST(Sockets, CloseAbuse) {
  const auto server = start({}, echo);
  const std::string cases[] = {
      "\x16\x03\x01 this is no HTTP at all\r\n\r\n",
      std::string(5000, '\0'),
      request_text("GET", "/" + std::string(20'000, 'a')),
      request_text("GET", "/", "X: " + std::string(20'000, 'b') + "\r\n"),
      request_text("POST", "/", "Content-Length: 99999999999\r\n"),
      request_text("POST", "/", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n",
      request_text("POST", "/", "Content-Length: -1\r\n"),
  };
  for (const auto& text : cases) {
    Connection connection(server->port());
    connection.send(text);
    const auto reply = connection.receive();
    EXPECT_TRUE(reply.status == 0 || reply.status >= 400) << reply.status << " for " << text.substr(0, 60);
  }
  EXPECT_EQ(ask(server->port(), "/still").status, 200);
}

TEST(Sockets, OutliveClientsThatGoAway) {
  Gate gate;
  const auto server = start({}, [&](const Request& request) { return gate(request); });
  for (int i = 0; i < 8; ++i) {
    {
      Connection gone(server->port());
      gone.send(request_text("GET", "/gone"));
      ASSERT_TRUE(gate.wait_for_one());
    }
    gate.let_go(1);
  }
  EXPECT_EQ(ask(server->port(), "/quick").status, 200);
  server->begin_drain();
  EXPECT_TRUE(server->finish(120s)) << "somebody who went away is still counted";
}

TEST(Sockets, SayThatTheyAreBusy) {
  Gate gate;
  ServerOptions options;
  options.workers = 1;
  options.queue = 1;
  const auto server = start(options, [&](const Request& request) { return gate(request); });
  Connection worked_on(server->port());
  worked_on.send(request_text("GET", "/1"));
  ASSERT_TRUE(gate.wait_for_one());
  // The queue takes one more; of two that come now, one is sent away, whichever is second.
  Connection second(server->port());
  Connection third(server->port());
  second.send(request_text("GET", "/2"));
  third.send(request_text("GET", "/3"));
  auto refused = std::async(std::launch::async, [&] { return second.receive().status; });
  auto other = std::async(std::launch::async, [&] { return third.receive().status; });
  while (refused.wait_for(1ms) != std::future_status::ready && other.wait_for(1ms) != std::future_status::ready) {
  }
  gate.let_go(2);
  EXPECT_EQ(worked_on.receive().status, 200);
  EXPECT_THAT((std::vector{refused.get(), other.get()}), testing::UnorderedElementsAre(200, 503));
}

TEST(Sockets, DoNotLetQuickAnswersWaitForSlowOnes) {
  Gate gate;
  ServerOptions options;
  options.workers = 1;
  options.queue = 1;
  options.is_quick = [](std::string_view target) { return target == "/quick"; };
  const auto server = start(options, [&](const Request& request) { return gate(request); });
  Connection worked_on(server->port());
  worked_on.send(request_text("GET", "/1"));
  ASSERT_TRUE(gate.wait_for_one());
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(ask(server->port(), "/quick").status, 200) << "the only worker is held";
  gate.let_go(1);
  EXPECT_EQ(worked_on.receive().status, 200);
}

TEST(Sockets, FinishWhatIsInFlight) {
  Gate gate;
  const auto server = start({}, [&](const Request& request) { return gate(request); });
  Connection in_flight(server->port());
  in_flight.send(request_text("GET", "/long"));
  ASSERT_TRUE(gate.wait_for_one());
  server->begin_drain();
  EXPECT_FALSE(server->finish(50ms)) << "it was not answered yet";
  const auto latecomer = ask(server->port(), "/quick");
  EXPECT_EQ(latecomer.status, 200);
  EXPECT_EQ(latecomer.header("connection"), "close");
  gate.let_go(1);
  EXPECT_TRUE(server->finish(120s));
  EXPECT_EQ(in_flight.receive().body, "GET /long ");
  EXPECT_TRUE(in_flight.is_closed_by_server());
}

TEST(Sockets, ServeManyAtOnce) {
  const auto server = start({}, echo);
  constexpr int kClients = 16;
  constexpr int kRequests = 25;
  std::atomic<int> right{0};
  std::vector<std::thread> clients;
  for (int client = 0; client < kClients; ++client)
    clients.emplace_back([&, client] {
      Connection connection(server->port());
      for (int i = 0; i < kRequests; ++i) {
        const auto target = "/" + std::to_string(client) + "/" + std::to_string(i);
        connection.send(request_text("GET", target));
        if (connection.receive().body == "GET " + target + " ") ++right;
      }
    });
  for (auto& client : clients)
    client.join();
  EXPECT_EQ(right, kClients * kRequests);
}

TEST(Sockets, SendALargeBodyWhole) {
  const auto body = std::make_shared<const std::string>(8U << 20, 'x');
  const auto server = start({}, [&](const Request&) { return Response{200, {}, body}; });
  EXPECT_EQ(ask(server->port(), "/").body, *body);
}

}  // namespace
}  // namespace guatu::test
