#pragma once

#include "guatu/http/context.hpp"
#include "guatu/http/door/identity.hpp"

namespace guatu::http {

/// Who asks, as he may know himself: posts, rights, and what his writes have to bring.
[[nodiscard]] Response answer_me_as(Context& context, const Identity& who);

}  // namespace guatu::http
