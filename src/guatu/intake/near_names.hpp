#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

/// Names that may mean one project. Source: contract 4, near matches.
namespace guatu::intake {

/// A name prepared for being compared with many others.
struct NameShape {
  explicit NameShape(std::string name);

  std::string key;
  std::string masked;              ///< What tells sister projects apart (一期, 二期) is one sign.
  std::string telling;             ///< Those signs themselves.
  std::string stem;                ///< Without brackets' contents and the words that every project has.
  std::size_t length = 0;          ///< Of the key, in characters.
  std::size_t outside_length = 0;  ///< Without brackets' contents, which many names share.
  std::uint64_t characters = 0;    ///< Which bytes occur, roughly.
};

/// Whether two names may mean one project: the same but for everyday words, or one character in eight apart.
/// Names that differ only in what tells sister projects apart (一期 and 二期) are not near.
/// Assumption: docs/assumptions, "near names".
[[nodiscard]] bool is_near(const NameShape& a, const NameShape& b);

/// How near: what may be one project, or only what hardly can be two.
enum class Nearness { Likely, Almost };

/// Many names, among which a near one is looked for. Sister projects are looked at once.
class NearNames {
 public:
  explicit NearNames(Nearness nearness = Nearness::Likely) : nearness_(nearness) {}

  /// Names are numbered from 0 in the order of adding.
  void add(NameShape shape);
  /// The number of the first near name.
  [[nodiscard]] std::optional<std::size_t> find(const NameShape& shape) const;

 private:
  struct Named {
    NameShape shape;
    std::size_t number;
  };
  Nearness nearness_;
  std::vector<std::vector<Named>> sisters_;
  std::unordered_map<std::string, std::size_t> by_masked_;
  std::size_t count_ = 0;
};

}  // namespace guatu::intake
