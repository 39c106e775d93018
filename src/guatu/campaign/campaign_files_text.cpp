#include <charconv>

#include "guatu/campaign/campaign_files.hpp"

namespace guatu::campaign {
namespace {

Error broken() {
  return make_error(ErrorKind::IntegrityBroken, "", "存档的攻坚行动文件不完整", "the stored campaign files are not whole");
}

}  // namespace

std::string join_files(const CampaignFiles& files) {
  std::string joined;
  for (const auto& [name, text] : files) joined += name + " " + std::to_string(text.size()) + "\n" + text + "\n";
  return joined;
}

Result<CampaignFiles> split_files(std::string_view joined) {
  CampaignFiles files;
  while (!joined.empty()) {
    const auto line_end = joined.find('\n');
    if (line_end == std::string_view::npos) return broken();
    const auto head = joined.substr(0, line_end);
    const auto space = head.rfind(' ');
    if (space == std::string_view::npos) return broken();
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(head.data() + space + 1, head.data() + head.size(), size);
    joined.remove_prefix(line_end + 1);
    if (error != std::errc{} || end != head.data() + head.size() || joined.size() < size + 1) return broken();
    files.emplace(std::string(head.substr(0, space)), std::string(joined.substr(0, size)));
    joined.remove_prefix(size + 1);
  }
  return files;
}

}  // namespace guatu::campaign
