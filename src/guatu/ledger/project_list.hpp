#pragma once

#include <boost/iterator/indirect_iterator.hpp>
#include <memory>
#include <vector>

#include "guatu/ledger/project.hpp"

namespace guatu::ledger {

/// Projects in the order of their ids. Copies share every project that neither of them has changed since, so a ledger that
/// moves on by one commit costs one project, not the campaign.
class ProjectList {
  using Shared = std::vector<std::shared_ptr<ProjectHistory>>;

 public:
  using value_type = ProjectHistory;
  using const_iterator = boost::indirect_iterator<Shared::const_iterator, const ProjectHistory>;
  using iterator = const_iterator;

  ProjectList() = default;
  /// In this order.
  ProjectList(std::vector<ProjectHistory> projects);
  ProjectList(std::initializer_list<ProjectHistory> projects) : ProjectList(std::vector(projects)) {}

  [[nodiscard]] const_iterator begin() const { return const_iterator(projects_.begin()); }
  [[nodiscard]] const_iterator end() const { return const_iterator(projects_.end()); }
  [[nodiscard]] std::size_t size() const { return projects_.size(); }
  [[nodiscard]] bool empty() const { return projects_.empty(); }
  [[nodiscard]] const ProjectHistory& operator[](std::size_t place) const { return *projects_[place]; }
  [[nodiscard]] const ProjectHistory& front() const { return *projects_.front(); }
  [[nodiscard]] const ProjectHistory& back() const { return *projects_.back(); }

  void push_back(ProjectHistory project);
  /// Before the one at `place`.
  void insert(std::size_t place, ProjectHistory project);
  /// To be changed; other lists keep what they have. Pointers to this project that were taken from this list end here.
  [[nodiscard]] ProjectHistory& edit(std::size_t place);

 private:
  Shared projects_;
};

/// Whether `a` stands before `b`: P9999 before P10000.
[[nodiscard]] bool stands_before(const ProjectId& a, const ProjectId& b);

}  // namespace guatu::ledger
