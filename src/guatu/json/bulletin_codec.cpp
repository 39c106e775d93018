#include "guatu/json/bulletin_codec.hpp"

#include "guatu/json/fields.hpp"
#include "guatu/json/leagues_codec.hpp"
#include "guatu/reporting/headline.hpp"

namespace guatu::json {

std::string encode_bulletin(const reporting::BulletinInput& input) {
  namespace bj = boost::json;
  const auto& campaign = input.campaign;
  const NumbersHead head{campaign.id, campaign.version, input.as_of, input.known_at, input.seq};
  bj::object object{{"dekad", format_dekad(input.dekad)},
                    {"revision", input.revision},
                    {"draft", input.draft},
                    {"reason", input.reason},
                    {"head_digest", input.head_digest},
                    {"campaign_digest", input.campaign_digest}};
  auto& headline = object["headline"].emplace_array();
  for (const auto& line : reporting::headline(campaign, input.figures, input.as_of))
    headline.push_back(bilingual_value(line));
  object["figures"] = bj::parse(encode_figures(head, campaign.policy, input.figures, input.carried));
  object["leagues"] = bj::parse(encode_leagues(head, input.leagues));
  return bj::serialize(object) + "\n";
}

}  // namespace guatu::json
