#include "guatu/ports/head_signature.hpp"

namespace guatu::ports {

std::string bytes_to_sign(const CommitHead& head) {
  std::string bytes;
  for (const auto& field :
       {std::string("guatu-head-1"), std::to_string(head.seq), std::to_string(head.recorded_at), head.digest})
    bytes += std::to_string(field.size()) + ":" + field + ",";
  return bytes;
}

}  // namespace guatu::ports
