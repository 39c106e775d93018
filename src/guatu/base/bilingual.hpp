#pragma once

#include <string>

/// Text for people, Chinese first and English second. Both are always given.
namespace guatu {

struct Bilingual {
  std::string zh;
  std::string en;

  friend bool operator==(const Bilingual&, const Bilingual&) = default;
};

}  // namespace guatu
