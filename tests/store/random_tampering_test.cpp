#include <random>

#include "tests/store/store_suite.hpp"

// Single bytes changed behind the program's back, one thousand of them, wherever the chain reaches: each is found, and the
// fault names the place.
namespace guatu::test {
namespace {

constexpr int kChanges = 1'000;
constexpr std::int64_t kCommits = 5;
constexpr int kRecords = 4;

/// A column of one table, and where its rows belong.
struct Column {
  const char* table;
  const char* name;
  const char* key;  ///< An expression that tells the table's rows apart.
};

constexpr Column kColumns[] = {{"commits", "actor", "seq"},
                               {"commits", "unit", "seq"},
                               {"commits", "action", "seq"},
                               {"commits", "source", "seq"},
                               {"commits", "reason", "seq"},
                               {"commits", "previous_digest", "seq"},
                               {"commits", "digest", "seq"},
                               {"records", "type", "seq || '/' || ordinal"},
                               {"records", "subject", "seq || '/' || ordinal"},
                               {"records", "body", "seq || '/' || ordinal"},
                               {"records", "digest", "seq || '/' || ordinal"},
                               {"commit_personal", "digest", "seq || '/' || ordinal"},
                               {"commit_blobs", "digest", "seq || '/' || ordinal"},
                               {"personal", "digest", "digest"},
                               {"personal", "salt", "digest"},
                               {"personal", "value", "digest"},
                               {"blobs", "digest", "digest"},
                               {"blobs", "bytes", "digest"}};

class RandomTampering : public StoreSuite {
 protected:
  RandomTampering() {
    for (int i = 1; i <= kCommits; ++i) {
      auto commit = samples_.full_commit(i, kRecords);
      commit.blobs = {make_blob(samples_.entropy.random_bytes(301))};  // As the bytes of a workbook are.
      commits_.push_back(commit);
      append(commit);
    }
  }

  [[nodiscard]] std::string one(const std::string& sql) const {
    const auto rows = engine_.look(where_, sql);
    EXPECT_EQ(rows.size(), 1U) << sql;
    return rows.empty() ? "" : rows.front();
  }

  [[nodiscard]] static std::string quoted(const std::string& text) {
    std::string sql = "'";
    for (const char c : text)
      sql += c == '\'' ? "''" : std::string(1, c);
    return sql + "'";
  }

  void set(const Column& column, const std::string& row, const std::string& text) const {
    engine_.tamper(where_, std::string("update ") + column.table + " set " + column.name + " = " + quoted(text) +
                               " where " + column.key + " = " + quoted(row));
  }

  /// The commit that the row belongs to.
  [[nodiscard]] std::int64_t commit_of(const Column& column, const std::string& row) const {
    for (std::size_t i = 0; i < commits_.size(); ++i)
      if (commits_[i].blobs[0].digest == row || commits_[i].personal[0].digest == row)
        return static_cast<std::int64_t>(i) + 1;
    EXPECT_NE(std::string(column.key), "digest") << "a row of no commit: " << row;
    return std::stoll(row);
  }

  /// What the fault has to say besides the commit's number. Where a digest itself was changed, either the old name is
  /// missing or the new one is unknown: the commit that names it is told.
  [[nodiscard]] static std::string named(const Column& column, const std::string& row) {
    const std::string table = column.table;
    if (table == "records") return "record " + row.substr(row.find('/') + 1) + " (";
    if (table == "personal") return "personal value " + row;
    if (table == "blobs") return "file " + row;
    return "commit " + row.substr(0, row.find('/')) + ": ";
  }

  std::vector<ports::Commit> commits_;
};
GUATU_ON_EVERY_ENGINE(RandomTampering);

/// Another printable character in the place of one byte of ASCII, another continuation in a longer character, so that every
/// engine keeps it as text.
std::string with_another_byte(std::string text, std::size_t at, std::mt19937_64& random) {
  auto& byte = text[at];
  const auto old = byte;
  while (byte == old) {
    if (static_cast<unsigned char>(old) < 0x80U)
      byte = static_cast<char>('!' + random() % 94);
    else
      byte = static_cast<char>(0x80U + random() % 0x40U);
  }
  return text;
}

/// A byte that may be changed without the text ceasing to be text.
std::optional<std::size_t> pick_byte(const std::string& text, std::mt19937_64& random) {
  for (int tries = 0; tries < 64 && !text.empty(); ++tries) {
    const auto at = random() % text.size();
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto lead = at == 0 ? 0U : static_cast<unsigned char>(text[at - 1]);
    // A lead byte stays, and so does what stands behind one: some of its values are no character.
    if (byte < 0x80U || (byte < 0xC0U && lead < 0xC0U)) return at;
  }
  return std::nullopt;
}

TEST_P(RandomTampering, EveryChangedByteIsFoundAndNamed) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  std::map<std::string, std::vector<std::string>> rows;
  for (const auto& column : kColumns)
    rows[column.table] = engine_.look(where_, std::string("select ") + column.key + " from " + column.table);
  for (int changed = 0; changed < kChanges;) {
    const auto& column = kColumns[random() % std::size(kColumns)];
    const auto& choices = rows[column.table];
    ASSERT_FALSE(choices.empty()) << column.table;
    const auto& row = choices[random() % choices.size()];
    const auto place = std::string(column.table) + "." + column.name + " of " + row;
    const auto old = one(std::string("select ") + column.name + " from " + column.table + " where " + column.key +
                         " = " + quoted(row));
    const auto at = pick_byte(old, random);
    if (!at) continue;
    const auto altered = with_another_byte(old, *at, random);
    set(column, row, altered);
    const auto fault = store_->verify_chain().value();
    ASSERT_TRUE(fault) << place << ": byte " << *at << " of " << old << " was changed to " << altered;
    EXPECT_EQ(fault->seq, commit_of(column, row)) << place << ": " << fault->what;
    EXPECT_THAT(fault->what, testing::HasSubstr(named(column, row))) << place;
    const bool is_key = std::string(column.name) == column.key;
    set(column, is_key ? altered : row, old);
    ++changed;
  }
  EXPECT_EQ(store_->verify_chain().value(), std::nullopt);
}

/// Numbers, digit by digit.
TEST_P(RandomTampering, EveryChangedNumberIsFound) {
  const std::pair<const char*, const char*> numbers[] = {{"commits", "recorded_at"},
                                                         {"commits", "record_count"},
                                                         {"commits", "format"},
                                                         {"newest_records", "seq"},
                                                         {"newest_records", "ordinal"}};
  std::mt19937_64 random(20221121);
  for (int i = 0; i < 60; ++i) {
    const auto& [table, column] = numbers[random() % std::size(numbers)];
    const auto key = std::string(table) == "commits" ? "seq" : "subject";
    const auto rows = engine_.look(where_, std::string("select ") + key + " from " + table);
    const auto row = quoted(rows[random() % rows.size()]);
    const auto where = std::string(" where ") + key + " = " + row;
    const auto old = one(std::string("select ") + column + " from " + table + where);
    const auto altered = std::to_string(std::stoll(old) + 1 + static_cast<std::int64_t>(random() % 1'000));
    engine_.tamper(where_, std::string("update ") + table + " set " + column + " = " + altered + where);
    EXPECT_TRUE(store_->verify_chain().value()) << table << " " << column << where;
    engine_.tamper(where_, std::string("update ") + table + " set " + column + " = " + old + where);
  }
  EXPECT_EQ(store_->verify_chain().value(), std::nullopt);
}

}  // namespace
}  // namespace guatu::test
