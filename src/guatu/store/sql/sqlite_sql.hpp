#pragma once

/// What only SQLite is told.
namespace guatu::store::sql::sqlite {

inline constexpr const char* kCountTables = "select count(*) from sqlite_master";
inline constexpr const char* kDataBytes =
    "select cast(page_count * page_size as bigint) from pragma_page_count(), pragma_page_size()";
inline constexpr const char* kCopyInto = "vacuum into :path";

inline constexpr const char* kEverySqliteStatement[] = {kCountTables, kDataBytes, kCopyInto};

}  // namespace guatu::store::sql::sqlite
