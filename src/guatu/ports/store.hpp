#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/ports/server_report.hpp"

/// The journal in which a campaign is kept, as its users see it. One implementation per database engine; ids, order and
/// canonical bytes are made in C++, so that every engine holds the same bytes.
///
/// A change is one commit of one or more records. Commits are numbered 1, 2, 3 … without a gap (`seq`), never changed,
/// and chained by SM3. A record has a type ("project", "part", "life", "dekad", …), the subject that it is about, and a
/// body: canonical bytes whose meaning only `json/` knows. The newest record of a type and subject replaces earlier ones;
/// within one commit the last one does.
namespace guatu::ports {

/// Seconds since 1970-01-01T00:00:00Z. Text is always RFC 3339 with +08:00 (`values/instant.hpp`).
using EpochSeconds = std::int64_t;

struct Record {
  std::string type;
  std::string subject;
  std::string body;  ///< Canonical bytes, UTF-8.

  friend bool operator==(const Record&, const Record&) = default;
};

/// A personal value (name of a contact, phone number). The chain holds only SM3(salt ‖ value), so it can be erased.
struct PersonalValue {
  std::string digest;  ///< 64 hex digits; record bodies refer to it.
  std::string salt;    ///< 32 random bytes as hex.
  std::string value;
};

/// Bytes kept beside the chain and named by their digest: published papers, imported workbooks, campaign files.
struct Blob {
  std::string digest;  ///< SM3 of the bytes, 64 hex digits.
  std::string bytes;
};

struct Commit {
  EpochSeconds recorded_at = 0;  ///< Raised to the head's instant if the clock went back.
  std::string actor;             ///< "cli:<user>", later an account.
  std::string unit;              ///< Unit on whose behalf; may be empty for the office's own machine.
  std::string action;            ///< "import", "lock", "publish", …
  std::string source;            ///< File and sheet, screen, token, finding.
  std::string reason;
  std::vector<Record> records;
  std::vector<PersonalValue> personal;
  std::vector<Blob> blobs;
};

struct CommitHead {
  std::int64_t seq = 0;  ///< 0: nothing recorded yet.
  std::string digest;    ///< 64 hex digits; of seq 0: SM3 of the empty string.
  EpochSeconds recorded_at = 0;

  friend bool operator==(const CommitHead&, const CommitHead&) = default;
};

/// A commit without its records: who did what when.
struct CommitInfo {
  CommitHead head;
  std::string actor, unit, action, source, reason;
  std::int64_t record_count = 0;
};

struct StoredRecord {
  std::int64_t seq = 0;
  std::string subject;
  std::string body;
};

/// What commits have added: how to get from one head to a later one without reading everything again.
struct Growth {
  struct Row {
    std::int64_t seq = 0;
    Record record;
  };
  std::vector<Row> rows;                ///< In the order in which they were written.
  std::vector<PersonalValue> personal;  ///< Of these commits; erased ones are absent.
  std::int64_t erased_personal = 0;     ///< Values erased until now, of whatever commit.
};

/// The first thing wrong that a walk over the chain found.
struct ChainFault {
  std::int64_t seq = 0;  ///< 0 when the fault lies beside the commits.
  std::string what;      ///< "commit 17: record 3 (part P0001/energy): does not match its digest".
  std::string what_zh;   ///< The same for people who read Chinese.

  friend bool operator==(const ChainFault&, const ChainFault&) = default;
};

/// A head signed by somebody's key (`head_signature.hpp`). Stands beside the chain: it is made after the commit.
struct HeadSignature {
  CommitHead head;
  std::string key;        ///< Fingerprint of the key, 64 hex digits.
  std::string signature;  ///< DER as hex digits.
  EpochSeconds signed_at = 0;

  friend bool operator==(const HeadSignature&, const HeadSignature&) = default;
};

class Store {
 public:
  virtual ~Store() = default;

  [[nodiscard]] virtual Result<CommitHead> find_head() = 0;

  /// The last commit recorded at or before `known_at`; seq 0 when there is none.
  [[nodiscard]] virtual Result<CommitHead> find_head_at(EpochSeconds known_at) = 0;

  /// Writes `commit` as number `expected_head + 1`, synced to disk before this returns.
  /// Personal values and blobs must match their digests: a caller's mistake otherwise. Known blobs are not written again.
  /// Errors: Conflict when the head is not `expected_head` any more; InvalidInput for text that not every engine keeps
  /// (NUL, bytes that are not UTF-8) and for a blob over 256 MiB; StoreFailed. Nothing is half written.
  [[nodiscard]] virtual Result<CommitHead> append(const Commit& commit, std::int64_t expected_head) = 0;

  /// The newest record of `type` for every subject, known at `seq`, ordered by subject (bytewise).
  [[nodiscard]] virtual Result<std::vector<StoredRecord>> load_newest(const std::string& type, std::int64_t seq) = 0;

  /// All records of `type` with number ≤ `seq`, oldest first; only those of `subject` when given.
  [[nodiscard]] virtual Result<std::vector<StoredRecord>> load_history(const std::string& type, std::int64_t seq,
                                                                       const std::optional<std::string>& subject) = 0;

  /// Everything that the commits from `first` to `last` inclusive have written.
  [[nodiscard]] virtual Result<Growth> load_growth(std::int64_t first, std::int64_t last) = 0;

  /// Runs `write` while nobody else can write. Commits that it appends are seen by its own later reads at once, and become
  /// durable together when this returns: with one sync, or none of them. What an error leaves is what stood before. `write`
  /// may be run again when the engine gave up for a reason that passes; it must not erase or sign. Inside another one it is
  /// part of that one.
  /// Errors: StoreFailed, for all of it.
  [[nodiscard]] virtual Result<void> write_together(const std::function<void()>& write) = 0;

  /// Commits from `first` to `last` inclusive, in order.
  [[nodiscard]] virtual Result<std::vector<CommitInfo>> load_commits(std::int64_t first, std::int64_t last) = 0;

  /// All personal values that have not been erased, by digest order. Erased ones are absent.
  [[nodiscard]] virtual Result<std::vector<PersonalValue>> load_personal() = 0;

  /// Forgets a personal value and overwrites its bytes; the chain stays whole. Backups made before still hold it.
  /// Errors: NotFound when it is not there or erased already.
  [[nodiscard]] virtual Result<void> erase_personal(const std::string& digest) = 0;

  /// Errors: NotFound; IntegrityBroken when the bytes are not those of the digest.
  [[nodiscard]] virtual Result<std::string> load_blob(const std::string& digest) = 0;

  /// Keeps a signature, synced; one of the same key and number is replaced.
  /// Errors: NotFound when the chain has no such head; StoreFailed.
  [[nodiscard]] virtual Result<void> put_head_signature(const HeadSignature& signature) = 0;
  /// In the order of number and key.
  [[nodiscard]] virtual Result<std::vector<HeadSignature>> load_head_signatures() = 0;

  /// Recomputes every digest from the bytes, checks numbers, instants, blobs, personal values and the engine's own files.
  /// A chain whose end was cut off, or that was computed anew, holds in itself: only `seen`, a head kept outside the store
  /// (printed in a bulletin), shows it. Number and digest of `seen` are compared.
  /// The first fault in chain order, or none. Errors: StoreFailed only.
  [[nodiscard]] virtual Result<std::optional<ChainFault>> verify_chain(const std::optional<CommitHead>& seen) = 0;
  [[nodiscard]] Result<std::optional<ChainFault>> verify_chain() { return verify_chain(std::nullopt); }

  /// The database behind it, as it is now. Errors: StoreFailed.
  [[nodiscard]] virtual Result<ServerReport> report_server() = 0;
};

/// Randomness and hashing, which the pure core does not have.
class Entropy {
 public:
  virtual ~Entropy() = default;
  [[nodiscard]] virtual std::string random_bytes(std::size_t count) = 0;
};

}  // namespace guatu::ports
