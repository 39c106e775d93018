#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"

/// What stands above or beside the red head of some papers only. Source: GB/T 9704-2012, 7.2.1–7.2.4; domain 4.2.
namespace guatu::reporting {

struct OfficialMarks {
  std::string copy_number;  ///< 份号: "000012".
  std::string secrecy;      ///< 密级和保密期限: "机密★1年".
  std::string urgency;      ///< 紧急程度: "特急".
  std::vector<std::string>
      joint;  ///< 联合行文: the other bodies that issue it, in order, after the one that drafts it.

  friend bool operator==(const OfficialMarks&, const OfficialMarks&) = default;
};

/// As people write them; each may be empty.
struct MarkWords {
  std::string copy_number, secrecy, urgency, joint;
};

/// Up to six digits; 绝密, 机密 or 秘密 with or without a term after ★; 特急 or 加急; names parted by 、 or commas.
/// Errors: WrongUsage, naming the word.
[[nodiscard]] Result<OfficialMarks> parse_marks(const MarkWords& words);

/// The lines at the upper left, in their order.
[[nodiscard]] std::vector<std::string> mark_lines(const OfficialMarks& marks);

}  // namespace guatu::reporting
