#include "guatu/ports/head_signature.hpp"

#include "guatu/ports/canonical_bytes.hpp"

namespace guatu::ports {

std::string bytes_to_sign(const CommitHead& head) {
  std::string bytes;
  for (const auto& field :
       {std::string("guatu-head-1"), std::to_string(head.seq), std::to_string(head.recorded_at), head.digest})
    put_field(bytes, field);
  return bytes;
}

}  // namespace guatu::ports
