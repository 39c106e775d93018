# db/migrations/*.sql become one generated source of the store layer: the installed program needs no source tree.
# NNNN_name.sql is for every engine; where the engines differ, NNNN_name.sqlite.sql and NNNN_name.postgres.sql.
file(GLOB migration_scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/db/migrations/*.sql)
list(SORT migration_scripts)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${migration_scripts})
set(sqlite_entries "")
set(postgres_entries "")
foreach(script ${migration_scripts})
  get_filename_component(name ${script} NAME_WE)
  file(READ ${script} text)
  set(entry "      {\"${name}\", R\"sql(${text})sql\"},\n")
  if(NOT script MATCHES "\\.postgres\\.sql$")
    string(APPEND sqlite_entries "${entry}")
  endif()
  if(NOT script MATCHES "\\.sqlite\\.sql$")
    string(APPEND postgres_entries "${entry}")
  endif()
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/migrations.cpp CONTENT
"#include \"guatu/store/migrations.hpp\"

namespace guatu::store {

const std::vector<Migration>& sqlite_migrations() {
  static const std::vector<Migration> kMigrations{
@sqlite_entries@  };
  return kMigrations;
}

const std::vector<Migration>& postgres_migrations() {
  static const std::vector<Migration> kMigrations{
@postgres_entries@  };
  return kMigrations;
}

}  // namespace guatu::store
" @ONLY)
set(guatu_generated_store ${CMAKE_BINARY_DIR}/generated/migrations.cpp)
