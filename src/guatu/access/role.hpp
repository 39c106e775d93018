#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "guatu/base/bilingual.hpp"

/// What a post is for. Three administrators are separated: who runs the program, who gives rights, who watches.
/// Source: rules 6; domain 6.1, 三员分立.
namespace guatu::access {

enum class Role : std::uint8_t {
  Office,         ///< 指挥部办公室
  Reporter,       ///< 填报人
  UnitHead,       ///< 单位负责人
  LineReviewer,   ///< 分线审核人
  SealKeeper,     ///< 印章管理人
  Supervisor,     ///< 督查人员
  Publicity,      ///< 宣传人员
  Leader,         ///< 领导（只看）
  SystemAdmin,    ///< 系统管理员
  SecurityAdmin,  ///< 安全管理员
  AuditAdmin,     ///< 审计管理员
};
inline constexpr std::size_t kRoles = 11;

/// In the order of the enumeration.
[[nodiscard]] std::span<const Role> all_roles();
/// "office", "reporter", "unit_head", "line_reviewer", "seal_keeper", "supervisor", "publicity", "leader", "system_admin",
/// "security_admin", "audit_admin".
[[nodiscard]] std::string_view role_name(Role role);
/// By that name; "system", "security" and "audit" are understood too.
[[nodiscard]] std::optional<Role> find_role(std::string_view name);
[[nodiscard]] Bilingual role_words(Role role);
[[nodiscard]] bool is_administrator(Role role);

}  // namespace guatu::access
