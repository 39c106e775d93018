#pragma once

#include <boost/json.hpp>

#include "guatu/intake/message.hpp"

/// A message as every answer holds it. Only codecs include this header. Source: contract 2, `import`.
namespace guatu::json {

/// `question` and `choices` stand only with messages that can be answered.
[[nodiscard]] boost::json::object message_value(const intake::Message& message);

}  // namespace guatu::json
