#include "guatu/documents/stand_in_fonts.hpp"

#include <algorithm>

namespace guatu::documents {
namespace {

constexpr const char* kSerif = "Noto Serif CJK SC";
constexpr const char* kKai = "AR PL UKai CN";
constexpr const char* kSans = "Noto Sans CJK SC";

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else
      result += c;
  }
  return result;
}

}  // namespace

const std::vector<StandIn>& stand_ins() {
  static const std::vector<StandIn> kStandIns{{"仿宋_GB2312", kSerif, "NotoSerifCJK"},
                                              {"仿宋", kSerif, "NotoSerifCJK"},
                                              {"楷体_GB2312", kKai, "UKaiCN"},
                                              {"楷体", kKai, "UKaiCN"},
                                              {"黑体", kSans, "NotoSansCJK"},
                                              {"宋体", kSerif, "NotoSerifCJK"},
                                              {"方正小标宋简体", kSerif, "NotoSerifCJK"}};
  return kStandIns;
}

std::string font_settings(const std::string& folder) {
  std::string xml =
      "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
      "<include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>";
  if (!folder.empty()) xml += "<dir>" + escaped(folder) + "</dir>";
  for (const auto& font : stand_ins())
    xml += "<alias binding=\"same\"><family>" + font.named + "</family><accept><family>" + font.family +
           "</family><family>" + kSerif + "</family><family>" + kSans + "</family></accept></alias>";
  return xml + "</fontconfig>";
}

std::vector<std::string> stand_ins_in(std::string_view pdf) {
  std::vector<std::string> families;
  for (const auto& font : stand_ins()) {
    const bool used = pdf.find("+" + font.in_pdf) != std::string_view::npos;
    if (used && std::ranges::find(families, font.family) == families.end()) families.push_back(font.family);
  }
  return families;
}

}  // namespace guatu::documents
