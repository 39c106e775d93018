#pragma once

#include <string>
#include <vector>

#include "guatu/json/figures_codec.hpp"
#include "guatu/reporting/dekad_life.hpp"

/// What a page has to know of a campaign before it can show anything.
namespace guatu::json {

/// {id, title, title_en, version, starts_on, ends_on, seq, stages, targets, assessment_cuts, kinds, units, leagues, policy}
[[nodiscard]] std::string encode_campaign_overview(const campaign::Campaign& campaign, std::int64_t seq);

/// {campaign, seq, dekads:[{dekad, name, name_en, first_day, last_day, state, published_revisions,
///  publications:[{revision, as_of, known_seq, head_digest, reason, papers:[{name, digest}]}]}]}
[[nodiscard]] std::string encode_dekads(const std::string& campaign, std::int64_t seq,
                                        const std::vector<reporting::DekadRecord>& dekads,
                                        const std::vector<reporting::Publication>& publications);

}  // namespace guatu::json
