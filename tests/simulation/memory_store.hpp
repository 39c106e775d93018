#pragma once

#include <map>
#include <set>

#include "guatu/ports/store.hpp"

/// The journal in memory: the third implementation of the port, without an engine. It keeps what the others keep and
/// verifies what they verify.
namespace guatu::simulation {

class MemoryStore final : public ports::Store {
 public:
  Result<ports::CommitHead> find_head() override;
  Result<ports::CommitHead> find_head_at(ports::EpochSeconds known_at) override;
  Result<ports::CommitHead> append(const ports::Commit& commit, std::int64_t expected_head) override;
  Result<std::vector<ports::StoredRecord>> load_newest(const std::string& type, std::int64_t seq) override;
  Result<std::vector<ports::StoredRecord>> load_history(const std::string& type, std::int64_t seq,
                                                        const std::optional<std::string>& subject) override;
  Result<ports::Growth> load_growth(std::int64_t first, std::int64_t last) override;
  Result<void> write_together(const std::function<void()>& write) override;
  Result<std::vector<ports::CommitInfo>> load_commits(std::int64_t first, std::int64_t last) override;
  Result<std::vector<ports::PersonalValue>> load_personal() override;
  Result<void> erase_personal(const std::string& digest) override;
  Result<std::string> load_blob(const std::string& digest) override;
  Result<void> put_head_signature(const ports::HeadSignature& signature) override;
  Result<std::vector<ports::HeadSignature>> load_head_signatures() override;
  Result<std::optional<ports::ChainFault>> verify_chain(const std::optional<ports::CommitHead>& seen) override;
  Result<ports::ServerReport> report_server() override;

 private:
  struct Entry {
    ports::CommitInfo info;
    std::vector<ports::Record> records;
    std::vector<std::string> personal, blobs;  ///< Digests.
  };
  [[nodiscard]] ports::CommitHead head() const;
  [[nodiscard]] std::string digest_of(const Entry& entry, const std::string& previous) const;

  std::vector<Entry> commits_;
  std::map<std::string, std::vector<ports::StoredRecord>> by_type_;  ///< Oldest first.
  std::map<std::string, ports::PersonalValue> personal_;
  std::set<std::string> erased_;
  std::map<std::string, std::string> blobs_;
  std::map<std::pair<std::int64_t, std::string>, ports::HeadSignature> signatures_;  ///< By number and key.
};

}  // namespace guatu::simulation
