#include "guatu/json/dekads_codec.hpp"

#include <algorithm>

#include "guatu/base/percent.hpp"
#include "guatu/json/nullable.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;
using reporting::Publication;

struct MediaType {
  std::string_view ending, type;
};
constexpr MediaType kMediaTypes[] = {
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".xlsm", "application/vnd.ms-excel.sheet.macroEnabled.12"},
    {".pdf", "application/pdf"},
    {".json", "application/json"},
    {".csv", "text/csv; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
};

bj::object paper_value(const Publication& publication, std::size_t place, const PublicationLine& line,
                       const std::string& base) {
  const auto& paper = publication.papers[place];
  return {{"name", paper.name},
          {"type", bj::string(paper_media_type(paper.name))},
          {"size", line.sizes[place]},
          {"digest", paper.digest},
          {"href", base + "bulletins/" + format_dekad(publication.dekad) + "/" + std::to_string(publication.revision) +
                       "/" + percent_encoded(paper.name)}};
}

bj::object publication_value(const PublicationLine& line, const std::string& base) {
  const auto& publication = line.publication;
  bj::object value{{"revision", publication.revision},  {"as_of", format_iso(publication.as_of)},
                   {"known_seq", publication.seq},      {"head_digest", publication.head_digest},
                   {"reason", publication.reason},      {"published_at", format_rfc3339(line.commit.head.recorded_at)},
                   {"published_by", line.commit.actor}, {"seq", line.commit.head.seq}};
  auto& papers = value["papers"].emplace_array();
  for (std::size_t i = 0; i < publication.papers.size(); ++i)
    papers.push_back(paper_value(publication, i, line, base));
  return value;
}

bj::object dekad_value(const DekadLine& dekad, const std::vector<PublicationLine>& publications,
                       const std::string& base) {
  const auto& record = dekad.record;
  bj::object value{{"dekad", format_dekad(record.dekad)}};
  put_words(value, "name", {dekad_name_zh(record.dekad), dekad_name_en(record.dekad)});
  value["first_day"] = format_iso(record.dekad.first_day());
  value["last_day"] = format_iso(record.dekad.last_day());
  value["state"] = bj::string(reporting::dekad_state_name(record.state));
  put_words(value, "state_name", reporting::dekad_state_words(record.state));
  value["published_revisions"] = record.published_revisions;
  value["expected"] = code_list(dekad.expected);
  auto& reported = value["reported"].emplace_array();
  for (const auto& received : dekad.reported)
    reported.push_back(bj::object{{"unit", received.unit.text()}, {"file", received.file}, {"rows", received.rows}});
  value["carried"] = code_list(dekad.carried);
  auto& list = value["publications"].emplace_array();
  for (const auto& line : publications)
    if (line.publication.dekad == record.dekad) list.push_back(publication_value(line, base));
  return value;
}

}  // namespace

std::string_view paper_media_type(std::string_view name) {
  for (const auto& [ending, type] : kMediaTypes)
    if (name.ends_with(ending)) return type;
  return "application/octet-stream";
}

std::string encode_dekads(const std::string& campaign, std::int64_t seq, const std::vector<DekadLine>& dekads,
                          const std::vector<PublicationLine>& publications, const std::string& base) {
  bj::object object{{"campaign", campaign}, {"seq", seq}};
  auto& list = object["dekads"].emplace_array();
  for (const auto& dekad : dekads)
    list.push_back(dekad_value(dekad, publications, base));
  return bj::serialize(object);
}

std::string encode_bulletins(const std::string& campaign, std::int64_t seq,
                             const std::vector<PublicationLine>& publications, const std::string& base) {
  std::vector<const PublicationLine*> lines;
  for (const auto& line : publications)
    lines.push_back(&line);
  std::ranges::sort(lines, std::greater<>{}, [](const PublicationLine* line) {
    return std::pair(line->publication.dekad, line->publication.revision);
  });
  bj::object object{{"campaign", campaign}, {"seq", seq}};
  auto& list = object["bulletins"].emplace_array();
  const Publication* before = nullptr;
  for (const auto* line : lines) {
    const auto& publication = line->publication;
    bj::object value{{"dekad", format_dekad(publication.dekad)}};
    put_words(value, "name", {dekad_name_zh(publication.dekad), dekad_name_en(publication.dekad)});
    value["newest"] = before == nullptr || before->dekad != publication.dekad;
    value["publication"] = publication_value(*line, base);
    list.push_back(std::move(value));
    before = &publication;
  }
  return bj::serialize(object);
}

}  // namespace guatu::json
