#include "guatu/json/draft_codec.hpp"

#include "guatu/base/percent.hpp"
#include "guatu/json/dekads_codec.hpp"
#include "guatu/json/nullable.hpp"
#include "guatu/reporting/official_paper.hpp"

namespace guatu::json {
namespace bj = boost::json;

std::string encode_draft(const DraftDocument& draft, const std::string& base) {
  bj::object object{{"campaign", draft.campaign}, {"seq", draft.seq}, {"dekad", format_dekad(draft.dekad)}};
  put_words(object, "name", {dekad_name_zh(draft.dekad), dekad_name_en(draft.dekad)});
  object["as_of"] = format_iso(draft.as_of);
  object["characters"] = draft.characters;
  object["usual_characters"] = static_cast<std::int64_t>(reporting::kUsualCharacters);
  auto& papers = object["papers"].emplace_array();
  for (const auto& paper : draft.papers)
    papers.push_back(bj::object{{"name", paper.name},
                                {"type", bj::string(paper_media_type(paper.name))},
                                {"size", paper.size},
                                {"digest", paper.digest},
                                {"href", base + "bulletins/draft/" + percent_encoded(paper.name)}});
  return bj::serialize(object);
}

}  // namespace guatu::json
