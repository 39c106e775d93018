#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "guatu/base/result.hpp"

/// Bytes of a text file as UTF-8, without guessing: what is no text in any of the encodings in use is refused.
namespace guatu::documents {

struct DecodedText {
  std::string_view utf8;                   ///< Inside the given bytes, or inside `converted`.
  std::unique_ptr<std::string> converted;  ///< Empty when the bytes were UTF-8 already.
  std::string encoding;                    ///< "UTF-8", "UTF-16", "GB18030".
};

/// A byte-order mark decides. Without one valid UTF-8 is UTF-8; otherwise the text has to be GB18030 to its last byte.
/// Errors: bad_text, naming the line; `bytes` with NUL or other control characters are no text.
/// Cost: the text once more where it is not UTF-8.
[[nodiscard]] Result<DecodedText> decode_text(std::string_view bytes);

}  // namespace guatu::documents
