#include "guatu/store/postgres/failures.hpp"

#include <algorithm>
#include <optional>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

namespace guatu::store {
namespace {

struct Explanation {
  const char* state;  ///< SQLSTATE or the class that it begins with.
  const char* zh;
  const char* en;
};

/// The first that fits; a class stands after the states that are told apart.
constexpr Explanation kExplanations[] = {
    {"28P01", "用户名或密码不对，请核对 --db（密码也可放在 ~/.pgpass 中）",
     "user or password is wrong; check --db (a password may also stand in ~/.pgpass)"},
    {"28", "数据库服务器不接受这个用户或这台机器，请核对用户名和服务器的 pg_hba.conf",
     "the server does not let this user or machine in; check the user and the server's pg_hba.conf"},
    {"3D000", "服务器上没有这个数据库，请先由管理员建立（createdb）",
     "the server has no such database; have it made first (createdb)"},
    {"42501", "用户没有所需权限，请由管理员授权（数据库的 CREATE 权限，或该模式的所有者）",
     "the user lacks a right; have it granted (CREATE on the database, or ownership of the schema)"},
    {"3F000", "没有这个模式，请先运行 guatu init", "there is no such schema; run guatu init first"},
    {"42P01", "缺少数据表，库不完整，请用备份恢复", "a table is missing, the store is not whole; restore a backup"},
    {"53100", "数据库服务器的磁盘已满，请清理磁盘空间后重试", "the server's disk is full; make room and try again"},
    {"53200", "数据库服务器内存不足，请稍后重试", "the server is out of memory; try again later"},
    {"53300", "数据库服务器的连接数已满，请稍后重试或调大 max_connections",
     "the server takes no more connections; try again later or raise max_connections"},
    {kReadOnlyServer,
     "数据库服务器只读（备用服务器），没有找到可写的主服务器；请检查主备切换，或在 --db 中列出各台主机",
     "the server only reads (a standby), and no primary was found; check the failover, or name every host in --db"},
    {"55P03", "数据库正由另一程序写入，等候后仍未释放，请稍后重试",
     "another program is writing to the store and did not finish in time; try again later"},
    {"57014", "操作超时，被数据库取消，请稍后重试", "the work took too long and was cancelled; try again later"},
    {"57P03", "数据库服务器正在启动或恢复，请稍后重试", "the server is starting or recovering; try again later"},
    {"57P", "数据库服务器正在停机或重启，请稍后重试", "the server is shutting down or restarting; try again later"},
    {"58", "数据库服务器读写磁盘失败，请检查磁盘", "the server failed to read or write its disk; check the disk"},
    {"XX001", "数据库的数据页已损坏，请停止使用并用备份恢复",
     "a data page of the database is damaged; stop using it and restore a backup"},
    {"XX002", "数据库的索引已损坏，请停止使用，由管理员重建索引（REINDEX）或用备份恢复",
     "an index of the database is damaged; stop using it, have it rebuilt (REINDEX) or restore a backup"},
    {"40", "与其他操作相互冲突，多次重试未成，请稍后重试",
     "others were in the way each time it was tried; try again later"},
    {"08", "与数据库服务器的连接中断，请检查服务器和网络",
     "the connection to the server broke; check the server and the network"},
};

constexpr Explanation kNoServer{
    "", "连接不上数据库服务器，请检查服务器是否运行、地址和端口是否正确、网络是否通",
    "no database server answers; check that it runs, its address and port, and the network"};

/// None when the exception is not PostgreSQL's. Empty when no server said anything.
std::optional<std::string> state_of(const std::exception& error) {
  if (const auto* failure = dynamic_cast<const ConnectFailure*>(&error)) return failure->sqlstate();
  const auto* cause = dynamic_cast<const soci::postgresql_soci_error*>(&error);
  if (cause == nullptr) return std::nullopt;
  auto state = cause->sqlstate();
  return state.starts_with(' ') ? std::string() : state;
}

const Explanation* find_explanation(const std::string& state) {
  if (state.empty()) return &kNoServer;
  for (const auto& known : kExplanations)
    if (state.starts_with(known.state)) return &known;
  return nullptr;
}

/// In one line, without what SOCI and libpq put around it.
std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  while (text.ends_with(' ') || text.ends_with('.'))
    text.pop_back();
  return text;
}

}  // namespace

Recovery recovery_of(const std::exception& error) {
  const auto state = state_of(error);
  if (!state) return Recovery::None;
  if (*state == kReadOnlyServer) return Recovery::Elsewhere;
  if (*state == "40001" || *state == "40P01") return Recovery::Repeat;
  const bool gone = state->empty() || state->starts_with("08") || state->starts_with("57P") || *state == "53300";
  return gone ? Recovery::Reconnect : Recovery::None;
}

Error explain_postgres(const std::string& store_name, const std::exception& error) {
  const auto why = one_line(error.what());
  const auto state = state_of(error);
  const auto* known = state ? find_explanation(*state) : nullptr;
  if (known == nullptr)
    return make_error(ErrorKind::StoreFailed, store_name, "数据库出错，未作任何改动：" + why,
                      "the store failed and nothing was changed: " + why);
  const auto kind = state->starts_with("XX0") ? ErrorKind::IntegrityBroken : ErrorKind::StoreFailed;
  return make_error(kind, store_name, std::string(known->zh) + "（未作任何改动；" + why + "）",
                    std::string(known->en) + " (nothing was changed; " + why + ")");
}

}  // namespace guatu::store
