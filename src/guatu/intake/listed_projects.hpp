#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "guatu/intake/form_reading.hpp"

/// The projects of one return while it is read, found by their number or their name.
namespace guatu::intake {

class ListedProjects {
 public:
  /// The project is found from now on, unless an earlier one has its number or name. References stay valid.
  ReadProject& add(ReadProject project, std::string_view serial);

  [[nodiscard]] ReadProject* find_by_serial(std::string_view serial);
  [[nodiscard]] ReadProject* find_by_name(std::string_view name);
  [[nodiscard]] bool empty() const { return projects_.empty(); }

  /// In the order of their rows.
  [[nodiscard]] std::vector<ReadProject> take();

 private:
  std::deque<ReadProject> projects_;
  std::unordered_map<std::string, ReadProject*> by_serial_, by_name_;
};

}  // namespace guatu::intake
