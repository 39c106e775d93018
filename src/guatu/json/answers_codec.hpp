#pragma once

#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/intake/answers.hpp"

namespace guatu::json {

/// The body {"answers": {"项目:名称": "同一项目"}}. A question without an answer is left open.
/// Errors: InvalidInput, naming what is wrong.
[[nodiscard]] Result<intake::Answers> decode_given_answers(std::string_view body);

}  // namespace guatu::json
