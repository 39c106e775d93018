#include "guatu/http/wire/server.hpp"

#include <restinio/all.hpp>

#include "guatu/http/door/guards.hpp"
#include "guatu/http/events/event_hub.hpp"
#include "guatu/http/wire/flight_count.hpp"
#include "guatu/http/wire/worker_pool.hpp"

// The only file that knows the HTTP library: it is slow to compile, and nothing else should depend on its manners.
namespace guatu::http {
namespace {

struct Traits : restinio::traits_t<restinio::asio_timer_manager_t, restinio::null_logger_t,
                                   std::function<restinio::request_handling_status_t(restinio::request_handle_t)>> {
  static constexpr bool use_connection_count_limiter = true;  // NOLINT(readability-identifier-naming): its word.
};

constexpr std::size_t kLongestUrl = 8U << 10;
constexpr std::size_t kLongestHeaderName = 256;
constexpr std::size_t kLongestHeaderValue = 8U << 10;
constexpr std::size_t kMostHeaders = 64;
/// So many may share one sync.
constexpr std::size_t kWriters = 32;

Request own(const restinio::request_t& theirs) {
  const auto& header = theirs.header();
  Request request{header.method().c_str(),
                  header.request_target(),
                  {},
                  theirs.body(),
                  theirs.remote_endpoint().address().to_string()};
  header.for_each_field([&](const auto& field) { request.headers.emplace_back(field.name(), field.value()); });
  return request;
}

const char* reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 404:
      return "Not Found";
    case 403:
      return "Forbidden";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 413:
      return "Payload Too Large";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Entity";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 503:
      return "Service Unavailable";
    default:
      return status < 400 ? "Done" : status < 500 ? "Refused" : "Failed";
  }
}

/// A response without body (HEAD, 304) still says how long it would have been. Called last: from here on nothing may fail.
void send(const restinio::request_handle_t& handle, const Response& response, FlightCount::Ticket ticket,
          bool closing) {
  const restinio::http_status_line_t status{restinio::http_status_code_t{static_cast<std::uint16_t>(response.status)},
                                            reason_of(response.status)};
  const bool with_body = handle->header().method() != restinio::http_method_head() && response.status != 304;
  const auto length = response.body->size();
  auto builder = handle->create_response<restinio::user_controlled_output_t>(status);
  for (const auto& [name, value] : response.headers)
    builder.append_header(std::string(name), std::string(value));
  builder.append_header_date_field();
  if (closing) builder.connection_close();
  builder.set_content_length(length);
  if (with_body && length > 0) builder.append_body(restinio::writable_item_t{response.body});
  builder.done([ticket = std::move(ticket)](const auto&) {});
}

/// An answer that stays open. RESTinio gives the bytes to the thread of the sockets, whoever sends them.
class OpenAnswer final : public EventListener {
 public:
  using Builder = restinio::response_builder_t<restinio::chunked_output_t>;
  explicit OpenAnswer(Builder builder) : builder_(std::move(builder)) {}

  void send(const std::string& bytes) override {
    const std::lock_guard lock(mutex_);
    if (ended_ || *gone_) return;
    builder_.append_chunk(bytes);
    builder_.flush([gone = gone_](const auto& error) {
      if (error) *gone = true;
    });
  }
  void end() override {
    const std::lock_guard lock(mutex_);
    if (std::exchange(ended_, true) || *gone_) return;
    builder_.done();
  }
  [[nodiscard]] bool is_gone() const override { return *gone_; }

 private:
  std::mutex mutex_;
  Builder builder_;
  bool ended_ = false;
  std::shared_ptr<std::atomic<bool>> gone_ = std::make_shared<std::atomic<bool>>(false);
};

/// Whoever listens is not waited for when the service stops: his answer ends with the stream.
void open_stream(const restinio::request_handle_t& handle, const Response& response) {
  auto builder = handle->create_response<restinio::chunked_output_t>(
      restinio::http_status_line_t{restinio::http_status_code_t{200}, reason_of(200)});
  for (const auto& [name, value] : response.headers)
    builder.append_header(std::string(name), std::string(value));
  builder.append_header_date_field();
  builder.connection_close();
  response.stream(std::make_shared<OpenAnswer>(std::move(builder)));
}

Error cannot_listen(const ListenAddress& address, const std::string& why) {
  const auto place = address.url(address.port);
  return make_error(ErrorKind::Unsupported, place,
                    "无法在 " + place + " 上监听（" + why + "），可能已有程序占用，请换个端口",
                    "cannot listen at " + place + " (" + why + "); another program may be there, use another port");
}

}  // namespace

/// Destroyed from below: first the sockets rest, then the workers, who may still hold on to them.
struct Server::Hidden {
  Responder responder;
  std::function<bool(std::string_view target)> is_quick;
  std::function<bool(std::string_view target)> is_heavy;
  std::uint16_t port = 0;
  FlightCount flights;
  restinio::running_server_handle_t<Traits> sockets;
  std::unique_ptr<WorkerPool> workers;
  std::unique_ptr<WorkerPool> quick;
  std::unique_ptr<WorkerPool> writes;  ///< They wait for the disk together.
  std::unique_ptr<WorkerPool> slow;    ///< Large writes, one after the other: a workbook must not hold up anybody.

  restinio::request_handling_status_t take(const restinio::request_handle_t& handle) {
    auto ticket = flights.enter();
    auto& pool = pool_for(handle->header());
    const bool taken = pool.take([this, handle, ticket] { answer(handle, ticket); });
    if (!taken) send(handle, with_strict_headers(make_response(busy_problem())), std::move(ticket), true);
    return restinio::request_accepted();
  }

  WorkerPool& pool_for(const restinio::http_request_header_t& header) {
    if (is_quick(header.request_target())) return *quick;
    if (header.method() == restinio::http_method_get() || header.method() == restinio::http_method_head())
      return *workers;
    return is_heavy(header.request_target()) ? *slow : *writes;
  }

  void answer(const restinio::request_handle_t& handle, const FlightCount::Ticket& ticket) {
    const auto response = responder(own(*handle));
    if (response.stream) return open_stream(handle, response);
    send(handle, response, ticket, flights.is_closed());
  }

  restinio::server_settings_t<Traits> settings(const ServerOptions& options) {
    restinio::server_settings_t<Traits> settings;
    const auto& address = options.address;
    settings.protocol(address.is_v6() ? restinio::asio_ns::ip::tcp::v6() : restinio::asio_ns::ip::tcp::v4())
        .address(restinio::asio_ns::ip::make_address(address.host))
        .port(address.port)
        .max_parallel_connections(options.connections)
        .read_next_http_message_timelimit(options.read_patience)
        .write_http_response_timelimit(options.write_patience)
        .handle_request_timeout(options.answer_patience)
        .incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                      .max_url_size(kLongestUrl)
                                      .max_field_name_size(kLongestHeaderName)
                                      .max_field_value_size(kLongestHeaderValue)
                                      .max_field_count(kMostHeaders)
                                      .max_body_size(options.largest_body))
        .acceptor_post_bind_hook(
            [this](restinio::asio_ns::ip::tcp::acceptor& acceptor) { port = acceptor.local_endpoint().port(); })
        .request_handler([this](const restinio::request_handle_t& handle) { return take(handle); });
    return settings;
  }
};

Server::Server(std::unique_ptr<Hidden> hidden) : hidden_(std::move(hidden)) {}

Server::~Server() {
  if (hidden_->sockets == nullptr) return;
  hidden_->sockets->stop();
  hidden_->sockets->wait();
  hidden_->slow.reset();
  hidden_->writes.reset();
  hidden_->quick.reset();
  hidden_->workers.reset();
}

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, Responder responder) {
  auto hidden = std::make_unique<Hidden>();
  hidden->responder = std::move(responder);
  hidden->is_quick = options.is_quick;
  hidden->is_heavy = options.is_heavy;
  hidden->workers = std::make_unique<WorkerPool>(options.workers, options.queue);
  hidden->quick = std::make_unique<WorkerPool>(1, options.queue);
  hidden->writes = std::make_unique<WorkerPool>(kWriters, options.queue);
  hidden->slow = std::make_unique<WorkerPool>(1, options.writes);
  try {
    hidden->sockets = restinio::run_async<Traits>(restinio::own_io_context(), hidden->settings(options), 1);
  } catch (const std::exception& error) {
    return cannot_listen(options.address, error.what());
  }
  return std::unique_ptr<Server>(new Server(std::move(hidden)));
}

std::uint16_t Server::port() const {
  return hidden_->port;
}

void Server::begin_drain() {
  hidden_->flights.close();
}

bool Server::finish(std::chrono::milliseconds patience) {
  return hidden_->flights.wait_until_empty(patience);
}

}  // namespace guatu::http
