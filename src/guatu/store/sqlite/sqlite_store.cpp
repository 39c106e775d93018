#include "guatu/store/sqlite/sqlite_store.hpp"

#include <algorithm>
#include <mutex>

#include "guatu/ports/digest.hpp"
#include "guatu/store/base64.hpp"
#include "guatu/store/chain.hpp"
#include "guatu/store/sql/journal_sql.hpp"
#include "guatu/store/sqlite/chain_walk.hpp"
#include "guatu/store/sqlite/connection.hpp"

namespace guatu::store {
namespace {

using ports::Commit;
using ports::CommitHead;
using ports::StoredRecord;
using soci::into;
using soci::use;

CommitHead head_of(soci::session& session, const char* statement, const long long* known_at) {
  CommitHead head{0, genesis_digest(), 0};
  long long seq = 0;
  long long recorded_at = 0;
  std::string digest;
  if (known_at == nullptr) {
    session << statement, into(seq), into(recorded_at), into(digest);
  } else {
    session << statement, use(*known_at, "known_at"), into(seq), into(recorded_at), into(digest);
  }
  if (session.got_data()) head = {seq, digest, recorded_at};
  return head;
}

/// Text that one engine keeps and another cuts must not enter the chain.
bool has_nul(const Commit& commit) {
  const auto bad = [](const std::string& text) { return text.find('\0') != std::string::npos; };
  return bad(commit.actor) || bad(commit.unit) || bad(commit.action) || bad(commit.source) || bad(commit.reason) ||
         std::ranges::any_of(
             commit.records,
             [&](const auto& record) { return bad(record.type) || bad(record.subject) || bad(record.body); }) ||
         std::ranges::any_of(commit.personal,
                             [&](const auto& personal) { return bad(personal.salt) || bad(personal.value); });
}

CommitParts parts_of(const Commit& commit, const CommitHead& before) {
  CommitParts parts{before.seq + 1,
                    std::max(commit.recorded_at, before.recorded_at),
                    commit.actor,
                    commit.unit,
                    commit.action,
                    commit.source,
                    commit.reason,
                    {},
                    {},
                    {}};
  for (const auto& record : commit.records)
    parts.records.push_back(record_digest(record));
  for (const auto& personal : commit.personal)
    parts.personal.push_back(personal.digest);
  for (const auto& blob : commit.blobs)
    parts.blobs.push_back(blob.digest);
  return parts;
}

void insert_commit(soci::session& session, const CommitParts& parts, const std::string& previous,
                   const std::string& digest) {
  const long long seq = parts.seq;
  const long long recorded_at = parts.recorded_at;
  const long long format = kChainFormat;
  session << sql::kInsertCommit, use(seq, "seq"), use(recorded_at, "recorded_at"), use(parts.actor, "actor"),
      use(parts.unit, "unit"), use(parts.action, "action"), use(parts.source, "source"), use(parts.reason, "reason"),
      use(format, "format"), use(previous, "previous_digest"), use(digest, "digest");
}

void insert_records(soci::session& session, const Commit& commit, const CommitParts& parts) {
  const long long seq = parts.seq;
  long long ordinal = 0;
  std::string type;
  std::string subject;
  std::string body;
  std::string digest;
  soci::statement statement = (session.prepare << sql::kInsertRecord, use(seq, "seq"), use(ordinal, "ordinal"),
                               use(type, "type"), use(subject, "subject"), use(body, "body"), use(digest, "digest"));
  for (std::size_t i = 0; i < commit.records.size(); ++i) {
    ordinal = static_cast<long long>(i);
    type = commit.records[i].type;
    subject = commit.records[i].subject;
    body = commit.records[i].body;
    digest = parts.records[i];
    statement.execute(true);
  }
}

void insert_digests(soci::session& session, const char* text, long long seq, const std::vector<std::string>& digests) {
  for (std::size_t i = 0; i < digests.size(); ++i) {
    const auto ordinal = static_cast<long long>(i);
    session << text, use(seq, "seq"), use(ordinal, "ordinal"), use(digests[i], "digest");
  }
}

void insert_beside(soci::session& session, const Commit& commit) {
  for (const auto& personal : commit.personal)
    session << sql::kInsertPersonal, use(personal.digest, "digest"), use(personal.salt, "salt"),
        use(personal.value, "value");
  for (const auto& blob : commit.blobs) {
    const auto text = to_base64(blob.bytes);
    session << sql::kInsertBlob, use(blob.digest, "digest"), use(text, "bytes");
  }
}

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

class SqliteStore final : public ports::Store {
 public:
  SqliteStore(std::string path, std::unique_ptr<soci::session> session)
      : path_(std::move(path)), session_(std::move(session)) {}

  Result<CommitHead> find_head() override {
    return guarded([&] { return head_of(*session_, sql::kFindHead, nullptr); });
  }

  Result<CommitHead> find_head_at(ports::EpochSeconds known_at) override {
    return guarded([&] {
      const long long instant = known_at;
      return head_of(*session_, sql::kFindHeadAt, &instant);
    });
  }

  Result<CommitHead> append(const Commit& commit, std::int64_t expected_head) override {
    if (has_nul(commit))
      return make_error(ErrorKind::InvalidInput, commit.action, "内容含有空字符（U+0000），无法保存，请删除后重试",
                        "the text holds a NUL character; remove it and try again");
    return guarded([&]() -> Result<CommitHead> {
      ImmediateTransaction transaction(*session_);
      const auto before = head_of(*session_, sql::kFindHead, nullptr);
      if (before.seq != expected_head)
        return make_error(ErrorKind::Conflict, std::to_string(before.seq), "期间已有他人提交，请重新办理",
                          "somebody else wrote in between; load again and repeat");
      const auto parts = parts_of(commit, before);
      const CommitHead head{parts.seq, commit_digest(before.digest, parts), parts.recorded_at};
      insert_commit(*session_, parts, before.digest, head.digest);
      insert_records(*session_, commit, parts);
      insert_digests(*session_, sql::kInsertCommitPersonal, parts.seq, parts.personal);
      insert_digests(*session_, sql::kInsertCommitBlob, parts.seq, parts.blobs);
      insert_beside(*session_, commit);
      transaction.commit();
      return head;
    });
  }

  Result<std::vector<StoredRecord>> load_newest(const std::string& type, std::int64_t seq) override {
    return guarded([&] {
      const long long known = seq;
      StoredRow row;
      soci::statement statement = (session_->prepare << sql::kLoadNewest, use(type, "type"), use(known, "seq"),
                                   use(type, "same_type"), into(row.seq), into(row.subject), into(row.body));
      return fetch(statement, row);
    });
  }

  Result<std::vector<StoredRecord>> load_history(const std::string& type, std::int64_t seq,
                                                 const std::optional<std::string>& subject) override {
    return guarded([&] {
      const long long known = seq;
      StoredRow row;
      if (!subject) {
        soci::statement statement = (session_->prepare << sql::kLoadHistory, use(type, "type"), use(known, "seq"),
                                     into(row.seq), into(row.subject), into(row.body));
        return fetch(statement, row);
      }
      soci::statement statement =
          (session_->prepare << sql::kLoadHistoryOfSubject, use(type, "type"), use(*subject, "subject"),
           use(known, "seq"), into(row.seq), into(row.subject), into(row.body));
      return fetch(statement, row);
    });
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
      ImmediateTransaction transaction(*session_);
      int count = 0;
      *session_ << sql::kCountPersonal, use(digest, "digest"), into(count);
      if (count == 0)
        return make_error(ErrorKind::NotFound, digest, "没有这项个人信息，可能已清除",
                          "there is no such personal value; it may be erased already");
      *session_ << sql::kErasePersonal, use(digest, "digest");
      *session_ << sql::kInsertErased, use(digest, "digest");
      transaction.commit();
      return {};
    });
  }

  Result<std::string> load_blob(const std::string& digest) override {
    return guarded([&]() -> Result<std::string> {
      std::string text;
      *session_ << sql::kLoadBlob, use(digest, "digest"), into(text);
      if (!session_->got_data())
        return make_error(ErrorKind::NotFound, digest, "存档中没有摘要为 " + digest + " 的文件",
                          "no bytes are kept under digest " + digest);
      auto bytes = from_base64(text);
      if (!bytes || ports::sm3_hex(*bytes) != digest)
        return make_error(ErrorKind::IntegrityBroken, digest, "存档文件与其摘要 " + digest + " 不符",
                          "kept bytes do not match their digest " + digest);
      return *std::move(bytes);
    });
  }

  Result<std::optional<ports::ChainFault>> verify_chain() override {
    return guarded([&] { return walk_chain(*session_); });
  }

 private:
  struct StoredRow {
    long long seq = 0;
    std::string subject, body;
  };

  static std::vector<StoredRecord> fetch(soci::statement& statement, const StoredRow& row) {
    std::vector<StoredRecord> records;
    statement.execute();
    while (statement.fetch())
      records.push_back({row.seq, row.subject, row.body});
    return records;
  }

  /// One use of the connection at a time; the engine's exceptions end here.
  template <typename Work>
  auto guarded(Work work) -> AsResult<decltype(work())> {
    using Answer = AsResult<decltype(work())>;
    const std::lock_guard lock(mutex_);
    try {
      return Answer(work());
    } catch (const std::exception& error) {
      return Answer(store_error(path_, error.what()));
    }
  }

  std::string path_;
  std::unique_ptr<soci::session> session_;
  std::mutex mutex_;
};

}  // namespace

Result<std::unique_ptr<ports::Store>> open_checked(const std::string& path, std::unique_ptr<soci::session> session) {
  return std::unique_ptr<ports::Store>(std::make_unique<SqliteStore>(path, std::move(session)));
}

}  // namespace guatu::store
