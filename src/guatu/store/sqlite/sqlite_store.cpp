#include "guatu/store/sqlite/sqlite_store.hpp"

#include <filesystem>
#include <soci/soci.h>

#include "guatu/store/journal_store.hpp"
#include "guatu/store/sqlite/connection.hpp"
#include "guatu/store/sqlite/schema_version.hpp"

namespace guatu::store {

Result<std::unique_ptr<ports::Store>> open_sqlite(const std::string& path, OpenOptions options) {
  try {
    if (!std::filesystem::exists(path))
      return make_error(ErrorKind::StoreFailed, path, "没有数据库 " + path + "，请先运行 guatu init --campaign 目录",
                        "there is no store " + path + "; run guatu init --campaign DIR first");
    auto session = connect_sqlite(path, options.wait_for_writer);
    GUATU_TRY(const auto version, load_schema_version(*session, path, migrations()));
    if (version < migrations().size())
      return make_error(ErrorKind::StoreFailed, path, path + " 需要升级，请运行 guatu init --campaign 目录",
                        path + " needs an upgrade; run guatu init --campaign DIR");
    make_durable(*session, path);
    return make_journal_store(path, std::move(session), sqlite_dialect());
  } catch (const std::exception& error) {
    return sqlite_dialect().explain(path, error);
  }
}

}  // namespace guatu::store
