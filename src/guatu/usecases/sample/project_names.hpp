#pragma once

#include <set>
#include <string>

#include "guatu/usecases/sample/random_source.hpp"

/// Names of invented projects. Each says so (虚构) and is given once.
namespace guatu::usecases {

class ProjectNames {
 public:
  [[nodiscard]] std::string next(RandomSource& random);

 private:
  std::set<std::string> given_;
};

[[nodiscard]] std::string draw_field(RandomSource& random);  ///< 行业领域

}  // namespace guatu::usecases
