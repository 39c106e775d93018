#include "guatu/store/postgres/connection_url.hpp"

#include <algorithm>
#include <libpq-fe.h>
#include <map>
#include <memory>
#include <tuple>

namespace guatu::store {
namespace {

using Settings = std::map<std::string, std::string>;

constexpr std::string_view kSchemes[] = {"postgresql://", "postgres://"};
constexpr std::size_t kLongestSchema = 40;  // Leaves room for what a replaced one is renamed to.

/// A server that is gone is noticed in seconds, whatever the network does; and one that writes is sought among several.
const Settings kDefaults{{"application_name", "guatu"}, {"connect_timeout", "5"},
                         {"client_encoding", "UTF8"},   {"tcp_user_timeout", "15000"},
                         {"keepalives_idle", "10"},     {"keepalives_interval", "5"},
                         {"keepalives_count", "3"},     {"fallback_application_name", "guatu"}};

Error wrong(const std::string& zh, const std::string& en) {
  return make_error(ErrorKind::WrongUsage, "--db",
                    "--db 的数据库地址不对：" + zh + "；写法为 postgresql://用户@主机:端口/数据库?schema=模式",
                    "--db: " + en + "; write postgresql://USER@HOST:PORT/DATABASE?schema=NAME");
}

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

Result<std::string> decode(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      plain += text[i];
      continue;
    }
    const int high = i + 1 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
    if (high < 0 || low < 0 || high + low == 0)
      return wrong("百分号编码有误（密码中的 % @ / : ? 须写成 %25 %40 %2F %3A %3F）",
                   "percent-encoding is broken (in a password write % @ / : ? as %25 %40 %2F %3A %3F)");
    plain += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return plain;
}

/// "left" and "right" of the first `mark`; all is left when there is none.
std::pair<std::string_view, std::string_view> split(std::string_view text, char mark) {
  const auto at = text.find(mark);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

Result<void> read_user(std::string_view text, Settings& settings) {
  const auto [user, password] = split(text, ':');
  GUATU_TRY(settings["user"], decode(user));
  GUATU_TRY(settings["password"], decode(password));
  return {};
}

/// "[::1]:5432": an address with colons stands in brackets.
Result<std::pair<std::string, std::string>> read_host(std::string_view text) {
  std::string_view host = text;
  std::string_view port;
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == std::string_view::npos) return wrong("主机地址缺少 ]", "a host lacks its ]");
    host = text.substr(1, end - 1);
    port = text.substr(end + 1);
    if (port.starts_with(':')) port.remove_prefix(1);
  } else {
    std::tie(host, port) = split(text, ':');
  }
  GUATU_TRY(auto plain, decode(host));
  return std::pair(std::move(plain), std::string(port));
}

Result<std::size_t> read_hosts(std::string_view text, Settings& settings) {
  std::size_t count = 0;
  for (std::string_view rest = text; !rest.empty() || count == 0; ++count) {
    std::string_view one;
    std::tie(one, rest) = split(rest, ',');
    GUATU_TRY(const auto host, read_host(one));
    const auto* comma = count == 0 ? "" : ",";
    settings["host"] += comma + host.first;
    settings["port"] += comma + host.second;
  }
  return count;
}

/// A port that is none may be part of a password, so it is not repeated.
Result<void> check_ports(std::string_view ports) {
  while (!ports.empty()) {
    std::string_view port;
    std::tie(port, ports) = split(ports, ',');
    const bool digits = std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || port.size() > 5 ||
        (!port.empty() && (std::stoi(std::string(port)) < 1 || std::stoi(std::string(port)) > 65535)))
      return wrong("端口应为 1 到 65535 的数字", "a port is a number from 1 to 65535");
  }
  return {};
}

/// An @ behind the hosts means that a password was not encoded and has been taken for something else.
Result<void> check_password_ended(bool has_user, std::string_view database, std::string_view parameters) {
  const auto has_at = [](std::string_view text) { return text.find('@') != std::string_view::npos; };
  if (has_at(database) || (!has_user && has_at(parameters)))
    return wrong("@ 出现在主机之后（密码中的 % @ / : ? 须写成 %25 %40 %2F %3A %3F）",
                 "an @ stands behind the hosts (in a password write % @ / : ? as %25 %40 %2F %3A %3F)");
  return {};
}

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

Result<void> check_options(const Settings& settings) {
  const std::unique_ptr<PQconninfoOption, FreeOptions> known(PQconninfoParse("", nullptr));
  if (known == nullptr) return {};
  for (const auto& [name, value] : settings) {
    const auto* option = known.get();
    while (option->keyword != nullptr && name != option->keyword)
      ++option;
    if (option->keyword == nullptr) return wrong("没有参数 " + name, "there is no parameter " + name);
  }
  return {};
}

Result<void> read_parameters(std::string_view text, Settings& settings) {
  while (!text.empty()) {
    std::string_view one;
    std::tie(one, text) = split(text, '&');
    const auto [name, value] = split(one, '=');
    const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    if (name.empty() || !std::ranges::all_of(name, is_word))
      return wrong("问号后面的参数应为 名称=值", "what follows the question mark is NAME=VALUE");
    GUATU_TRY(settings[std::string(name)], decode(value));
  }
  return {};
}

Result<std::string> take_schema(Settings& settings) {
  const auto found = settings.find("schema");
  if (found == settings.end()) return std::string("guatu");
  auto schema = std::move(found->second);
  settings.erase(found);
  const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  const bool sound = !schema.empty() && schema.size() <= kLongestSchema && std::ranges::all_of(schema, is_word) &&
                     (schema[0] < '0' || schema[0] > '9') && !schema.starts_with("pg_");
  if (!sound)
    return wrong("schema 只能用小写字母、数字和下划线，以字母开头，不超过 40 个字符",
                 "schema takes lower-case letters, digits and underscores, begins with a letter, and has at most 40");
  return schema;
}

std::string quoted(const std::string& value) {
  std::string text = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') text += '\\';
    text += c;
  }
  return text + "'";
}

std::string conninfo_of(const Settings& settings) {
  std::string text;
  for (const auto& [name, value] : settings)
    if (!value.empty()) text += (text.empty() ? "" : " ") + name + "=" + quoted(value);
  return text;
}

/// What people are shown: who, where, which; nothing that is secret.
std::string shown(std::string_view authority, std::string_view database, std::string_view schema, bool schema_named) {
  const auto at = authority.rfind('@');
  std::string text(kSchemes[0]);
  if (at != std::string_view::npos) text += std::string(split(authority.substr(0, at), ':').first) + "@";
  text += at == std::string_view::npos ? authority : authority.substr(at + 1);
  if (!database.empty()) text += "/" + std::string(database);
  if (schema_named) text += "?schema=" + std::string(schema);
  return text;
}

}  // namespace

bool is_postgres_url(const std::string& url) {
  return std::ranges::any_of(kSchemes, [&](std::string_view scheme) { return url.starts_with(scheme); });
}

Result<PostgresPlace> parse_postgres_url(const std::string& url) {
  const auto start = url.find("://");
  if (!is_postgres_url(url)) return wrong("应以 postgresql:// 开头", "it begins with postgresql://");
  const auto [address, parameters] = split(std::string_view(url).substr(start + 3), '?');
  const auto [authority, database] = split(address, '/');
  Settings settings;
  const auto at = authority.rfind('@');
  GUATU_CHECK(check_password_ended(at != std::string_view::npos, database, parameters));
  if (at != std::string_view::npos) GUATU_CHECK(read_user(authority.substr(0, at), settings));
  GUATU_TRY(const auto hosts,
            read_hosts(at == std::string_view::npos ? authority : authority.substr(at + 1), settings));
  GUATU_TRY(settings["dbname"], decode(database));
  GUATU_CHECK(read_parameters(parameters, settings));
  const bool schema_named = settings.contains("schema");
  PostgresPlace place;
  GUATU_TRY(place.schema, take_schema(settings));
  GUATU_CHECK(check_ports(settings["port"]));
  GUATU_CHECK(check_options(settings));
  place.database = settings["dbname"];
  if (hosts > 1 && !settings.contains("target_session_attrs")) settings["target_session_attrs"] = "read-write";
  const auto& sought = settings["target_session_attrs"];
  place.others = hosts > 1 && (sought == "read-write" || sought == "primary");
  settings.insert(kDefaults.begin(), kDefaults.end());
  settings["options"] += " -c search_path=" + place.schema;
  place.conninfo = conninfo_of(settings);
  place.shown = shown(authority, database, place.schema, schema_named);
  return place;
}

}  // namespace guatu::store
