#include "guatu/json/chase_codec.hpp"

#include <boost/json.hpp>

namespace guatu::json {
namespace {

namespace bj = boost::json;

bj::array texts_value(const std::vector<std::string>& texts) {
  bj::array list;
  for (const auto& text : texts)
    list.emplace_back(text);
  return list;
}

bj::array codes_value(const auto& codes) {
  bj::array list;
  for (const auto& code : codes)
    list.emplace_back(code.text());
  return list;
}

bj::array procedures_value(const std::vector<reporting::ChaseProcedures>& projects) {
  bj::array list;
  for (const auto& project : projects)
    list.push_back(bj::object{{"project", project.project}, {"kinds", texts_value(project.kinds)}});
  return list;
}

bj::object letter_value(const reporting::ChaseLetter& letter, const std::string& text) {
  bj::object object{{"unit", letter.unit.text()}, {"reported", letter.reported}, {"file", letter.file}};
  object["missing_projects"] = texts_value(letter.missing_projects);
  auto& corrections = object["corrections"].emplace_array();
  for (const auto& correction : letter.corrections)
    corrections.push_back(bj::object{{"place", correction.place},
                                     {"value", correction.value},
                                     {"text", correction.text.zh},
                                     {"text_en", correction.text.en},
                                     {"remedy", correction.remedy.zh},
                                     {"remedy_en", correction.remedy.en}});
  object["unknown"] = procedures_value(letter.unknown);
  object["without_number"] = procedures_value(letter.without_number);
  object["text"] = text;
  return object;
}

}  // namespace

std::string encode_chase(const Dekad& dekad, const std::vector<reporting::ChaseLetter>& letters,
                         const std::vector<std::string>& texts) {
  bj::object object{{"dekad", format_dekad(dekad)}};
  auto& list = object["letters"].emplace_array();
  for (std::size_t i = 0; i < letters.size(); ++i)
    list.push_back(letter_value(letters[i], texts.at(i)));
  return bj::serialize(object);
}

std::string encode_review(const ledger::Review& review, Date as_of) {
  bj::object object{{"as_of", format_iso(as_of)}};
  auto& shares = object["not_applicable"].emplace_array();
  for (const auto& row : review.not_applicable)
    shares.push_back(bj::object{{"unit", row.unit.text()},
                                {"kind", row.kind.text()},
                                {"not_applicable", row.not_applicable},
                                {"parts", row.parts},
                                {"others_not_applicable", row.others_not_applicable},
                                {"others_parts", row.others_parts}});
  auto& levels = object["authority_changed"].emplace_array();
  for (const auto& row : review.authority)
    levels.push_back(bj::object{{"project", row.project.text()},
                                {"kind", row.kind.text()},
                                {"part", row.part},
                                {"unit", row.unit.text()},
                                {"from", authority_name(row.from)},
                                {"to", authority_name(row.to)}});
  auto& finishes = object["same_day_finishes"].emplace_array();
  for (const auto& row : review.finishes)
    finishes.push_back(bj::object{{"unit", row.unit.text()}, {"on", format_iso(row.on)}, {"finished", row.finished}});
  auto& twice = object["claimed_twice"].emplace_array();
  for (const auto& row : review.claimed_twice)
    twice.push_back(
        bj::object{{"name", row.name}, {"projects", codes_value(row.projects)}, {"units", codes_value(row.units)}});
  return bj::serialize(object);
}

}  // namespace guatu::json
