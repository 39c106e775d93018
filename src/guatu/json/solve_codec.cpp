#include "guatu/json/solve_codec.hpp"

#include <boost/json.hpp>

namespace guatu::json {
namespace bj = boost::json;

std::string encode_solve(const SolveDocument& document) {
  bj::object object{{"file", document.file},
                    {"activities", document.activities},
                    {"makespan", document.solution.makespan},
                    {"lower_bound", document.solution.lower_bound},
                    {"schedules", document.solution.schedules}};
  auto& starts = object["starts"].emplace_array();
  for (const auto start : document.solution.starts)
    starts.push_back(start);
  object["seed"] = document.seed;
  return bj::serialize(object);
}

}  // namespace guatu::json
