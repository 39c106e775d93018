#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guatu/calendar/dekad.hpp"

/// The draft of a bulletin, as it is shown before it is published.
namespace guatu::json {

struct DraftPaper {
  std::string name;
  std::int64_t size = 0;
  std::string digest;
};

struct DraftDocument {
  std::string campaign;
  std::int64_t seq = 0;
  Dekad dekad;
  Date as_of;
  std::int64_t characters = 0;  ///< Of its text.
  std::vector<DraftPaper> papers;
};

/// {campaign, seq, dekad, name, name_en, as_of, characters, usual_characters, papers:[{name, type, size, digest, href}]}.
/// `base`: what the address of every file begins with.
[[nodiscard]] std::string encode_draft(const DraftDocument& draft, const std::string& base);

}  // namespace guatu::json
