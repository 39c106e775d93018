#pragma once

#include <string>

#include "guatu/base/result.hpp"

/// A store's file takes the place of another one, which is kept.
namespace guatu::store {

/// Whether a backup may be put at `path`. A damaged store may be replaced; a sound database of another program, a folder
/// or the backup itself may not. Errors: Refused.
[[nodiscard]] Result<void> check_replaceable(const std::string& path, const std::string& backup);

/// Moves what stands at `path` aside with its log, and `arriving` there; others who do the same wait, and so do writers, who
/// then find that their file was moved. Gives the name of
/// what was moved, empty when nothing stood there. When it throws, everything is as it was.
/// Errors: StoreFailed when the former store could be neither replaced nor moved back; says where it is.
[[nodiscard]] Result<std::string> take_place(const std::string& arriving, const std::string& path);

}  // namespace guatu::store
