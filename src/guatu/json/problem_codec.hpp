#pragma once

#include <string>
#include <utility>
#include <vector>

#include "guatu/base/bilingual.hpp"

/// Bodies of application/problem+json. Source: RFC 9457.
namespace guatu::json {

struct ProblemDocument {
  int status = 500;
  std::string code;
  Bilingual title;
  std::string subject;
  std::vector<std::pair<Bilingual, std::string>> faults;  ///< Text, and a pointer to what it is about.
};

/// {type, title, title_en, status, code, subject?, errors:[{detail, detail_en, pointer?}]}
[[nodiscard]] std::string encode_problem(const ProblemDocument& problem);

}  // namespace guatu::json
