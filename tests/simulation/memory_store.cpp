#include "tests/simulation/memory_store.hpp"

#include <algorithm>

#include "guatu/ports/digest.hpp"
#include "guatu/store/chain.hpp"
#include "guatu/store/commit_check.hpp"

namespace guatu::simulation {

using ports::ChainFault;
using ports::Commit;
using ports::CommitHead;
using ports::CommitInfo;
using ports::StoredRecord;

CommitHead MemoryStore::head() const {
  return commits_.empty() ? CommitHead{0, store::genesis_digest(), 0} : commits_.back().info.head;
}

std::string MemoryStore::digest_of(const Entry& entry, const std::string& previous) const {
  const auto& info = entry.info;
  store::CommitParts parts{info.head.seq, info.head.recorded_at, info.actor, info.unit,      info.action,
                           info.source,   info.reason,           {},         entry.personal, entry.blobs};
  for (const auto& record : entry.records)
    parts.records.push_back(store::record_digest(record));
  return store::commit_digest(previous, parts);
}

Result<CommitHead> MemoryStore::find_head() {
  return head();
}

Result<CommitHead> MemoryStore::find_head_at(ports::EpochSeconds known_at) {
  CommitHead found{0, store::genesis_digest(), 0};
  for (const auto& commit : commits_)
    if (commit.info.head.recorded_at <= known_at) found = commit.info.head;
  return found;
}

Result<CommitHead> MemoryStore::append(const Commit& commit, std::int64_t expected_head) {
  GUATU_CHECK(store::check_commit(commit));
  const auto before = head();
  if (before.seq != expected_head)
    return make_error(ErrorKind::Conflict, std::to_string(before.seq), "期间已有他人提交，请重新办理",
                      "somebody else wrote in between; load again and repeat");
  const auto recorded_at = std::max(commit.recorded_at, before.recorded_at);
  Entry entry{{{before.seq + 1, {}, recorded_at},
               commit.actor,
               commit.unit,
               commit.action,
               commit.source,
               commit.reason,
               static_cast<std::int64_t>(commit.records.size())},
              commit.records,
              {},
              {}};
  for (const auto& personal : commit.personal) {
    entry.personal.push_back(personal.digest);
    personal_.emplace(personal.digest, personal);
  }
  for (const auto& blob : commit.blobs) {
    entry.blobs.push_back(blob.digest);
    blobs_.emplace(blob.digest, blob.bytes);
  }
  entry.info.head.digest = digest_of(entry, before.digest);
  for (const auto& record : commit.records)
    by_type_[record.type].push_back({entry.info.head.seq, record.subject, record.body});
  commits_.push_back(std::move(entry));
  return head();
}

Result<std::vector<StoredRecord>> MemoryStore::load_newest(const std::string& type, std::int64_t seq) {
  std::map<std::string, const StoredRecord*> newest;
  for (const auto& record : by_type_[type])
    if (record.seq <= seq) newest[record.subject] = &record;
  std::vector<StoredRecord> records;
  for (const auto& [subject, record] : newest)
    records.push_back(*record);
  return records;
}

Result<std::vector<StoredRecord>> MemoryStore::load_history(const std::string& type, std::int64_t seq,
                                                            const std::optional<std::string>& subject) {
  std::vector<StoredRecord> records;
  for (const auto& record : by_type_[type])
    if (record.seq <= seq && (!subject || record.subject == *subject)) records.push_back(record);
  return records;
}

Result<ports::Growth> MemoryStore::load_growth(std::int64_t first, std::int64_t last) {
  ports::Growth growth;
  growth.erased_personal = std::ssize(erased_);
  for (const auto& commit : commits_) {
    if (commit.info.head.seq < first || commit.info.head.seq > last) continue;
    for (const auto& record : commit.records)
      growth.rows.push_back({commit.info.head.seq, record});
    for (const auto& digest : commit.personal)
      if (const auto found = personal_.find(digest); found != personal_.end()) growth.personal.push_back(found->second);
  }
  return growth;
}

/// Nothing here can fail halfway, and nobody else writes.
Result<void> MemoryStore::write_together(const std::function<void()>& write) {
  write();
  return {};
}

Result<std::vector<CommitInfo>> MemoryStore::load_commits(std::int64_t first, std::int64_t last) {
  std::vector<CommitInfo> found;
  for (const auto& commit : commits_)
    if (first <= commit.info.head.seq && commit.info.head.seq <= last) found.push_back(commit.info);
  return found;
}

Result<std::vector<ports::PersonalValue>> MemoryStore::load_personal() {
  std::vector<ports::PersonalValue> values;
  for (const auto& [digest, value] : personal_)
    values.push_back(value);
  return values;
}

Result<void> MemoryStore::erase_personal(const std::string& digest) {
  if (personal_.erase(digest) == 0)
    return make_error(ErrorKind::NotFound, digest, "没有这项个人信息，可能已清除",
                      "there is no such personal value; it may be erased already");
  erased_.insert(digest);
  return {};
}

Result<std::string> MemoryStore::load_blob(const std::string& digest) {
  const auto found = blobs_.find(digest);
  if (found == blobs_.end())
    return make_error(ErrorKind::NotFound, digest, "存档中没有摘要为 " + digest + " 的文件",
                      "no bytes are kept under digest " + digest);
  return found->second;
}

Result<void> MemoryStore::put_head_signature(const ports::HeadSignature& signature) {
  for (const auto& commit : commits_)
    if (commit.info.head == signature.head) {
      signatures_[{signature.head.seq, signature.key}] = signature;
      return {};
    }
  return make_error(ErrorKind::NotFound, std::to_string(signature.head.seq), "台账中没有所签的这一号提交",
                    "the chain has no such commit as was signed");
}

Result<std::vector<ports::HeadSignature>> MemoryStore::load_head_signatures() {
  std::vector<ports::HeadSignature> signatures;
  for (const auto& [place, signature] : signatures_)
    signatures.push_back(signature);
  return signatures;
}

Result<std::optional<ChainFault>> MemoryStore::verify_chain(const std::optional<CommitHead>& seen) {
  std::string previous = store::genesis_digest();
  ports::EpochSeconds earlier = 0;
  const auto fault = [](std::int64_t seq, const std::string& what) {
    return std::optional(ChainFault{seq, "commit " + std::to_string(seq) + ": " + what, what});
  };
  for (const auto& commit : commits_) {
    const auto& now = commit.info.head;
    if (digest_of(commit, previous) != now.digest) return fault(now.seq, "does not match its digest");
    if (now.recorded_at < earlier) return fault(now.seq, "recorded before the commit before it");
    if (seen && seen->seq == now.seq && seen->digest != now.digest) return fault(now.seq, "is not the one seen");
    previous = now.digest;
    earlier = now.recorded_at;
  }
  if (seen && seen->seq > head().seq) return fault(head().seq + 1, "is missing");
  for (const auto& [place, signature] : signatures_) {
    const auto at = static_cast<std::size_t>(place.first) - 1;
    if (at >= commits_.size() || commits_[at].info.head != signature.head)
      return fault(place.first, "is not the one that was signed");
  }
  for (const auto& [digest, bytes] : blobs_)
    if (ports::sm3_hex(bytes) != digest) return fault(0, "file " + digest + " does not match its digest");
  return std::optional<ChainFault>{};
}

Result<ports::ServerReport> MemoryStore::report_server() {
  ports::ServerReport report;
  report.engine = "memory";
  return report;
}

}  // namespace guatu::simulation
