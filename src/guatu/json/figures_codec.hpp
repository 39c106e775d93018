#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/counting/figures.hpp"

/// `figures` of contract 2, for the command line, for HTTP and for freezing.
namespace guatu::json {

/// Which day, known when, of which campaign.
struct NumbersHead {
  std::string campaign;
  std::string version;
  Date as_of;
  std::int64_t known_at = 0;  ///< Instant.
  std::int64_t seq = 0;
};

[[nodiscard]] std::string encode_figures(const NumbersHead& head, const campaign::Policy& policy,
                                         const counting::Figures& figures, const std::vector<UnitCode>& carried);
/// Errors: IntegrityBroken.
[[nodiscard]] Result<counting::Figures> decode_figures(std::string_view text);

}  // namespace guatu::json
