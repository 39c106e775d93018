#include "guatu/intake/header_match.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "guatu/base/text.hpp"
#include "guatu/intake/characters.hpp"

namespace guatu::intake {
namespace {

using FieldTable = std::unordered_map<std::string_view, Field>;
struct Spellings {
  Field field;
  std::initializer_list<std::string_view> words;
};

FieldTable make_table(std::initializer_list<Spellings> rows) {
  FieldTable table;
  for (const auto& row : rows)
    for (const auto word : row.words)
      table.emplace(word, row.field);
  return table;
}

// English words are the columns of an exported ledger (contract 2), which can be imported again.
const FieldTable& project_fields() {
  static const FieldTable table = make_table({
      {Field::Serial, {"序号", "编号", "no.", "no", "序列", "项目序号", "序"}},
      {Field::Code,
       {"code", "项目代码", "投资项目统一代码", "统一代码", "项目统一代码", "项目编码", "在线平台代码", "赋码",
        "备案项目代码", "投资项目在线审批监管平台项目代码", "投资项目代码"}},
      {Field::Name, {"name", "项目名称", "工程名称", "建设项目名称", "项目", "重点项目名称"}},
      {Field::District,
       {"districts", "所属地区", "地区", "旗县区", "属地", "建设地点", "责任地区", "所在旗县区", "项目所在地",
        "填报地区", "所在地", "所属旗县区", "建设地址"}},
      {Field::Responsible, {"responsible_unit", "责任单位", "责任主体", "填报单位", "报送单位"}},
      {Field::Industry,
       {"sponsor", "行业主管部门", "项目主管部门", "主管部门", "市直责任部门", "市级主管部门", "牵头部门", "责任部门",
        "市直主管部门"}},
      {Field::Owner,
       {"建设单位", "项目单位", "项目业主", "业主单位", "项目法人", "实施单位", "企业名称", "建设(业主)单位",
        "项目建设单位", "业主"}},
      {Field::CreditCode, {"统一社会信用代码", "信用代码", "社会信用代码", "组织机构代码"}},
      {Field::Sector, {"行业领域", "行业类别", "所属行业", "项目类别", "产业类别", "领域", "行业"}},
      {Field::TrackWord, {"立项方式", "管理方式", "审批方式", "投资主体/审批方式", "项目管理方式"}},
      {Field::Content,
       {"建设内容及规模", "主要建设内容", "建设规模及内容", "建设内容", "建设规模", "主要建设内容及规模"}},
      {Field::TotalInvestment,
       {"总投资", "计划总投资", "项目总投资", "投资总额", "估算总投资", "总投资额", "总投资/年度投资"}},
      {Field::YearPlan,
       {"计划完成投资", "计划投资", "年度计划投资", "当年计划投资", "年度投资计划", "今年计划投资", "年计划完成投资",
        "年度计划完成投资", "投资计划", "当年计划完成投资", "年度投资"}},
      {Field::PlannedStart, {"计划开工时间", "拟开工时间", "预计开工时间", "开工时间", "计划开工日期"}},
      {Field::Leader, {"包联领导", "责任领导", "包抓领导", "牵头领导", "市级包联领导", "分管领导"}},
      {Field::Contact, {"责任人", "联系人", "项目负责人", "专班负责人"}},
      {Field::Phone, {"联系电话", "电话", "联系方式", "手机", "联系人电话", "责任人电话"}},
      {Field::ContactAndPhone,
       {"责任人及电话", "责任人及联系电话", "联系人及电话", "联系人及联系电话", "联系人及联系方式",
        "责任人及联系方式"}},
      {Field::Progress,
       {"目前进展情况", "当前进展", "进展情况", "最新进展", "项目当前进展情况", "目前进展", "项目进展情况"}},
      {Field::Problems, {"存在问题", "存在的问题", "难点堵点", "主要问题", "制约因素", "需协调解决的问题"}},
      {Field::Measures, {"下一步措施", "下步打算", "推进措施", "解决措施", "工作计划", "下一步打算", "下步措施"}},
      {Field::Note, {"备注", "说明", "注"}},
      {Field::KnownUnused,
       {"项目性质", "建设性质", "项目级别", "重点项目层级", "是否区级重大", "投资类型", "计划竣工时间", "竣工时间",
        "完工时间", "建设起止年限", "需协调层级/部门", "需协调部门", "需上级协调解决事项", "投资主体", "总体进度",
        "手续办结数", "办结率", kNotReadHeader}},
  });
  return table;
}

const FieldTable& part_fields() {
  static const FieldTable table = make_table({
      {Field::Kind, {"kind", "审批事项", "事项", "手续名称", "事项名称", "手续", "审批手续", "前期手续", "办理事项"}},
      {Field::Part, {"part", "子项", "标段", "地块", "分项"}},
      {Field::Involved, {"是否涉及", "是否需要办理", "涉及与否", "是否办理", "是否需办理", "是否需要"}},
      {Field::Reason, {"not_applicable_reason", "不涉及理由", "不涉及原因", "无需办理理由", "不办理理由"}},
      {Field::AuthorityLevel,
       {"authority", "审批层级", "办理层级", "审批权限", "审批机关层级", "最终审批部门", "层级", "审批级别"}},
      {Field::Approver, {"approver", "审批机关", "审批部门", "办理部门", "受理部门", "审批单位"}},
      {Field::Person, {"responsible_person", "责任人", "审批责任人", "经办人", "办理责任人"}},
      {Field::State,
       {"state", "状态", "办理状态", "办理情况", "进展情况", "完成情况", "进度", "现状", "办理进展", "办理进度",
        "目前状态"}},
      {Field::FinishedAnswer, {"是否办结", "是否完成", "办结与否"}},
      {Field::Planned,
       {"planned_on", "计划办结时间", "办结时限", "完成时限", "预计办结时间", "拟办结时间", "时间节点", "计划完成时间",
        "预计完成时间", "计划办结日期"}},
      {Field::Submitted, {"submitted_on", "申报时间", "报件时间", "提交时间", "申请时间", "申报日期"}},
      {Field::Sent, {"报送时间"}},
      {Field::Accepted, {"accepted_on", "受理时间", "受理日期"}},
      {Field::HandedUp, {"handed_up_on", "上报时间", "要件上报时间", "要件报送时间", "上报日期"}},
      {Field::Finished,
       {"finished_on", "办结时间", "实际办结时间", "批复时间", "取得时间", "完成时间", "办结日期", "批复日期"}},
      {Field::DocumentNumber,
       {"document_number", "批复文号", "批文号", "文号", "证号", "许可证号", "批复文件名称及文号", "批复文件",
        "批复(证书)文号"}},
      {Field::VariantWord, {"variant", "文件类型", "类型", "形式"}},
      {Field::PartNote, {"备注", "说明"}},
      {Field::FinishedAssumed, {"finished_assumed"}},
      {Field::KnownUnused, {kNotReadHeader, "project", "line", "baseline_on", "light", "carried"}},
  });
  return table;
}

const FieldTable& problem_fields() {
  static const FieldTable table = make_table({
      {Field::RaisedBy,
       {"提出问题事项的地区", "提出问题事项的部门", "提出问题事项的地区部门", "提出问题的地区", "提出单位"}},
      {Field::Problem, {"需要协调解决的难点堵点问题", "需协调解决的难点堵点问题", "难点堵点问题"}},
      {Field::CityDepartment, {"市级责任部门", "市直责任部门", "市级对口部门"}},
  });
  return table;
}

std::optional<Field> look_up(const FieldTable& table, std::string_view key) {
  const auto found = table.find(key);
  return found == table.end() ? std::nullopt : std::optional(found->second);
}

/// 2023年计划完成投资 → 计划完成投资; 2023年度… likewise.
std::string without_year(std::string key) {
  for (auto at = key.find("年"); at != std::string::npos; at = key.find("年", at + 1)) {
    if (at < 4 || !is_digits(std::string_view(key).substr(at - 4, 4))) continue;
    const std::size_t end = key.compare(at, 6, "年度") == 0 ? at + 6 : at + 3;
    return key.substr(0, at - 4) + key.substr(end);
  }
  return key;
}

/// The whole header first, then without its remarks in brackets, each also without a year.
std::optional<Field> match(const FieldTable& table, std::string_view header) {
  for (const auto& key : {match_key(header), match_key_without_brackets(header)}) {
    if (const auto field = look_up(table, key)) return field;
    if (const auto field = look_up(table, without_year(key))) return field;
  }
  return std::nullopt;
}

/// One character may be off in three and more, two in six and more; or the same ones stand in another order.
bool is_nearly(std::string_view key, std::string_view word) {
  auto header = code_points(key);
  auto known = code_points(word);
  const auto shorter = std::min(header.size(), known.size());
  if (shorter < 3) return false;
  const std::size_t allowed = shorter >= 6 ? 2 : 1;
  if (std::max(header.size(), known.size()) - shorter > allowed) return false;
  if (edit_distance(key, word) <= allowed) return true;
  std::ranges::sort(header);
  std::ranges::sort(known);
  return header == known;
}

void add_unique(std::vector<KindCode>& kinds, const KindCode& kind) {
  if (std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(kind);
}

}  // namespace

std::optional<Field> find_project_field(std::string_view header) {
  return match(project_fields(), header);
}

std::optional<Field> find_part_field(std::string_view header) {
  return match(part_fields(), header);
}

std::optional<Field> find_problem_field(std::string_view header) {
  if (const auto field = match(problem_fields(), header)) return field;
  // 需协调国家、自治区相关部门: the levels are each place's own words.
  const std::string key = match_key_without_brackets(header);
  if (key.starts_with("需协调") && key.ends_with("部门") && key.size() > std::string_view("需协调部门").size())
    return Field::UpperDepartments;
  return std::nullopt;
}

std::vector<KindCode> find_kinds(std::string_view header, const campaign::Campaign& campaign) {
  const std::string stripped = match_key_without_brackets(header);
  std::vector<KindCode> kinds;
  const auto add = [&](std::string_view text) {
    const auto found = campaign.find_kinds_by_name(text);
    for (const auto* kind : found)
      add_unique(kinds, kind->code);
    return !found.empty();
  };
  for (const std::string_view text : {header, std::string_view(stripped)})
    if (add(text)) return kinds;
  for (const auto& piece : split_any(stripped, "、/和及+,"))
    if (!add(piece)) return {};
  return kinds;
}

std::optional<KindField> find_kind_field(std::string_view header, const campaign::Campaign& campaign) {
  constexpr std::size_t kLongestKindField = 40;
  const std::string key = match_key(header);
  const auto offsets = character_offsets(key);
  if (offsets.size() > kLongestKindField) return std::nullopt;
  for (std::size_t i = offsets.size() - 1; i-- > 2;) {
    auto kinds = find_kinds(std::string_view(key).substr(0, offsets[i]), campaign);
    if (kinds.empty()) continue;
    std::string_view rest = std::string_view(key).substr(offsets[i]);
    for (const std::string_view between : {"-", "_", ":", "手续", "的"})
      strip_prefix(rest, between);
    if (const auto field = find_part_field(rest)) return KindField{std::move(kinds), *field};
  }
  return std::nullopt;
}

std::optional<LeadingKind> find_leading_kind(std::string_view text, const campaign::Campaign& campaign) {
  constexpr std::size_t kLongestKind = 16;
  const std::string key = match_key(text);
  const auto offsets = character_offsets(key);
  for (std::size_t i = std::min(offsets.size() - 1, kLongestKind); i > 1; --i) {
    const auto* kind = campaign.find_kind_by_name(std::string_view(key).substr(0, offsets[i]));
    if (kind == nullptr) continue;
    std::string_view rest = std::string_view(key).substr(offsets[i]);
    for (const std::string_view between : {"手续", ":", "-"})
      strip_prefix(rest, between);
    if (rest.empty()) return std::nullopt;
    return LeadingKind{kind->code, std::string(rest)};
  }
  return std::nullopt;
}

std::optional<std::string> find_near_header(std::string_view header, const campaign::Campaign& campaign) {
  constexpr std::size_t kLongestHeader = 20;
  const auto key = match_key_without_brackets(header);
  if (character_count(key) > kLongestHeader) return std::nullopt;
  std::vector<std::string_view> near;
  for (const auto* table : {&part_fields(), &project_fields(), &problem_fields()})
    for (const auto& [word, field] : *table)
      if (is_nearly(key, word)) near.push_back(word);
  for (const auto& kind : campaign.kinds)
    for (const auto& word : kind.aliases)
      if (is_nearly(key, match_key(word))) near.push_back(word);
  // The table has no order of its own.
  return near.empty() ? std::nullopt : std::optional(std::string(std::ranges::min(near)));
}

std::optional<int> find_header_year(std::string_view header) {
  const std::string key = match_key(header);
  const auto at = key.find("年");
  if (at == std::string::npos || at < 4 || !is_digits(std::string_view(key).substr(at - 4, 4))) return std::nullopt;
  return std::stoi(key.substr(at - 4, 4));
}

}  // namespace guatu::intake
