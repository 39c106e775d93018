#include "guatu/access/account.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"

namespace guatu::access {
namespace {

constexpr std::size_t kShortestName = 2;
constexpr std::size_t kLongestName = 40;

bool may_stand_in_name(char32_t c) {
  if (c >= U'0' && c <= U'9') return true;
  if ((c >= U'a' && c <= U'z') || c == U'.' || c == U'-' || c == U'_') return true;
  return c >= 0x4E00 && c <= 0x9FFF;
}

std::string unit_words(const UnitCode& unit) {
  return unit.empty() ? "—" : unit.text();
}

void object_to_post(std::vector<Bilingual>& objections, const Post& post, const campaign::Campaign& campaign) {
  const auto role = role_words(post.role);
  if (campaign.find_unit(post.unit) == nullptr)
    objections.push_back(
        {"岗位“" + role.zh + "”的单位“" + unit_words(post.unit) + "”不在攻坚行动单位之列",
         "the unit \"" + unit_words(post.unit) + "\" of the post " + role.en + " is none of the campaign's"});
  if (post.from && post.until && *post.until < *post.from)
    objections.push_back({"岗位“" + role.zh + "”的截止日早于起始日", "the post " + role.en + " ends before it begins"});
}

}  // namespace

std::vector<Bilingual> name_objections(std::string_view name) {
  std::vector<Bilingual> objections;
  const auto letters = code_points(name);
  if (letters.size() < kShortestName || letters.size() > kLongestName)
    objections.push_back({"账号名应为 2 至 40 个字符", "the name of an account has 2 to 40 characters"});
  if (!std::ranges::all_of(letters, may_stand_in_name))
    objections.push_back({"账号名只能用小写字母、数字、汉字和 . - _",
                          "the name of an account has small letters, digits, Chinese characters and . - _ only"});
  return objections;
}

std::vector<Bilingual> post_objections(const std::vector<Post>& posts, const campaign::Campaign& campaign) {
  std::vector<Bilingual> objections;
  for (const auto& post : posts)
    object_to_post(objections, post, campaign);
  for (std::size_t i = 0; i < posts.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (posts[i].role == posts[j].role && posts[i].unit == posts[j].unit)
        objections.push_back({"岗位重复：" + post_text(posts[i]), "the same post twice: " + post_text(posts[i])});
  const auto administers = [](const Post& post) { return is_administrator(post.role); };
  const bool mixed = std::ranges::any_of(posts, administers) &&
                     std::ranges::any_of(posts, [&](const Post& post) { return post.role != posts.front().role; });
  if (mixed)
    objections.push_back({"系统、安全、审计三类管理员须由不同的人担任，也不得兼任业务岗位（三员分立）",
                          "the system, security and audit administrators are different persons, and none of them holds "
                          "a post of the campaign"});
  return objections;
}

std::vector<Post> posts_on(const Account& account, Date day) {
  std::vector<Post> posts;
  if (account.disabled) return posts;
  std::ranges::copy_if(account.posts, std::back_inserter(posts), [&](const Post& post) { return post.holds_on(day); });
  return posts;
}

std::string post_text(const Post& post) {
  return std::string(role_name(post.role)) + "@" + post.unit.text();
}

}  // namespace guatu::access
