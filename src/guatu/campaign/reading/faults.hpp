#pragma once

#include <string>
#include <vector>

#include "guatu/base/bilingual.hpp"

/// Everything that is wrong in the files of a campaign, each with its place, so that it can be mended in one go.
namespace guatu::campaign {

struct Place {
  std::string file;
  std::size_t line = 0;  ///< 0: the file as a whole.

  [[nodiscard]] std::string text() const;  ///< "campaign.toml:31"
  friend bool operator==(const Place&, const Place&) = default;
  friend auto operator<=>(const Place&, const Place&) = default;
};

class Faults {
 public:
  void add(const Place& place, const std::string& zh, const std::string& en);
  [[nodiscard]] bool empty() const { return found_.empty(); }
  /// "campaign.toml:31: …", by file and line; on one line in order of finding.
  [[nodiscard]] std::vector<Bilingual> in_order() const;

 private:
  struct Fault {
    Place place;
    Bilingual text;
  };
  std::vector<Fault> found_;
};

}  // namespace guatu::campaign
