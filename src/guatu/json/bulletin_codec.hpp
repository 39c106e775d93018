#pragma once

#include <string>

#include "guatu/reporting/bulletin_input.hpp"

namespace guatu::json {

/// bulletin.json: {dekad, revision, draft, reason, head_digest, campaign_digest, headline:[{zh, en}], figures, leagues}
[[nodiscard]] std::string encode_bulletin(const reporting::BulletinInput& input);

}  // namespace guatu::json
