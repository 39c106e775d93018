#pragma once

#include <functional>
#include <string>

#include "guatu/http/door/door.hpp"
#include "guatu/http/office.hpp"
#include "guatu/http/store_pool.hpp"
#include "guatu/http/wire/server.hpp"
#include "guatu/telemetry/log.hpp"

namespace guatu::http {

struct Service {
  ListenAddress address;
  std::string web;        ///< Folder of the page; empty: none.
  std::string store_url;  ///< As the log names it: without passwords.
  std::string version;
  telemetry::Level log_level = telemetry::Level::Info;
  StorePool::Opener open_store;
  StorePool::Identity identify_store;
  Door::Opener open_desk;
  std::string trusted_proxy;  ///< Address of the proxy whose X-Forwarded-… are believed; empty: none.
  Office office;
  /// Told the real address once it can be asked.
  std::function<void(const std::string& url)> announce;
};

/// Serves until SIGTERM or SIGINT. Then whoever is being answered is answered, whoever comes is sent elsewhere, and it
/// returns; a second signal or 30 seconds end it at once. Contract: called before any other thread is started.
/// Errors: those of the first opening of the store, of the page's folder and of the address.
[[nodiscard]] Result<void> serve(const Service& service);

}  // namespace guatu::http
