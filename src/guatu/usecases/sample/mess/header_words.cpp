#include "guatu/usecases/sample/mess/header_words.hpp"

#include <map>

#include "guatu/base/text.hpp"

namespace guatu::usecases::mess {
namespace {

using Names = std::vector<std::string>;

/// {Y} is the campaign's year. The first name is the form's.
const std::map<Said, Names>& names() {
  static const std::map<Said, Names> table{
      {Said::Serial, {"序号", "编号", "No.", "序列", "项目序号"}},
      {Said::Code,
       {"项目代码", "投资项目统一代码", "统一代码", "项目编码", "在线平台代码", "赋码", "备案项目代码",
        "投资项目在线审批监管平台项目代码"}},
      {Said::Name, {"项目名称", "工程名称", "建设项目名称", "项目"}},
      {Said::District,
       {"所属地区", "地区", "旗县区", "属地", "建设地点（旗县区）", "责任地区", "所在旗县区", "项目所在地",
        "填报地区"}},
      {Said::Responsible, {"责任单位", "责任主体"}},
      {Said::Industry,
       {"行业主管部门", "项目主管部门", "主管部门", "市直责任部门", "市级主管部门", "牵头部门", "责任部门"}},
      {Said::Owner,
       {"建设单位", "项目单位", "项目业主", "业主单位", "项目法人", "实施单位", "企业名称", "建设（业主）单位"}},
      {Said::Credit, {"统一社会信用代码", "信用代码", "社会信用代码", "组织机构代码"}},
      {Said::Sector, {"行业领域", "行业类别", "所属行业", "项目类别", "产业类别", "领域"}},
      {Said::Track, {"立项方式", "立项方式（审批/核准/备案）", "管理方式", "投资主体/审批方式"}},
      {Said::Content, {"建设内容及规模", "主要建设内容", "建设规模及内容"}},
      {Said::Total, {"总投资", "计划总投资", "项目总投资", "投资总额", "估算总投资"}},
      {Said::YearPlan,
       {"{Y}年计划完成投资", "年度计划投资", "当年计划投资", "年度投资计划", "{Y}年计划投资", "今年计划投资"}},
      {Said::TotalAndYear, {"总投资/年度投资"}},
      {Said::Start, {"计划开工时间", "拟开工时间", "预计开工时间", "开工时间"}},
      {Said::Leader, {"包联领导", "责任领导", "包抓领导", "牵头领导", "市级包联领导", "分管领导"}},
      {Said::Contact, {"责任人", "联系人", "项目负责人", "专班负责人"}},
      {Said::Phone, {"联系电话"}},
      {Said::ContactAndPhone, {"责任人及电话"}},
      {Said::Progress, {"目前进展情况", "当前进展", "最新进展", "项目当前进展情况", "进展情况"}},
      {Said::Problems, {"存在问题", "存在的问题", "难点堵点", "主要问题", "制约因素", "需协调解决的问题"}},
      {Said::Measures, {"下一步措施", "下步打算", "推进措施", "解决措施", "工作计划"}},
      {Said::Note, {"备注", "说明", "注"}},
      {Said::Unused,
       {"项目性质", "建设性质", "项目级别", "重点项目层级", "是否区级重大", "计划竣工时间", "竣工时间", "完工时间",
        "建设起止年限", "投资类型", "需协调部门"}},
      {Said::Strange, {"督办领导批示", "亮灯情况", "上次调度时间节点差"}},
      {Said::Kind, {"审批事项", "手续名称", "办理事项", "事项"}},
      {Said::Involved, {"是否涉及", "是否需要办理", "涉及与否", "是否办理"}},
      {Said::Reason, {"不涉及理由"}},
      {Said::Level, {"审批层级", "办理层级", "审批权限", "审批机关层级", "最终审批部门"}},
      {Said::Approver, {"审批部门", "办理部门", "审批机关", "受理部门"}},
      {Said::Person, {"责任人", "审批责任人", "经办人"}},
      {Said::State, {"状态", "办理状态", "办理情况", "进展情况", "完成情况", "进度", "现状"}},
      {Said::Answer, {"是否办结"}},
      {Said::Planned, {"计划办结时间", "办结时限", "完成时限", "预计办结时间", "拟办结时间", "时间节点"}},
      {Said::Submitted, {"申报时间", "报件时间", "提交时间"}},
      {Said::Sent, {"报送时间"}},
      {Said::Accepted, {"受理时间"}},
      {Said::HandedUp, {"上报时间"}},
      {Said::Finished, {"办结时间", "实际办结时间", "批复时间", "取得时间", "完成时间"}},
      {Said::Number, {"批复文号", "批文号", "文号", "证号", "许可证号", "批复文件名称及文号"}},
      {Said::PartNote, {"备注"}},
  };
  return table;
}

std::string with_year(std::string text, int year) {
  if (const auto at = text.find("{Y}"); at != std::string::npos) text.replace(at, 3, std::to_string(year));
  return text;
}

std::vector<std::string> characters(const std::string& text) {
  std::vector<std::string> all;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) all.emplace_back();
    all.back() += c;
  }
  return all;
}

std::string joined(const std::vector<std::string>& all, const std::string& between) {
  std::string text;
  for (const auto& one : all)
    text += (text.empty() ? std::string() : between) + one;
  return text;
}

std::string unit_remark(const Hand& hand) {
  const bool half_width = hand.style.header_words % 2 == 1;
  std::string unit;
  if (hand.style.money == MoneyStyle::HundredMillion) unit = "亿元";
  if (hand.style.money == MoneyStyle::TenThousand) unit = "万元";
  if (unit.empty()) return {};
  if (half_width) return "(" + unit + ")";
  return (hand.style.header_dress == 2 ? "\n（" : "（") + unit + "）";
}

/// What the form's author added in brackets.
std::string remark_of(Said said, const Hand& hand) {
  if (hand.style.header_dress != 3 || hand.style.header_words % 3 == 2) return {};
  switch (said) {
    case Said::State:
      return "（已办结/在办/未办理）";
    case Said::Involved:
      return "（是/否）";
    case Said::Level:
      return "（填写最终审批层级）";
    case Said::Planned:
    case Said::Finished:
      return "（年/月/日）";
    case Said::Number:
      return "（没有的不填）";
    case Said::Name:
      return "（以赋码为准）";
    default:
      return {};
  }
}

bool is_money(Said said) {
  return said == Said::Total || said == Said::YearPlan || said == Said::TotalAndYear;
}

}  // namespace

std::string dressed_header(std::string text, const Hand& hand) {
  const auto all = characters(text);
  switch (hand.style.header_dress) {
    case 1:
      if (all.size() == 2 || (all.size() == 4 && hand.style.header_words % 5 == 0))
        return joined(all, hand.style.header_words % 3 == 0 ? "　" : " ");
      return text;
    case 2: {
      if (all.size() < 4) return text;
      const auto half = static_cast<std::ptrdiff_t>(all.size() / 2);
      return joined({all.begin(), all.begin() + half}, "") + "\n" + joined({all.begin() + half, all.end()}, "");
    }
    case 3:
      return hand.style.header_words % 4 == 0 ? " " + text + " " : text;
    default:
      return text;
  }
}

std::string header_of(Said said, const Hand& hand) {
  const auto& all = names().at(said);
  const auto choice = static_cast<std::size_t>(hand.style.header_words + static_cast<int>(said) * 7);
  auto text = dressed_header(with_year(all[choice % all.size()], hand.campaign.form.plan_year), hand);
  return text + (is_money(said) ? unit_remark(hand) : remark_of(said, hand));
}

std::string kind_header(const campaign::ProcedureKind& kind, const Hand& hand) {
  auto all = kind.aliases;
  all.insert(all.begin(), {kind.name.zh, kind.short_name.empty() ? kind.name.zh : kind.short_name});
  const auto choice = static_cast<std::size_t>(hand.style.header_words) + kind.aliases.size();
  return dressed_header(hand.style.header_words % 3 == 0 ? all[0] : all[choice % all.size()], hand);
}

std::string merged_kinds_header(const campaign::MergedAlias& merged, const Hand& hand) {
  const auto choice = static_cast<std::size_t>(hand.style.header_words);
  if (choice % 4 == 0) {
    std::string text;
    for (const auto& code : merged.kinds) {
      const auto* kind = hand.campaign.find_kind(code);
      text += (text.empty() ? "" : "、") + (kind->short_name.empty() ? kind->name.zh : kind->short_name);
    }
    return text;
  }
  return merged.aliases.empty() ? std::string{} : merged.aliases[choice % merged.aliases.size()];
}

std::string joined_header(const std::string& kind, const std::string& sub, const Hand& hand) {
  static const Names kBetween{"", "\n", "-", " "};
  return kind + kBetween[static_cast<std::size_t>(hand.style.header_words) % kBetween.size()] + sub;
}

}  // namespace guatu::usecases::mess
