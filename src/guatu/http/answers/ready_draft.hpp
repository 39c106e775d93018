#pragma once

#include <memory>
#include <mutex>

#include "guatu/usecases/reporting/draft_bulletin.hpp"

namespace guatu::http {

/// The draft of the next bulletin, made once for each head: a page and its files are of one piece, and nobody makes papers
/// over and over.
class ReadyDraft {
 public:
  using Draft = std::shared_ptr<const usecases::DraftBulletin>;

  /// Errors: those of draft_bulletin.
  [[nodiscard]] Result<Draft> find(ports::Store& store, const usecases::Known& known,
                                   const usecases::RenderPapers& render) {
    const std::lock_guard lock(mutex_);
    if (draft_ == nullptr || digest_ != known.head.digest) {
      GUATU_TRY(auto made, usecases::draft_bulletin(store, known, usecases::next_bulletin(known), render));
      draft_ = std::make_shared<const usecases::DraftBulletin>(std::move(made));
      digest_ = known.head.digest;
    }
    return draft_;
  }

 private:
  std::mutex mutex_;
  std::string digest_;
  Draft draft_;
};

}  // namespace guatu::http
