#include "guatu/json/evidence_records.hpp"

#include "guatu/json/fields.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;
using evidence::Document;
using evidence::File;
using evidence::Place;

bj::object place_value(const Place& place) {
  bj::object object;
  put_text(object, "project", place.project.text());
  put_text(object, "kind", place.kind.text());
  put_text(object, "part", place.part);
  return object;
}

bj::object file_value(const File& file, PersonalVault& vault) {
  bj::object object;
  put_text(object, "name", vault.digest_of(file.name));
  put_text(object, "kind", evidence::kind_of_file(file.kind).name);
  object["size"] = file.size;
  put_text(object, "digest", file.digest);
  auto& pieces = object["pieces"].emplace_array();
  for (const auto& piece : file.pieces)
    pieces.emplace_back(piece);
  put_text(object, "added_by", file.added_by);
  put_day(object, "added_on", file.added_on);
  return object;
}

Place read_place(Fields& fields) {
  return {ProjectId{fields.text("project")}, KindCode{fields.text("kind")}, fields.text("part")};
}

File read_file(Fields& fields, const PersonalVault& vault) {
  File file;
  file.name = vault.value_of(fields.text("name"));
  if (const auto kind = evidence::find_file_kind(fields.text("kind")))
    file.kind = *kind;
  else
    fields.fail("kind", "a kind of file");
  file.size = fields.number("size");
  file.digest = fields.text("digest");
  for (const auto& each : fields.list("pieces"))
    if (each.is_string())
      file.pieces.emplace_back(std::string_view(each.get_string()));
    else
      fields.fail("pieces", "texts");
  file.added_by = fields.text("added_by");
  file.added_on = fields.day("added_on");
  return file;
}

}  // namespace

std::string encode_document(const Document& document, PersonalVault& vault) {
  bj::object object{{"v", 1}, {"id", document.id}};
  auto& about = object["about"].emplace_array();
  for (const auto& place : document.about)
    about.push_back(place_value(place));
  put_text(object, "paper", evidence::paper_name(document.paper));
  put_text(object, "number", document.number);
  put_text(object, "issuer", document.issuer);
  put_day(object, "issued_on", document.issued_on);
  put_text(object, "note", vault.digest_of(document.note));
  auto& files = object["files"].emplace_array();
  for (const auto& file : document.files)
    files.push_back(file_value(file, vault));
  put_flag(object, "removed", document.removed);
  return bj::serialize(object);
}

Result<Document> decode_document(std::string_view body, const PersonalVault& vault) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "document");
  Document document;
  document.id = fields.text("id");
  for (const auto& each : fields.list("about")) {
    Fields place(each, "document.about");
    document.about.push_back(read_place(place));
    GUATU_CHECK(place.finish());
  }
  if (const auto paper = evidence::find_paper(fields.text("paper")))
    document.paper = *paper;
  else
    fields.fail("paper", "a kind of paper");
  document.number = fields.text("number");
  document.issuer = fields.text("issuer");
  document.issued_on = fields.find_day("issued_on");
  document.note = vault.value_of(fields.text("note"));
  for (const auto& each : fields.list("files")) {
    Fields file(each, "document.files");
    document.files.push_back(read_file(file, vault));
    GUATU_CHECK(file.finish());
  }
  document.removed = fields.flag("removed");
  GUATU_CHECK(fields.finish());
  return document;
}

}  // namespace guatu::json
