#include "guatu/access/role.hpp"

#include <algorithm>

namespace guatu::access {
namespace {

struct Entry {
  Role role;
  std::string_view name, zh, en;
};

constexpr Entry kEntries[] = {
    {Role::Office, "office", "指挥部办公室", "headquarters office"},
    {Role::Reporter, "reporter", "填报人", "reporter"},
    {Role::UnitHead, "unit_head", "单位负责人", "head of a unit"},
    {Role::LineReviewer, "line_reviewer", "分线审核人", "line reviewer"},
    {Role::SealKeeper, "seal_keeper", "印章管理人", "keeper of the seal"},
    {Role::Supervisor, "supervisor", "督查人员", "supervisor"},
    {Role::Publicity, "publicity", "宣传人员", "publicity"},
    {Role::Leader, "leader", "领导（只看）", "leader (reads only)"},
    {Role::SystemAdmin, "system_admin", "系统管理员", "system administrator"},
    {Role::SecurityAdmin, "security_admin", "安全管理员", "security administrator"},
    {Role::AuditAdmin, "audit_admin", "审计管理员", "audit administrator"},
};
static_assert(std::size(kEntries) == kRoles);

const Entry& entry(Role role) {
  return kEntries[static_cast<std::size_t>(role)];
}

}  // namespace

std::span<const Role> all_roles() {
  static const auto kAll = [] {
    std::array<Role, kRoles> roles{};
    std::ranges::transform(kEntries, roles.begin(), &Entry::role);
    return roles;
  }();
  return kAll;
}

std::string_view role_name(Role role) {
  return entry(role).name;
}

std::optional<Role> find_role(std::string_view name) {
  for (const auto& each : kEntries)
    if (each.name == name || (is_administrator(each.role) && each.name == std::string(name) + "_admin"))
      return each.role;
  return std::nullopt;
}

Bilingual role_words(Role role) {
  return {std::string(entry(role).zh), std::string(entry(role).en)};
}

bool is_administrator(Role role) {
  return role == Role::SystemAdmin || role == Role::SecurityAdmin || role == Role::AuditAdmin;
}

}  // namespace guatu::access
