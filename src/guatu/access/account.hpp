#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/access/role.hpp"
#include "guatu/campaign/campaign.hpp"
#include "guatu/values/date.hpp"

/// Persons who may enter, and the posts that they hold. Source: rules 1 ("duties hang on posts"), rules 6.
namespace guatu::access {

/// A duty at a unit, from day to day inclusive. A person may hold several and says which one acts.
struct Post {
  Role role = Role::Reporter;
  UnitCode unit;
  std::optional<Date> from, until;  ///< None: from the beginning, without an end.

  [[nodiscard]] bool holds_on(Date day) const { return (!from || *from <= day) && (!until || day <= *until); }
  friend bool operator==(const Post&, const Post&) = default;
};

struct Account {
  std::string name;          ///< What is typed to enter; never changes.
  std::string display_name;  ///< 姓名. Personal: bodies of records hold a salted digest.
  std::vector<Post> posts;
  std::string password;  ///< As the hash function writes it; personal, so that an old one can be forgotten.
  bool must_change_password = true;
  bool disabled = false;

  friend bool operator==(const Account&, const Account&) = default;
};

/// Every reason why nobody can be called so: 2 to 40 letters, digits, dots, dashes and underscores, Chinese ones too.
[[nodiscard]] std::vector<Bilingual> name_objections(std::string_view name);

/// Every reason why one person cannot hold these posts: an unknown unit, a post twice, an end before its beginning, two of the
/// separated administrators or one beside a post of the campaign. Source: domain 6.1.
[[nodiscard]] std::vector<Bilingual> post_objections(const std::vector<Post>& posts,
                                                     const campaign::Campaign& campaign);

/// The posts held on the day, in their order; none of a disabled account.
[[nodiscard]] std::vector<Post> posts_on(const Account& account, Date day);

/// "reporter@150402", as commits and lists name a post.
[[nodiscard]] std::string post_text(const Post& post);

}  // namespace guatu::access
