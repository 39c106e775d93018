#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/access/acting.hpp"
#include "guatu/base/error.hpp"
#include "guatu/calendar/dekad.hpp"

/// Who may do what: one table of rights × roles, with how far each reaches, and one of the fields that each right opens.
/// Handlers ask it for a route, use cases for a row. Source: rules 2, 3 and 6; domain 6.1 (least privilege).
namespace guatu::access {

enum class Right {
  OwnAccount,      ///< One's own log-in, password, posts and sessions.
  SeeCampaign,     ///< The campaign, its units and dekads, what is published.
  SeeLedger,       ///< Projects, procedures, their history, the figures.
  SeeRanks,        ///< Rankings that are not published yet.
  ImportReturns,   ///< A unit's workbook.
  EditProcedures,  ///< Facts of procedure parts.
  EditProjects,    ///< A project's own data.
  ChangeLife,      ///< Joined, suspended, moved, renamed …
  ReviewLine,      ///< Confirms and disputes what units claim.
  SeeEvidence,     ///< Files that show what was claimed, and comments.
  KeepDocuments,   ///< Registers papers with their files.
  WriteComments,   ///< Comments on projects and procedures.
  SeeAccounts,     ///< Accounts with their posts, and this table.
  ManageAccounts,  ///< Makes, disables accounts, gives first passwords, ends sessions.
  GiveRoles,       ///< Posts and tokens.
  SeeAudit,        ///< Who did what.
};
inline constexpr std::size_t kRights = 16;

/// How far a right reaches.
enum class Reach {
  None,
  Line,  ///< Parts of kinds whose line department is the post's unit.
  Own,   ///< Rows for which the post's unit is responsible.
  All,
};

/// What the life of a dekad does to a right.
enum class Gate {
  Always,
  OpenDekad,  ///< Units until the dekad is locked; afterwards only the office, with a reason.
};

[[nodiscard]] std::span<const Right> all_rights();
[[nodiscard]] std::string_view right_name(Right right);  ///< "edit_procedures"
[[nodiscard]] std::optional<Right> find_right(std::string_view name);
[[nodiscard]] Bilingual right_words(Right right);
[[nodiscard]] Gate right_gate(Right right);
[[nodiscard]] std::string_view reach_name(Reach reach);  ///< "none", "line", "own", "all"
[[nodiscard]] Bilingual reach_words(Reach reach);

/// The table.
[[nodiscard]] Reach reach_of(Right right, Role role);

/// A field of the ledger and the right that opens it.
struct FieldRight {
  std::string_view field;
  Right right;
};
[[nodiscard]] std::span<const FieldRight> field_rights();

/// Whose row is written, when.
struct WrittenRow {
  UnitCode responsible;           ///< On the day of writing.
  UnitCode line;                  ///< Line department of the kind; empty for a project.
  std::optional<Dekad> closed{};  ///< The dekad that is locked against units; none: open.
  bool has_reason = false;
};

/// Every reason why the post may not use `right` on `row`; empty: it may.
[[nodiscard]] std::vector<Bilingual> objections(const Post& post, Right right, const WrittenRow& row);

/// The error of who may not do something: Refused, with every reason, told from other refusals by `is_forbidden`.
[[nodiscard]] Error forbidden(std::string subject, std::vector<Bilingual> reasons);
[[nodiscard]] bool is_forbidden(const Error& error);

/// Why the post may not use `right` at all; none: somewhere it may.
[[nodiscard]] std::optional<Bilingual> objection(const Post& post, Right right);

/// The roles that have `right`, in words: who can be asked.
[[nodiscard]] Bilingual holders_of(Right right);

}  // namespace guatu::access
