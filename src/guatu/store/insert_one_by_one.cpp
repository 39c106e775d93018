#include "guatu/store/insert_one_by_one.hpp"

#include <algorithm>
#include <soci/soci.h>

namespace guatu::store {

void insert_one_by_one(soci::session& session, const JournalTable& table, std::span<const JournalRow> rows) {
  if (rows.empty()) return;
  JournalRow row{std::vector<long long>(table.numbers.size()), std::vector<std::string>(table.texts.size())};
  soci::statement insert(session);
  for (std::size_t i = 0; i < table.numbers.size(); ++i)
    insert.exchange(soci::use(row.numbers[i], table.numbers[i]));
  for (std::size_t i = 0; i < table.texts.size(); ++i)
    insert.exchange(soci::use(row.texts[i], table.texts[i]));
  insert.alloc();
  insert.prepare(table.insert_one);
  insert.define_and_bind();
  for (const auto& next : rows) {
    std::ranges::copy(next.numbers, row.numbers.begin());
    std::ranges::copy(next.texts, row.texts.begin());
    insert.execute(true);
  }
}

}  // namespace guatu::store
