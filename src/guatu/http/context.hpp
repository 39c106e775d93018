#pragma once

#include <atomic>
#include <functional>
#include <string>

#include "guatu/http/answers/held_bytes.hpp"
#include "guatu/http/answers/paper_sizes.hpp"
#include "guatu/http/answers/ready_answers.hpp"
#include "guatu/http/answers/ready_draft.hpp"
#include "guatu/http/answers/ready_rows.hpp"
#include "guatu/http/answers/static_files.hpp"
#include "guatu/http/door/door.hpp"
#include "guatu/http/events/event_hub.hpp"
#include "guatu/http/import_desk.hpp"
#include "guatu/http/office.hpp"
#include "guatu/http/store_pool.hpp"
#include "guatu/http/upload_desk.hpp"
#include "guatu/http/write_desk.hpp"
#include "guatu/telemetry/log.hpp"
#include "guatu/telemetry/metrics.hpp"

/// What handlers work with: one of each for the whole service.
namespace guatu::http {

struct Context {
  std::string version;  ///< Of the program: a new one may answer otherwise.
  StaticFiles files;
  telemetry::Metrics& metrics;
  const telemetry::Log& log;
  StorePool stores;
  ReadyAnswers answers{kAnswerBytes};
  usecases::KeptLedgers ledgers{};
  std::atomic<bool> draining{false};
  Office office{};
  ReadyRows rows{};
  PaperSizes paper_sizes{};
  ReadyDraft draft{};
  ImportDesk imports{};
  UploadDesk uploads{};
  HeldBytes file_bytes{kFileBytes};
  EventHub events{kListeners};
  Door door{};
  /// Set by the application: where small writes come together.
  std::unique_ptr<WriteDesk> writes{};

  static constexpr std::size_t kAnswerBytes = 32U << 20;
  static constexpr std::size_t kListeners = 64;
  static constexpr std::size_t kFileBytes = 64U << 20;
};

}  // namespace guatu::http
