#include "guatu/json/document_codec.hpp"

#include "guatu/json/nullable.hpp"
#include "guatu/json/request_reader.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;
using Need = RequestReader::Need;

constexpr std::size_t kLongestText = 200;
constexpr std::size_t kLongestNote = 500;
constexpr std::size_t kLongestReason = 2000;
constexpr std::size_t kMostPlaces = 200;
constexpr std::size_t kMostFiles = 20;

std::vector<std::string> read_words(RequestReader& reader, std::string_view key) {
  std::vector<std::string> words;
  for (const auto& each : reader.list(key, Need::May, kMostFiles)) {
    if (each.is_string() && each.get_string().size() <= kLongestText)
      words.emplace_back(std::string_view(each.get_string()));
    else
      reader.fault(key, {"应为文字的列表", "has to be a list of texts"});
  }
  return words;
}

std::vector<evidence::Place> read_places(const bj::array& list, BodyFaults& faults) {
  std::vector<evidence::Place> places;
  for (const auto& each : list) {
    RequestReader place(each, "/about/" + std::to_string(places.size()), faults);
    places.push_back({ProjectId{place.text("project", Need::Must)}, KindCode{place.text("kind", Need::May)},
                      place.text("part", Need::May)});
    place.finish();
  }
  return places;
}

void read_day(RequestReader& reader, DocumentWish& wish) {
  const auto text = reader.find_text("issued_on", 10);
  if (!text) return;
  wish.no_day = text->empty();
  if (wish.no_day) return;
  wish.issued_on = reader.find_day("issued_on");
}

bj::object place_value(const evidence::Place& place) {
  return {{"project", place.project.text()}, {"kind", text_or_null(place.kind.text())}, {"part", place.part}};
}

bj::object file_value(const std::string& document, const evidence::File& file) {
  const auto& kind = evidence::kind_of_file(file.kind);
  return {{"name", file.name},
          {"kind", bj::string(kind.name)},
          {"media_type", bj::string(kind.media_type)},
          {"size", file.size},
          {"digest", file.digest},
          {"shown", kind.shown},
          {"added_by", file.added_by},
          {"added_on", format_iso(file.added_on)},
          {"href", "/api/v1/documents/" + document + "/files/" + file.digest}};
}

bj::object document_value(const ListedDocument& listed) {
  const auto& document = listed.document;
  bj::object object{{"id", document.id}, {"revision", listed.revision}};
  auto& about = object["about"].emplace_array();
  for (const auto& place : document.about)
    about.push_back(place_value(place));
  object["paper"] = bj::string(evidence::paper_name(document.paper));
  object["number"] = document.number;
  object["issuer"] = document.issuer;
  object["issued_on"] = day_or_null(document.issued_on);
  object["note"] = listed.may_see ? document.note : std::string{};
  object["masked"] = !listed.may_see;
  object["may_change"] = listed.may_change;
  object["file_count"] = document.files.size();
  auto& files = object["files"].emplace_array();
  if (!listed.may_see) return object;
  for (const auto& file : document.files)
    files.push_back(file_value(document.id, file));
  return object;
}

}  // namespace

std::optional<UploadWish> decode_upload(std::string_view body, BodyFaults& faults) {
  const auto value = parse_request(body, faults);
  if (!value) return std::nullopt;
  RequestReader reader(*value, "", faults);
  UploadWish wish;
  wish.name = evidence::own_file_name(reader.text("name", Need::Must, kLongestReason));
  if (wish.name.empty() && faults.empty())
    reader.fault("name", {"不是文件名，或超过 200 字", "is no name of a file, or longer than 200 characters"});
  const auto size = reader.find_number("size");
  if (!size || *size <= 0)
    reader.fault("size", {"应为文件的字节数", "has to be the number of bytes"});
  else
    wish.size = static_cast<std::size_t>(*size);
  reader.finish();
  if (!faults.empty()) return std::nullopt;
  return wish;
}

std::string encode_upload(const std::string& id, std::size_t received, std::size_t size, std::size_t piece_bytes) {
  return bj::serialize(bj::object{{"upload", id},
                                  {"received", received},
                                  {"size", size},
                                  {"piece_bytes", piece_bytes},
                                  {"whole", received == size}});
}

std::optional<DocumentWish> decode_document_wish(std::string_view body, BodyFaults& faults) {
  const auto value = parse_request(body, faults);
  if (!value) return std::nullopt;
  RequestReader reader(*value, "", faults);
  DocumentWish wish;
  const auto* object = value->if_object();
  const auto& about = reader.list("about", Need::May, kMostPlaces);
  if (object != nullptr && object->contains("about")) wish.about = read_places(about, faults);
  if (const auto paper = reader.find_text("paper", kLongestText)) {
    wish.paper = evidence::find_paper(*paper);
    if (!wish.paper)
      reader.fault("paper", {"不认识“" + *paper + "”这种文件", "\"" + *paper + "\" is no kind of paper"});
  }
  wish.number = reader.find_text("number", kLongestText);
  wish.issuer = reader.find_text("issuer", kLongestText);
  wish.note = reader.find_text("note", kLongestNote);
  read_day(reader, wish);
  wish.uploads = read_words(reader, "uploads");
  wish.dropped = read_words(reader, "drop");
  wish.reason = reader.text("reason", Need::May, kLongestReason);
  reader.finish();
  if (!faults.empty()) return std::nullopt;
  return wish;
}

std::string encode_documents(const DocumentPage& page) {
  bj::object object{
      {"seq", page.seq}, {"total", page.total}, {"limit", page.limit}, {"next_cursor", text_or_null(page.next_cursor)}};
  auto& list = object["documents"].emplace_array();
  for (const auto& each : page.documents)
    list.push_back(document_value(each));
  return bj::serialize(object);
}

}  // namespace guatu::json
