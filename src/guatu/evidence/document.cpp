#include "guatu/evidence/document.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace guatu::evidence {
namespace {

constexpr std::string_view kPapers[] = {"approval",    "acceptance", "handing_up", "opinion",
                                        "certificate", "letter",     "photograph", "other"};
constexpr std::size_t kMostFiles = 20;
constexpr std::size_t kMostPlaces = 200;

}  // namespace

std::string_view paper_name(Paper paper) {
  return kPapers[static_cast<std::size_t>(paper)];
}

std::optional<Paper> find_paper(std::string_view name) {
  const auto* found = std::ranges::find(kPapers, name);
  if (found == std::end(kPapers)) return std::nullopt;
  return static_cast<Paper>(found - std::begin(kPapers));
}

std::vector<Bilingual> document_objections(const Document& document, Date today) {
  std::vector<Bilingual> objections;
  if (document.about.empty())
    objections.push_back({"请写明文件属于哪个项目、哪项手续", "say which project and procedure the paper is about"});
  if (document.about.size() > kMostPlaces)
    objections.push_back({"一份文件最多对应 200 项手续", "one paper is about at most 200 procedures"});
  auto places = document.about;
  std::ranges::sort(places);
  if (std::ranges::adjacent_find(places) != places.end())
    objections.push_back({"同一项手续写了两次", "the same procedure is named twice"});
  if (document.number.empty() && document.files.empty())
    objections.push_back({"请填写文号或附上文件", "give the number of the paper, or attach a file"});
  if (document.issued_on && *document.issued_on > today)
    objections.push_back({"成文日期晚于今天", "the day of the paper lies ahead of today"});
  if (document.files.size() > kMostFiles)
    objections.push_back({"一份文件最多附 20 个附件", "a paper has at most 20 files"});
  return objections;
}

std::string document_id(std::size_t number) {
  return fmt::format("D{:04}", number);
}

}  // namespace guatu::evidence
