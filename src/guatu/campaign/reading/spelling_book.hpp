#pragma once

#include <string>
#include <unordered_map>

#include "guatu/campaign/reading/faults.hpp"

/// Who is called by which spelling. A spelling that two units, or two kinds, share is a fault: a cell that holds it would
/// have to be guessed at. Spellings are compared as cells are, by `match_key`.
namespace guatu::campaign {

class SpellingBook {
 public:
  /// `owner` is called `spelling` as well. The same owner may claim a spelling again; a blank one claims nothing.
  void claim(const std::string& spelling, const std::string& owner, const Place& place, Faults& faults);

 private:
  struct Claim {
    std::string owner;
    Place place;
  };
  std::unordered_map<std::string, Claim> claims_;
};

}  // namespace guatu::campaign
