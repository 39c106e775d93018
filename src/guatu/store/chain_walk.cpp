#include "guatu/store/chain_walk.hpp"

#include <limits>
#include <soci/soci.h>

#include "guatu/ports/digest.hpp"
#include "guatu/store/chain.hpp"
#include "guatu/store/journal_rows.hpp"
#include "guatu/store/signature_rows.hpp"
#include "guatu/store/sql/journal_sql.hpp"

namespace guatu::store {
namespace {

using ports::ChainFault;
using ports::CommitHead;
using Fault = std::optional<ChainFault>;

ChainFault fault_at(std::int64_t seq, const std::string& en, const std::string& zh) {
  const auto number = std::to_string(seq);
  return {seq, "commit " + number + ": " + en, "第 " + number + " 号提交：" + zh};
}

/// One pass over the journal; what it has learnt is what later checks compare with.
class ChainWalk {
 public:
  ChainWalk(soci::session& session, const std::optional<CommitHead>& seen) : session_(session), seen_(seen) {
    for (auto& signature : load_signature_rows(session_))
      signed_[signature.head.seq].push_back(std::move(signature.head));
  }

  Fault find_fault() {
    for (const auto& row : load_commit_rows(session_, std::numeric_limits<std::int64_t>::min(),
                                            std::numeric_limits<std::int64_t>::max())) {
      if (auto fault = check_commit(row)) return fault;
      head_ = row.info.head;
    }
    if (auto fault = check_end()) return fault;
    if (auto fault = check_blobs()) return fault;
    if (auto fault = check_personal()) return fault;
    return check_newest();
  }

 private:
  Fault check_commit(const CommitRow& row) {
    const auto& info = row.info;
    const auto seq = info.head.seq;
    if (seq <= 0) return fault_at(seq, "has no valid number", "编号无效");
    if (seq != head_.seq + 1) return fault_at(head_.seq + 1, "is missing", "缺失");
    if (row.format != kChainFormat)
      return fault_at(seq, "unknown format " + std::to_string(row.format),
                      "格式 " + std::to_string(row.format) + " 未知");
    if (row.previous_digest != head_.digest)
      return fault_at(seq, "does not follow the commit before it", "与前一号提交不衔接");
    if (info.head.recorded_at < head_.recorded_at)
      return fault_at(seq, "recorded before the commit before it", "记录时间早于前一号提交");
    CommitParts parts{seq,         info.head.recorded_at, info.actor, info.unit, info.action,
                      info.source, info.reason,           {},         {},        {}};
    if (auto fault = check_records(row, parts.records)) return fault;
    parts.personal = load_digests_of(session_, sql::kLoadPersonalOfCommit, seq);
    parts.blobs = load_digests_of(session_, sql::kLoadBlobsOfCommit, seq);
    if (commit_digest(head_.digest, parts) != info.head.digest)
      return fault_at(seq, "header, or the choice or order of its records and files, does not match its digest",
                      "提交信息或所列记录、文件与摘要不符");
    if (seen_ && seen_->seq == seq && seen_->digest != info.head.digest)
      return fault_at(seq, "is not the one whose digest was seen", "与已见到的摘要不同，台账链被重新计算过");
    if (auto fault = check_signed(info.head)) return fault;
    for (const auto& digest : parts.personal)
      first_named_.emplace(digest, seq);
    for (const auto& digest : parts.blobs)
      first_blob_.emplace(digest, seq);
    return std::nullopt;
  }

  /// Whose signature it is matters to who holds the key; that it names this very commit matters here.
  [[nodiscard]] Fault check_signed(const CommitHead& head) const {
    const auto found = signed_.find(head.seq);
    if (found == signed_.end()) return std::nullopt;
    for (const auto& each : found->second)
      if (each != head)
        return fault_at(head.seq, "is not the one that was signed", "与已签名的不同，台账链或签名被改动过");
    return std::nullopt;
  }

  /// Each record against its own digest; `digests` receives them as recomputed.
  Fault check_records(const CommitRow& commit, std::vector<std::string>& digests) {
    const auto seq = commit.info.head.seq;
    for (const auto& row : load_record_rows(session_, seq)) {
      const auto expected = static_cast<long long>(digests.size());
      if (row.ordinal != expected)
        return fault_at(seq, "record " + std::to_string(expected) + " is missing",
                        "第 " + std::to_string(expected) + " 条记录缺失");
      digests.push_back(record_digest(row.record));
      const auto name = std::to_string(row.ordinal) + " (" + row.record.type + " " + row.record.subject + ")";
      if (digests.back() != row.digest)
        return fault_at(seq, "record " + name + " does not match its digest", "记录 " + name + " 与摘要不符");
      newest_[{row.record.type, row.record.subject}] = {seq, row.ordinal};
    }
    const auto found = std::to_string(digests.size());
    const auto named = std::to_string(commit.info.record_count);
    if (found == named) return std::nullopt;
    return fault_at(seq, "has " + found + " records, its header says " + named,
                    "实有 " + found + " 条记录，登记为 " + named + " 条");
  }

  Fault check_end() {
    for (const auto* statement : {sql::kCountStrayRecords, sql::kCountStrayPersonal, sql::kCountStrayBlobs}) {
      int stray = 0;
      session_ << statement, soci::into(stray);
      if (stray > 0)
        return fault_at(head_.seq + 1,
                        std::to_string(stray) + " rows belong to no commit: the end of the chain was cut off",
                        "有 " + std::to_string(stray) + " 条内容不属于任何提交，台账链末尾被截去");
    }
    if (seen_ && seen_->seq > head_.seq)
      return fault_at(head_.seq + 1,
                      "is missing: commit " + std::to_string(seen_->seq) + " was seen, the end was cut off",
                      "缺失：曾有第 " + std::to_string(seen_->seq) + " 号提交，台账链末尾被截去");
    if (!signed_.empty() && signed_.rbegin()->first > head_.seq)
      return fault_at(
          head_.seq + 1,
          "is missing: commit " + std::to_string(signed_.rbegin()->first) + " was signed, the end was cut off",
          "缺失：第 " + std::to_string(signed_.rbegin()->first) + " 号提交曾被签名，台账链末尾被截去");
    if (!signed_.empty() && signed_.begin()->first <= 0)
      return ChainFault{0, "a signature names a commit without a valid number", "有签名所指的提交编号无效"};
    if (seen_ && seen_->seq == 0 && seen_->digest != genesis_digest())
      return ChainFault{0, "the digest before the first commit is not the one seen",
                        "首号提交之前的摘要与已见到的不同"};
    return std::nullopt;
  }

  /// Every file that the chain names must be there, and every file must be what its digest says.
  Fault check_blobs() {
    auto present = load_digests(session_, sql::kLoadBlobDigests);
    for (const auto& [digest, seq] : first_blob_)
      if (!present.contains(digest)) return fault_at(seq, "file " + digest + " is missing", "文件 " + digest + " 缺失");
    for (const auto& digest : present) {
      if (ports::sm3_hex(find_blob_bytes(session_, digest).value_or("")) == digest) continue;
      const auto named = first_blob_.find(digest);
      return fault_at(named == first_blob_.end() ? 0 : named->second, "file " + digest + " does not match its digest",
                      "文件 " + digest + " 与摘要不符");
    }
    return std::nullopt;
  }

  /// Named ones must be there or erased by the program, and each that is there must be what its digest says.
  Fault check_personal() {
    const auto present = load_personal_rows(session_);
    auto known = load_digests(session_, sql::kLoadErased);
    for (const auto& personal : present)
      known.insert(personal.digest);
    for (const auto& [digest, seq] : first_named_)
      if (!known.contains(digest))
        return fault_at(seq, "personal value " + digest + " is missing and was not erased by the program",
                        "个人信息 " + digest + " 缺失，且并非由程序清除");
    for (const auto& personal : present) {
      if (ports::sm3_hex(personal.salt + personal.value) == personal.digest) continue;
      const auto named = first_named_.find(personal.digest);
      return fault_at(named == first_named_.end() ? 0 : named->second,
                      "personal value " + personal.digest + " does not match its digest",
                      "个人信息 " + personal.digest + " 与摘要不符");
    }
    return std::nullopt;
  }

  /// The derived list must lead to the records that the chain says are newest, or figures would be wrong on a sound chain.
  Fault check_newest() {
    const auto listed = load_newest_places(session_);
    for (const auto& [subject, place] : newest_) {
      const auto found = listed.find(subject);
      if (found == listed.end() || found->second != place)
        return fault_at(place.first,
                        "the list of newest records does not lead to " + subject.first + " " + subject.second,
                        "最新记录索引没有指向 " + subject.first + " " + subject.second);
    }
    if (listed.size() == newest_.size()) return std::nullopt;
    return ChainFault{0, "the list of newest records names subjects without records", "最新记录索引列有不存在的对象"};
  }

  soci::session& session_;
  const std::optional<CommitHead>& seen_;
  std::map<std::int64_t, std::vector<CommitHead>> signed_;
  CommitHead head_{0, genesis_digest(), std::numeric_limits<ports::EpochSeconds>::min()};
  std::map<std::string, std::int64_t> first_named_, first_blob_;  ///< Digest to the first commit that names it.
  PlaceBySubject newest_;
};

}  // namespace

Fault walk_chain(soci::session& session, const Dialect& dialect, const std::optional<CommitHead>& seen) {
  if (auto fault = ChainWalk(session, seen).find_fault()) return fault;
  if (const auto damage = dialect.find_damage(session))
    return ChainFault{0, "the database file is damaged: " + *damage, "数据库文件损坏：" + *damage};
  return std::nullopt;
}

}  // namespace guatu::store
