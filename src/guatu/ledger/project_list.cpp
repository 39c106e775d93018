#include "guatu/ledger/project_list.hpp"

namespace guatu::ledger {

bool stands_before(const ProjectId& a, const ProjectId& b) {
  const auto& left = a.text();
  const auto& right = b.text();
  return left.size() != right.size() ? left.size() < right.size() : left < right;
}

ProjectList::ProjectList(std::vector<ProjectHistory> projects) {
  projects_.reserve(projects.size());
  for (auto& project : projects)
    push_back(std::move(project));
}

void ProjectList::push_back(ProjectHistory project) {
  projects_.push_back(std::make_shared<ProjectHistory>(std::move(project)));
}

void ProjectList::insert(std::size_t place, ProjectHistory project) {
  projects_.insert(projects_.begin() + static_cast<std::ptrdiff_t>(place),
                   std::make_shared<ProjectHistory>(std::move(project)));
}

ProjectHistory& ProjectList::edit(std::size_t place) {
  auto& project = projects_[place];
  if (project.use_count() > 1) project = std::make_shared<ProjectHistory>(*project);
  return *project;
}

}  // namespace guatu::ledger
