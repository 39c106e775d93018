#pragma once

#include "guatu/base/error.hpp"

/// Exit codes of contract 2: 0 done, 1 refused, 2 wrong usage, 3 store or file system failed, 4 integrity broken.
namespace guatu::cli {

inline constexpr int kDone = 0;
inline constexpr int kRefused = 1;
inline constexpr int kWrongUsage = 2;
inline constexpr int kFailed = 3;
inline constexpr int kBroken = 4;

[[nodiscard]] inline int exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::InvalidInput:
    case ErrorKind::NotFound:
    case ErrorKind::Refused:
    case ErrorKind::Conflict:
    case ErrorKind::Unsupported:
      return kRefused;
    case ErrorKind::WrongUsage:
      return kWrongUsage;
    case ErrorKind::StoreFailed:
    case ErrorKind::FileFailed:
      return kFailed;
    case ErrorKind::IntegrityBroken:
      return kBroken;
  }
  return kFailed;
}

}  // namespace guatu::cli
