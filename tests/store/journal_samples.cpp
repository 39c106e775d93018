#include "tests/store/journal_samples.hpp"

#include "guatu/ports/digest.hpp"

namespace guatu::test {

ports::Commit JournalSamples::commit(const std::vector<ports::Record>& records) {
  ports::Commit commit;
  commit.recorded_at = clock.now();
  commit.actor = "cli:办公室";
  commit.unit = "office";
  commit.action = "import";
  commit.source = "任务表.xlsx";
  commit.reason = "旬报";
  commit.records = records;
  clock.move_by(60);
  return commit;
}

ports::Commit JournalSamples::full_commit(int number, int record_count) {
  std::vector<ports::Record> records;
  for (int i = 0; i < record_count; ++i)
    records.push_back({"part", "P" + std::to_string(i + 1), "{\"第\":" + std::to_string(number) + "}"});
  auto full = commit(records);
  full.blobs = {make_blob("工作簿 " + std::to_string(number))};
  full.personal = {personal("联系人" + std::to_string(number))};
  return full;
}

ports::PersonalValue JournalSamples::personal(const std::string& value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string salt;
  for (const char byte : entropy.random_bytes(32)) {
    salt.push_back(kDigits[static_cast<unsigned char>(byte) >> 4U]);
    salt.push_back(kDigits[static_cast<unsigned char>(byte) & 15U]);
  }
  return {ports::sm3_hex(salt + value), salt, value};
}

ports::Blob make_blob(const std::string& bytes) {
  return {ports::sm3_hex(bytes), bytes};
}

}  // namespace guatu::test
