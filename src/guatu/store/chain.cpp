#include "guatu/store/chain.hpp"

#include "guatu/ports/digest.hpp"

namespace guatu::store {
namespace {

void put(std::string& bytes, std::string_view field) {
  bytes += std::to_string(field.size());
  bytes += ':';
  bytes += field;
  bytes += ',';
}

void put(std::string& bytes, const std::vector<std::string>& fields) {
  put(bytes, std::to_string(fields.size()));
  for (const auto& field : fields)
    put(bytes, field);
}

}  // namespace

std::string record_digest(const ports::Record& record) {
  std::string bytes;
  put(bytes, "guatu-record-1");
  put(bytes, record.type);
  put(bytes, record.subject);
  put(bytes, record.body);
  return ports::sm3_hex(bytes);
}

std::string commit_digest(const std::string& previous, const CommitParts& commit) {
  std::string bytes;
  put(bytes, "guatu-commit-1");
  put(bytes, previous);
  put(bytes, std::to_string(commit.seq));
  put(bytes, std::to_string(commit.recorded_at));
  for (const auto* field : {&commit.actor, &commit.unit, &commit.action, &commit.source, &commit.reason})
    put(bytes, *field);
  put(bytes, commit.records);
  put(bytes, commit.personal);
  put(bytes, commit.blobs);
  return ports::sm3_hex(bytes);
}

std::string genesis_digest() {
  return ports::sm3_hex({});
}

}  // namespace guatu::store
