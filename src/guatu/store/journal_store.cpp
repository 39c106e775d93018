#include "guatu/store/journal_store.hpp"

#include <soci/soci.h>

#include "guatu/ports/digest.hpp"
#include "guatu/store/chain_walk.hpp"
#include "guatu/store/commit_check.hpp"
#include "guatu/store/journal_rows.hpp"
#include "guatu/store/journal_writing.hpp"
#include "guatu/store/signature_rows.hpp"
#include "guatu/store/store_guard.hpp"
#include "guatu/store/transaction.hpp"

namespace guatu::store {
namespace {

using ports::ChainFault;
using ports::Commit;
using ports::CommitHead;
using ports::StoredRecord;

class JournalStore final : public ports::Store {
 public:
  JournalStore(std::string name, std::unique_ptr<ConnectionPool> pool, const Dialect& dialect, RetryLimits limits)
      : dialect_(dialect), guard_(std::move(name), std::move(pool), dialect, limits) {}

  Result<CommitHead> find_head() override {
    return guard_.run([](soci::session& session) { return find_head_row(session); });
  }

  Result<CommitHead> find_head_at(ports::EpochSeconds known_at) override {
    return guard_.run([&](soci::session& session) { return find_head_row_at(session, known_at); });
  }

  Result<CommitHead> append(const Commit& commit, std::int64_t expected_head) override {
    GUATU_CHECK(check_commit(commit));
    if (guard_.is_pinned()) return append_together(commit, expected_head);
    // Set while nobody knows whether the engine has written it: the connection broke at the last word.
    std::optional<CommitHead> in_doubt;
    auto answer = guard_.run([&](soci::session& session) -> Result<CommitHead> {
      Transaction transaction(session, dialect_.begin_write);
      if (in_doubt && find_commit_digest(session, in_doubt->seq) == in_doubt->digest) {
        dialect_.make_certain(session);
        transaction.commit();
        return *std::exchange(in_doubt, std::nullopt);
      }
      in_doubt.reset();
      GUATU_TRY(const auto head, write_after(session, commit, expected_head));
      end_in_doubt(transaction, in_doubt, head);
      return head;
    });
    return answer || !in_doubt ? answer : unknown_end(answer.error());
  }

  Result<void> write_together(const std::function<void()>& write) override {
    if (guard_.is_pinned()) {
      write();
      return {};
    }
    std::optional<CommitHead> in_doubt;  // As in `append`.
    auto answer = guard_.run([&](soci::session& session) -> Result<void> {
      Transaction transaction(session, dialect_.begin_write);
      if (in_doubt && find_commit_digest(session, in_doubt->seq) == in_doubt->digest) {
        dialect_.make_certain(session);
        transaction.commit();
        in_doubt.reset();
        return {};
      }
      in_doubt.reset();
      const auto before = find_head_row(session);
      {
        const StoreGuard::Pin pin(guard_, session);
        write();
        pin.check();
      }
      if (const auto head = find_head_row(session); head != before) end_in_doubt(transaction, in_doubt, head);
      return {};
    });
    return answer || !in_doubt ? answer : Result<void>(unknown_end(answer.error()));
  }

  Result<ports::Growth> load_growth(std::int64_t first, std::int64_t last) override {
    return guard_.run([&](soci::session& session) { return load_growth_rows(session, first, last); });
  }

  Result<std::vector<StoredRecord>> load_newest(const std::string& type, std::int64_t seq) override {
    return guard_.run([&](soci::session& session) { return load_newest_rows(session, type, seq); });
  }

  Result<std::vector<StoredRecord>> load_history(const std::string& type, std::int64_t seq,
                                                 const std::optional<std::string>& subject) override {
    return guard_.run([&](soci::session& session) { return load_history_rows(session, type, seq, subject); });
  }

  Result<std::vector<ports::CommitInfo>> load_commits(std::int64_t first, std::int64_t last) override {
    return guard_.run([&](soci::session& session) {
      std::vector<ports::CommitInfo> commits;
      for (auto& row : load_commit_rows(session, first, last))
        commits.push_back(std::move(row.info));
      return commits;
    });
  }

  Result<std::vector<ports::PersonalValue>> load_personal() override {
    return guard_.run([](soci::session& session) { return load_personal_rows(session); });
  }

  Result<void> erase_personal(const std::string& digest) override {
    GUATU_REQUIRE(!guard_.is_pinned());
    bool in_doubt = false;
    return guard_.run([&](soci::session& session) -> Result<void> {
      Transaction transaction(session, dialect_.begin_write);
      if (!erase_personal_row(session, digest) && !in_doubt)
        return make_error(ErrorKind::NotFound, digest, "没有这项个人信息，可能已清除",
                          "there is no such personal value; it may be erased already");
      if (in_doubt) dialect_.make_certain(session);
      in_doubt = true;
      transaction.commit();
      dialect_.overwrite_deleted(session);
      return {};
    });
  }

  Result<std::string> load_blob(const std::string& digest) override {
    return guard_.run([&](soci::session& session) -> Result<std::string> {
      auto bytes = find_blob_bytes(session, digest);
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
    GUATU_REQUIRE(!guard_.is_pinned());
    return guard_.run([&](soci::session& session) -> Result<void> {
      Transaction transaction(session, dialect_.begin_write);
      const auto commits = load_commit_rows(session, signature.head.seq, signature.head.seq);
      if (commits.empty() || commits.front().info.head != signature.head)
        return make_error(ErrorKind::NotFound, std::to_string(signature.head.seq), "台账中没有所签的这一号提交",
                          "the chain has no such commit as was signed");
      put_signature_row(session, signature);
      transaction.commit();
      return {};
    });
  }

  Result<std::vector<ports::HeadSignature>> load_head_signatures() override {
    return guard_.run([](soci::session& session) { return load_signature_rows(session); });
  }

  Result<std::optional<ChainFault>> verify_chain(const std::optional<CommitHead>& seen) override {
    GUATU_REQUIRE(!guard_.is_pinned());
    auto answer = guard_.run([&](soci::session& session) {
      const Transaction one_state(session, dialect_.begin_read);
      return walk_chain(session, dialect_, seen);
    });
    // Files too damaged to be read through are the fault that was asked for.
    if (!answer && answer.error().kind == ErrorKind::IntegrityBroken)
      return std::optional(ChainFault{0, answer.error().message.en, answer.error().message.zh});
    return answer;
  }

  Result<ports::ServerReport> report_server() override {
    return guard_.run([&](soci::session& session) {
      auto facts = dialect_.report(session);
      facts.erased_personal = count_erased_rows(session);
      return facts;
    });
  }

 private:
  Result<CommitHead> write_after(soci::session& session, const Commit& commit, std::int64_t expected_head) const {
    const auto before = find_head_row(session);
    if (before.seq != expected_head)
      return make_error(ErrorKind::Conflict, std::to_string(before.seq), "期间已有他人提交，请重新办理",
                        "somebody else wrote in between; load again and repeat");
    return write_commit(session, dialect_, commit, before);
  }

  /// Its last word is said by `write_together`.
  Result<CommitHead> append_together(const Commit& commit, std::int64_t expected_head) {
    return guard_.run([&](soci::session& session) { return write_after(session, commit, expected_head); });
  }

  /// The last word of a transaction. Only a lost connection leaves it open whether it was heard.
  void end_in_doubt(Transaction& transaction, std::optional<CommitHead>& in_doubt, const CommitHead& head) const {
    in_doubt = head;
    try {
      transaction.commit();
    } catch (const std::exception& error) {
      if (dialect_.recovery(error) != Recovery::Reconnect) in_doubt.reset();
      throw;
    }
    in_doubt.reset();
  }

  [[nodiscard]] Error unknown_end(const Error& cause) const {
    return make_error(cause.kind, guard_.name(),
                      "保存时与数据库的连接中断，尚不能确定是否已保存；数据库恢复后重新办理即可，不会重复记录（" +
                          cause.message.zh + "）",
                      "the connection broke while saving, and whether it was saved is not known yet; do it again when "
                      "the database is back, nothing is recorded twice (" +
                          cause.message.en + ")");
  }

  const Dialect& dialect_;
  StoreGuard guard_;
};

}  // namespace

std::unique_ptr<ports::Store> make_journal_store(std::string name, std::unique_ptr<ConnectionPool> pool,
                                                 const Dialect& dialect, RetryLimits limits) {
  return std::make_unique<JournalStore>(std::move(name), std::move(pool), dialect, limits);
}

}  // namespace guatu::store
