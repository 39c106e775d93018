#include <charconv>

#include "guatu/campaign/campaign_files.hpp"

namespace guatu::campaign {
namespace {

Error broken() {
  return make_error(ErrorKind::IntegrityBroken, "", "存档的攻坚行动文件不完整，请从备份恢复",
                    "the stored campaign files are not whole; restore them from a backup");
}

/// The text before the next `end`, taken off `rest` together with it.
std::optional<std::string_view> take_until(std::string_view& rest, char end) {
  const auto at = rest.find(end);
  if (at == std::string_view::npos) return std::nullopt;
  const auto taken = rest.substr(0, at);
  rest.remove_prefix(at + 1);
  return taken;
}

}  // namespace

// NAME SIZE newline TEXT newline, file after file.
std::string join_files(const CampaignFiles& files) {
  std::string joined;
  for (const auto& [name, text] : files)
    joined += name + " " + std::to_string(text.size()) + "\n" + text + "\n";
  return joined;
}

Result<CampaignFiles> split_files(std::string_view joined) {
  CampaignFiles files;
  while (!joined.empty()) {
    const auto head = take_until(joined, '\n');
    const auto space = head ? head->rfind(' ') : std::string_view::npos;
    if (space == std::string_view::npos) return broken();
    std::size_t size = 0;
    const char* last = head->data() + head->size();
    const auto [end, error] = std::from_chars(head->data() + space + 1, last, size);
    if (error != std::errc{} || end != last || joined.size() <= size || joined[size] != '\n') return broken();
    if (!files.emplace(head->substr(0, space), joined.substr(0, size)).second) return broken();
    joined.remove_prefix(size + 1);
  }
  return files;
}

}  // namespace guatu::campaign
