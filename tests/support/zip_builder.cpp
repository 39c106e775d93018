#include "tests/support/zip_builder.hpp"

#include <stdexcept>
#include <zip.h>

namespace guatu::test {

std::string make_zip(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  auto* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(buffer);
  auto* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  for (const auto& [name, text] : parts)
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8);
  if (zip_close(archive) != 0) throw std::runtime_error("zip_close failed");
  zip_source_open(buffer);
  zip_source_seek(buffer, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(buffer)), '\0');
  zip_source_seek(buffer, 0, SEEK_SET);
  zip_source_read(buffer, bytes.data(), bytes.size());
  zip_source_close(buffer);
  zip_source_free(buffer);
  return bytes;
}

std::string make_xlsx(const SheetXml& sheet) {
  const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
  std::string links = "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"r1\" Type=\"" + office +
                      "/worksheet\" Target=\"sheets/first.xml\"/>";
  std::vector<std::pair<std::string, std::string>> parts;
  if (!sheet.shared.empty()) {
    links += "<Relationship Id=\"r2\" Type=\"" + office + "/sharedStrings\" Target=\"/xl/texts.xml\"/>";
    parts.emplace_back("xl/texts.xml", "<sst xmlns=\"" + main + "\">" + sheet.shared + "</sst>");
  }
  if (!sheet.styles.empty()) {
    links += "<Relationship Id=\"r3\" Type=\"" + office + "/styles\" Target=\"looks.xml\"/>";
    parts.emplace_back("xl/looks.xml", "<styleSheet xmlns=\"" + main + "\">" + sheet.styles + "</styleSheet>");
  }
  links += sheet.workbook_links;
  if (!sheet.sheet_links.empty())
    parts.emplace_back("xl/sheets/_rels/first.xml.rels",
                       "<Relationships xmlns=\"" + package + "\">" + sheet.sheet_links + "</Relationships>");
  parts.emplace_back("_rels/.rels", "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"a\" Type=\"" + office +
                                        "/officeDocument\" Target=\"xl/book.xml\"/></Relationships>");
  parts.emplace_back("xl/_rels/book.xml.rels", links + "</Relationships>");
  parts.emplace_back("xl/book.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office + "\">" +
                                        sheet.workbook_properties +
                                        "<sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
  parts.emplace_back("xl/sheets/first.xml", "<worksheet xmlns=\"" + main + "\">" + sheet.before_rows + "<sheetData>" +
                                                sheet.rows + "</sheetData>" + sheet.extra + "</worksheet>");
  parts.insert(parts.end(), sheet.parts.begin(), sheet.parts.end());
  return make_zip(parts);
}

}  // namespace guatu::test
