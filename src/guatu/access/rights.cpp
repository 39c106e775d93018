#include "guatu/access/rights.hpp"

#include <algorithm>
#include <array>

namespace guatu::access {
namespace {

using enum Reach;

struct Row {
  Right right;
  std::string_view name, zh, en;
  Gate gate;
  std::array<Reach, kRoles> reach;
};

// clang-format off
constexpr Row kTable[] = {
    //                                                                                                              office reporter  head line  seal superv publ leader | system security audit
    {Right::OwnAccount,     "own_account",     "本人账号",           "one's own account",            Gate::Always,    {All,  All,  All,  All,  All,  All,  All,  All,  All,  All,  All}},
    {Right::SeeCampaign,    "see_campaign",    "查看行动与通报",      "see campaign and bulletins",   Gate::Always,    {All,  All,  All,  All,  All,  All,  All,  All,  All,  All,  All}},
    {Right::SeeLedger,      "see_ledger",      "查看台账与数字",      "see ledger and figures",       Gate::Always,    {All,  All,  All,  All,  All,  All,  All,  All,  None, None, None}},
    {Right::SeeRanks,       "see_ranks",       "查看未印发的排名",    "see unpublished ranks",        Gate::Always,    {All,  None, None, None, None, All,  None, All,  None, None, None}},
    {Right::ImportReturns,  "import_returns",  "导入任务表",          "import returns",               Gate::OpenDekad, {All,  Own,  Own,  None, None, None, None, None, None, None, None}},
    {Right::EditProcedures, "edit_procedures", "填报手续",            "edit procedures",              Gate::OpenDekad, {All,  Own,  Own,  None, None, None, None, None, None, None, None}},
    {Right::EditProjects,   "edit_projects",   "填报项目基本信息",    "edit data of projects",        Gate::OpenDekad, {All,  Own,  Own,  None, None, None, None, None, None, None, None}},
    {Right::ChangeLife,     "change_life",     "办理项目增减变更",    "change the life of projects",  Gate::Always,    {All,  None, None, None, None, None, None, None, None, None, None}},
    {Right::ReviewLine,     "review_line",     "分线审核",            "review one's line",            Gate::Always,    {All,  None, None, Line, None, None, None, None, None, None, None}},
    {Right::SeeEvidence,    "see_evidence",    "查看佐证材料和批注",  "see evidence and comments",    Gate::Always,    {All,  Own,  Own,  Line, None, All,  None, All,  None, None, None}},
    {Right::KeepDocuments,  "keep_documents",  "登记文件和佐证材料",  "register papers and evidence", Gate::Always,    {All,  Own,  Own,  None, None, None, None, None, None, None, None}},
    {Right::WriteComments,  "write_comments",  "批注",                "write comments",               Gate::Always,    {All,  Own,  Own,  Line, None, All,  None, None, None, None, None}},
    {Right::SeeAccounts,    "see_accounts",    "查看账号与权限",      "see accounts",                 Gate::Always,    {None, None, None, None, None, None, None, None, All,  All,  All}},
    {Right::ManageAccounts, "manage_accounts", "管理账号",            "manage accounts",              Gate::Always,    {None, None, None, None, None, None, None, None, All,  None, None}},
    {Right::GiveRoles,      "give_roles",      "授予岗位和令牌",      "give posts and tokens",        Gate::Always,    {None, None, None, None, None, None, None, None, None, All,  None}},
    {Right::SeeAudit,       "see_audit",       "查看审计记录",        "see the audit record",         Gate::Always,    {None, None, None, None, None, None, None, None, None, None, All}},
};
// clang-format on
static_assert(std::size(kTable) == kRights);

constexpr FieldRight kFields[] = {
    {"state", Right::EditProcedures},
    {"not_applicable_reason", Right::EditProcedures},
    {"submitted_on", Right::EditProcedures},
    {"accepted_on", Right::EditProcedures},
    {"handed_up_on", Right::EditProcedures},
    {"finished_on", Right::EditProcedures},
    {"planned_on", Right::EditProcedures},
    {"authority", Right::EditProcedures},
    {"approver", Right::EditProcedures},
    {"responsible_person", Right::EditProcedures},
    {"document_number", Right::EditProcedures},
    {"receipt", Right::EditProcedures},
    {"overdue_reason", Right::EditProcedures},
    {"note", Right::EditProcedures},
    {"variant", Right::EditProcedures},
    {"confirmed_on", Right::ReviewLine},
    {"dispute", Right::ReviewLine},
    {"life", Right::ChangeLife},
    {"name", Right::ChangeLife},
    {"responsible_unit", Right::ChangeLife},
    {"project", Right::EditProjects},
    {"document", Right::KeepDocuments},
    {"comment", Right::WriteComments},
};

const Bilingual& forbidden_words() {
  static const Bilingual kWords{"没有权限，没有写入任何内容", "this post may not do that, and nothing was written"};
  return kWords;
}

const Row& row_of(Right right) {
  return kTable[static_cast<std::size_t>(right)];
}

Bilingual not_yours(Right right, Reach reach, const WrittenRow& row) {
  const auto words = right_words(right);
  const auto& whose = reach == Reach::Line ? row.line : row.responsible;
  const auto unit = whose.empty() ? std::string("—") : whose.text();
  if (reach == Reach::Line)
    return {"“" + words.zh + "”只限本部门对口的审批事项，这一项对口 " + unit,
            words.en + ": only kinds of your own line; the line of this one is " + unit};
  return {"“" + words.zh + "”只限本单位负责的项目，这个项目由 " + unit + " 负责",
          words.en + ": only rows of your own unit; " + unit + " is responsible for this one"};
}

Bilingual dekad_closed(const Dekad& dekad, bool office) {
  const auto name = dekad_name_zh(dekad);
  if (office)
    return {name + "已锁定，指挥部办公室填写须说明理由",
            format_dekad(dekad) + " is locked: the office writes with a reason"};
  return {name + "已锁定，各单位不能再填报，请联系指挥部办公室",
          format_dekad(dekad) + " is locked: units cannot write any more, ask the headquarters office"};
}

}  // namespace

std::span<const Right> all_rights() {
  static const auto kAll = [] {
    std::array<Right, kRights> rights{};
    std::ranges::transform(kTable, rights.begin(), &Row::right);
    return rights;
  }();
  return kAll;
}

std::string_view right_name(Right right) {
  return row_of(right).name;
}

std::optional<Right> find_right(std::string_view name) {
  const auto found = std::ranges::find(kTable, name, &Row::name);
  return found == std::end(kTable) ? std::nullopt : std::optional(found->right);
}

Bilingual right_words(Right right) {
  return {std::string(row_of(right).zh), std::string(row_of(right).en)};
}

Gate right_gate(Right right) {
  return row_of(right).gate;
}

std::string_view reach_name(Reach reach) {
  constexpr std::string_view kNames[] = {"none", "line", "own", "all"};
  return kNames[static_cast<std::size_t>(reach)];
}

Bilingual reach_words(Reach reach) {
  static const Bilingual kWords[] = {{"—", "—"}, {"对口事项", "own line"}, {"本单位", "own unit"}, {"全部", "all"}};
  return kWords[static_cast<std::size_t>(reach)];
}

Reach reach_of(Right right, Role role) {
  return row_of(right).reach[static_cast<std::size_t>(role)];
}

std::span<const FieldRight> field_rights() {
  return kFields;
}

Bilingual holders_of(Right right) {
  Bilingual holders;
  for (const auto role : all_roles()) {
    if (reach_of(right, role) == Reach::None) continue;
    const auto words = role_words(role);
    holders.zh += (holders.zh.empty() ? "" : "、") + words.zh;
    holders.en += (holders.en.empty() ? "" : ", ") + words.en;
  }
  return holders;
}

Error forbidden(std::string subject, std::vector<Bilingual> reasons) {
  return Error{ErrorKind::Refused, forbidden_words(), std::move(subject), std::move(reasons)};
}

bool is_forbidden(const Error& error) {
  return error.kind == ErrorKind::Refused && error.message == forbidden_words();
}

std::optional<Bilingual> objection(const Post& post, Right right) {
  if (reach_of(right, post.role) != Reach::None) return std::nullopt;
  const auto words = right_words(right);
  const auto role = role_words(post.role);
  const auto holders = holders_of(right);
  return Bilingual{"岗位“" + role.zh + "”没有“" + words.zh + "”的权限，有此权限的是：" + holders.zh,
                   "the post " + role.en + " may not " + words.en + "; who may: " + holders.en};
}

std::vector<Bilingual> objections(const Post& post, Right right, const WrittenRow& row) {
  std::vector<Bilingual> found;
  if (auto none = objection(post, right)) return {*std::move(none)};
  const auto reach = reach_of(right, post.role);
  if ((reach == Reach::Own && post.unit != row.responsible) || (reach == Reach::Line && post.unit != row.line))
    found.push_back(not_yours(right, reach, row));
  if (right_gate(right) == Gate::OpenDekad && row.closed) {
    const bool office = reach == Reach::All;
    if (!office || !row.has_reason) found.push_back(dekad_closed(*row.closed, office));
  }
  return found;
}

}  // namespace guatu::access
