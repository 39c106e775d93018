# db/migrations/*.sql become one generated source of the store layer: the installed program needs no source tree.
file(GLOB migration_scripts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/db/migrations/*.sql)
list(SORT migration_scripts)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${migration_scripts})
set(migration_entries "")
foreach(script ${migration_scripts})
  get_filename_component(name ${script} NAME_WE)
  file(READ ${script} text)
  string(APPEND migration_entries "      {\"${name}\", R\"sql(${text})sql\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/migrations.cpp CONTENT
"#include \"guatu/store/migrations.hpp\"

namespace guatu::store {

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> kMigrations{
@migration_entries@  };
  return kMigrations;
}

}  // namespace guatu::store
" @ONLY)
set(guatu_generated_store ${CMAKE_BINARY_DIR}/generated/migrations.cpp)
