#include "guatu/intake/listed_projects.hpp"

#include <algorithm>
#include <iterator>

#include "guatu/base/text.hpp"

namespace guatu::intake {
namespace {

ReadProject* find(const std::unordered_map<std::string, ReadProject*>& index, const std::string& key) {
  const auto found = key.empty() ? index.end() : index.find(key);
  return found == index.end() ? nullptr : found->second;
}

}  // namespace

ReadProject& ListedProjects::add(ReadProject project, std::string_view serial) {
  projects_.push_back(std::move(project));
  auto& added = projects_.back();
  if (auto key = match_key(serial); !key.empty()) by_serial_.emplace(std::move(key), &added);
  if (auto key = match_key(added.fields.name); !key.empty()) by_name_.emplace(std::move(key), &added);
  return added;
}

ReadProject* ListedProjects::find_by_serial(std::string_view serial) {
  return find(by_serial_, match_key(serial));
}

ReadProject* ListedProjects::find_by_name(std::string_view name) {
  return find(by_name_, match_key(name));
}

std::vector<ReadProject> ListedProjects::take() {
  by_serial_.clear();
  by_name_.clear();
  std::vector<ReadProject> taken(std::make_move_iterator(projects_.begin()), std::make_move_iterator(projects_.end()));
  projects_.clear();
  return taken;
}

}  // namespace guatu::intake
