#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "guatu/calendar/dekad.hpp"
#include "guatu/campaign/identifiers.hpp"
#include "guatu/intake/answers.hpp"
#include "guatu/intake/message.hpp"

namespace guatu::http {

/// A file that was sent, for the answers to its questions and for its annotated copy.
struct SentFile {
  std::string id;
  std::string name;
  std::string bytes;
  std::optional<UnitCode> unit;
  std::optional<Dekad> dekad;
  intake::Answers answers;                ///< All that were given so far.
  std::vector<intake::Message> messages;  ///< Of the last comparison.
};

/// The newest few files that were sent, in memory. What is dropped has to be sent again.
class ImportDesk {
 public:
  using File = std::shared_ptr<const SentFile>;

  /// Replaces the file of the same id.
  void keep(File file);
  /// Null when it is not there any more.
  [[nodiscard]] File find(const std::string& id);

  static constexpr std::size_t kMostFiles = 16;
  static constexpr std::size_t kMostBytes = 64U << 20;

 private:
  std::mutex mutex_;
  std::list<File> files_;  ///< Newest use first.
};

}  // namespace guatu::http
