#include "guatu/store/journal_store.hpp"

#include <mutex>
#include <soci/soci.h>

#include "guatu/ports/digest.hpp"
#include "guatu/store/chain_walk.hpp"
#include "guatu/store/commit_check.hpp"
#include "guatu/store/journal_rows.hpp"
#include "guatu/store/journal_writing.hpp"
#include "guatu/store/signature_rows.hpp"
#include "guatu/store/transaction.hpp"

namespace guatu::store {
namespace {

using ports::ChainFault;
using ports::Commit;
using ports::CommitHead;
using ports::StoredRecord;

/// `T` stays a `Result`, anything else becomes one.
template <typename T>
struct ToResult {
  using type = Result<T>;
};
template <typename T>
struct ToResult<Result<T>> {
  using type = Result<T>;
};
template <typename T>
using AsResult = typename ToResult<T>::type;

class JournalStore final : public ports::Store {
 public:
  JournalStore(std::string name, std::unique_ptr<soci::session> session, const Dialect& dialect)
      : name_(std::move(name)), session_(std::move(session)), dialect_(dialect) {}

  Result<CommitHead> find_head() override {
    return guarded([&] { return find_head_row(*session_); });
  }

  Result<CommitHead> find_head_at(ports::EpochSeconds known_at) override {
    return guarded([&] { return find_head_row_at(*session_, known_at); });
  }

  Result<CommitHead> append(const Commit& commit, std::int64_t expected_head) override {
    GUATU_CHECK(check_commit(commit));
    return guarded([&]() -> Result<CommitHead> {
      Transaction transaction(*session_, dialect_.begin_write);
      const auto before = find_head_row(*session_);
      if (before.seq != expected_head)
        return make_error(ErrorKind::Conflict, std::to_string(before.seq), "期间已有他人提交，请重新办理",
                          "somebody else wrote in between; load again and repeat");
      auto head = write_commit(*session_, commit, before);
      transaction.commit();
      return head;
    });
  }

  Result<std::vector<StoredRecord>> load_newest(const std::string& type, std::int64_t seq) override {
    return guarded([&] { return load_newest_rows(*session_, type, seq); });
  }

  Result<std::vector<StoredRecord>> load_history(const std::string& type, std::int64_t seq,
                                                 const std::optional<std::string>& subject) override {
    return guarded([&] { return load_history_rows(*session_, type, seq, subject); });
  }

  Result<std::vector<ports::CommitInfo>> load_commits(std::int64_t first, std::int64_t last) override {
    return guarded([&] {
      std::vector<ports::CommitInfo> commits;
      for (auto& row : load_commit_rows(*session_, first, last))
        commits.push_back(std::move(row.info));
      return commits;
    });
  }

  Result<std::vector<ports::PersonalValue>> load_personal() override {
    return guarded([&] { return load_personal_rows(*session_); });
  }

  Result<void> erase_personal(const std::string& digest) override {
    return guarded([&]() -> Result<void> {
      Transaction transaction(*session_, dialect_.begin_write);
      if (!erase_personal_row(*session_, digest))
        return make_error(ErrorKind::NotFound, digest, "没有这项个人信息，可能已清除",
                          "there is no such personal value; it may be erased already");
      transaction.commit();
      dialect_.overwrite_deleted(*session_);
      return {};
    });
  }

  Result<std::string> load_blob(const std::string& digest) override {
    return guarded([&]() -> Result<std::string> {
      auto bytes = find_blob_bytes(*session_, digest);
      if (!bytes)
        return make_error(ErrorKind::NotFound, digest, "存档中没有摘要为 " + digest + " 的文件",
                          "no bytes are kept under digest " + digest);
      if (ports::sm3_hex(*bytes) != digest)
        return make_error(ErrorKind::IntegrityBroken, digest, "存档文件与其摘要 " + digest + " 不符",
                          "kept bytes do not match their digest " + digest);
      return *std::move(bytes);
    });
  }

  Result<void> put_head_signature(const ports::HeadSignature& signature) override {
    return guarded([&]() -> Result<void> {
      Transaction transaction(*session_, dialect_.begin_write);
      const auto commits = load_commit_rows(*session_, signature.head.seq, signature.head.seq);
      if (commits.empty() || commits.front().info.head != signature.head)
        return make_error(ErrorKind::NotFound, std::to_string(signature.head.seq), "台账中没有所签的这一号提交",
                          "the chain has no such commit as was signed");
      put_signature_row(*session_, signature);
      transaction.commit();
      return {};
    });
  }

  Result<std::vector<ports::HeadSignature>> load_head_signatures() override {
    return guarded([&] { return load_signature_rows(*session_); });
  }

  Result<std::optional<ChainFault>> verify_chain(const std::optional<CommitHead>& seen) override {
    auto answer = guarded([&] {
      const Transaction one_state(*session_, dialect_.begin_read);
      return walk_chain(*session_, dialect_, seen);
    });
    // Files too damaged to be read through are the fault that was asked for.
    if (!answer && answer.error().kind == ErrorKind::IntegrityBroken)
      return std::optional(ChainFault{0, answer.error().message.en, answer.error().message.zh});
    return answer;
  }

 private:
  /// One use of the connection at a time; the engine's exceptions end here.
  template <typename Work>
  auto guarded(Work work) -> AsResult<decltype(work())> {
    using Answer = AsResult<decltype(work())>;
    const std::lock_guard lock(mutex_);
    try {
      return Answer(work());
    } catch (const std::exception& error) {
      return Answer(dialect_.explain(name_, error));
    }
  }

  std::string name_;
  std::unique_ptr<soci::session> session_;
  const Dialect& dialect_;
  std::mutex mutex_;
};

}  // namespace

std::unique_ptr<ports::Store> make_journal_store(std::string name, std::unique_ptr<soci::session> session,
                                                 const Dialect& dialect) {
  return std::make_unique<JournalStore>(std::move(name), std::move(session), dialect);
}

}  // namespace guatu::store
