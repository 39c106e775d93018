#pragma once

#include <string>

#include "guatu/documents/helper_process.hpp"

namespace guatu::documents {

/// What a new process does to itself before it becomes another program. Made before the fork; afterwards nothing may be
/// allocated any more.
class Confinement {
 public:
  explicit Confinement(const HelperLimits& limits);
  /// Only system calls. What the kernel refuses is left out.
  void enter() const;

 private:
  [[nodiscard]] bool leave_network() const;

  HelperLimits limits_;
  std::string user_map_, group_map_;
};

}  // namespace guatu::documents
