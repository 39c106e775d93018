#include "guatu/documents/xlsx/write_raw_workbook.hpp"

#include <algorithm>
#include <map>

#include "guatu/documents/docx/zip_writer.hpp"

namespace guatu::documents {
namespace {

using reporting::RawCell;
using reporting::RawKind;
using reporting::RawSheet;
using reporting::RawWorkbook;

constexpr const char* kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kLinks = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006/";
constexpr const char* kTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
constexpr int kFirstOwnFormat = 176;
constexpr const char* kDefaultFont = "宋体";

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '&')
      safe += "&amp;";
    else if (c == '<')
      safe += "&lt;";
    else if (c == '>')
      safe += "&gt;";
    else if (c == '"')
      safe += "&quot;";
    else
      safe += c;
  }
  return safe;
}

std::string column_letters(std::uint16_t column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

std::string reference(std::uint32_t row, std::uint16_t column) {
  return column_letters(column) + std::to_string(row + 1);
}

std::string t_element(std::string_view text) {
  return "<t xml:space=\"preserve\">" + escaped(text) + "</t>";
}

/// Where the first run ends: in the middle, on a character's border.
std::size_t middle_of(std::string_view text) {
  auto at = text.size() / 2;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
    ++at;
  return at;
}

std::string string_item(RawKind kind, const std::string& text) {
  if (kind == RawKind::RichText) {
    const auto middle = middle_of(text);
    return "<r><rPr><b/><sz val=\"11\"/><rFont val=\"黑体\"/></rPr>" + t_element(text.substr(0, middle)) +
           "</r><r><rPr><sz val=\"11\"/><color rgb=\"FFFF0000\"/><rFont val=\"仿宋\"/></rPr>" +
           t_element(text.substr(middle)) + "</r>";
  }
  if (kind == RawKind::PhoneticText)
    return t_element(text) + "<rPh sb=\"0\" eb=\"1\"><t>yangli</t></rPh><phoneticPr fontId=\"0\"/>";
  return t_element(text);
}

/// Formats, fonts and shared texts, each once in the order of first use.
class Tables {
 public:
  int style(const RawCell& cell) {
    const auto key = std::pair(cell.format, cell.font);
    const auto [found, fresh] = styles_.emplace(key, static_cast<int>(styles_.size()));
    if (fresh) order_.push_back(key);
    return found->second;
  }

  std::size_t text(RawKind kind, const std::string& text) {
    const auto item = string_item(kind, text);
    const auto [found, fresh] = texts_.emplace(item, texts_.size());
    if (fresh) shared_ += "<si>" + item + "</si>";
    return found->second;
  }

  [[nodiscard]] std::string shared_strings() const {
    return std::string(kHead) + "<sst xmlns=\"" + kMain + "\">" + shared_ + "</sst>";
  }

  [[nodiscard]] std::string styles() const {
    std::string formats, fonts, cells;
    int own = 0, font_count = 1;
    for (const auto& [format, font] : order_) {
      int format_id = 0;
      if (!format.empty() && std::ranges::all_of(format, [](char c) { return c >= '0' && c <= '9'; }) &&
          format != "0") {
        format_id = std::stoi(format);
      } else if (!format.empty()) {
        format_id = kFirstOwnFormat + own++;
        formats += "<numFmt numFmtId=\"" + std::to_string(format_id) + "\" formatCode=\"" + escaped(format) + "\"/>";
      }
      int font_id = 0;
      if (!font.empty()) {
        font_id = font_count++;
        fonts += font_element(font);
      }
      cells += "<xf numFmtId=\"" + std::to_string(format_id) + "\" fontId=\"" + std::to_string(font_id) +
               "\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>";
    }
    return std::string(kHead) + "<styleSheet xmlns=\"" + kMain + "\">" +
           (own > 0 ? "<numFmts count=\"" + std::to_string(own) + "\">" + formats + "</numFmts>" : std::string()) +
           "<fonts count=\"" + std::to_string(font_count) + "\">" + font_element(kDefaultFont) + fonts +
           "</fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
           "patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/>"
           "<diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
           "borderId=\"0\"/></cellStyleXfs><cellXfs count=\"" +
           std::to_string(order_.size()) + "\">" + cells +
           "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
           "</styleSheet>";
  }

 private:
  static std::string font_element(const std::string& name) {
    return "<font><sz val=\"11\"/><name val=\"" + escaped(name) + "\"/></font>";
  }

  std::map<std::pair<std::string, std::string>, int> styles_{{{"", ""}, 0}};
  std::vector<std::pair<std::string, std::string>> order_{{"", ""}};
  std::map<std::string, std::size_t> texts_;
  std::string shared_;
};

std::string cell_element(const RawCell& cell, Tables& tables) {
  std::string type, inside;
  if (!cell.formula.empty()) inside = "<f>" + escaped(cell.formula) + "</f>";
  const bool text = cell.kind == RawKind::Text || cell.kind == RawKind::RichText ||
                    cell.kind == RawKind::PhoneticText || cell.kind == RawKind::InlineText;
  if (cell.kind == RawKind::Number) {
    inside += "<v>" + cell.value + "</v>";
  } else if (cell.kind == RawKind::Error) {
    type = " t=\"e\"";
    inside += "<v>" + escaped(cell.value) + "</v>";
  } else if (text && !cell.formula.empty()) {
    type = " t=\"str\"";
    inside += "<v>" + escaped(cell.value) + "</v>";
  } else if (cell.kind == RawKind::InlineText) {
    type = " t=\"inlineStr\"";
    inside = "<is>" + t_element(cell.value) + "</is>";
  } else if (text) {
    type = " t=\"s\"";
    inside = "<v>" + std::to_string(tables.text(cell.kind, cell.value)) + "</v>";
  }
  return "<c r=\"" + reference(cell.row, cell.column) + "\" s=\"" + std::to_string(tables.style(cell)) + "\"" + type +
         ">" + inside + "</c>";
}

std::string sheet_data(const RawSheet& sheet, Tables& tables) {
  auto cells = sheet.cells;
  std::ranges::stable_sort(cells, {}, [](const RawCell& cell) { return std::pair(cell.row, cell.column); });
  std::map<std::uint32_t, std::string> rows;
  for (const auto row : sheet.hidden_rows)
    rows[row];
  for (const auto& cell : cells)
    rows[cell.row] += cell_element(cell, tables);
  std::string data;
  for (const auto& [row, inside] : rows) {
    const bool hidden = std::ranges::find(sheet.hidden_rows, row) != sheet.hidden_rows.end();
    data += "<row r=\"" + std::to_string(row + 1) + "\"" + (hidden ? " hidden=\"1\"" : "") + ">" + inside + "</row>";
  }
  return data;
}

std::string sheet_part(const RawSheet& sheet, Tables& tables) {
  std::string columns;
  for (const auto column : sheet.hidden_columns) {
    const auto number = std::to_string(column + 1);
    columns += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"9\" hidden=\"1\" customWidth=\"1\"/>";
  }
  std::string merges;
  for (const auto& merge : sheet.merges)
    merges += "<mergeCell ref=\"" + reference(merge.first_row, merge.first_column) + ":" +
              reference(merge.last_row, merge.last_column) + "\"/>";
  return std::string(kHead) + "<worksheet xmlns=\"" + kMain + "\">" +
         (columns.empty() ? std::string() : "<cols>" + columns + "</cols>") + "<sheetData>" +
         sheet_data(sheet, tables) + "</sheetData>" +
         (merges.empty()
              ? std::string()
              : "<mergeCells count=\"" + std::to_string(sheet.merges.size()) + "\">" + merges + "</mergeCells>") +
         "</worksheet>";
}

std::string relation(const std::string& id, const std::string& kind, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + std::string(kLinks) + "/" + kind + "\" Target=\"" + target +
         "\"/>";
}

std::string relations(const std::string& inside) {
  return std::string(kHead) + "<Relationships xmlns=\"" + kPackage + "relationships\">" + inside + "</Relationships>";
}

std::string override_type(const std::string& part, const std::string& kind) {
  return "<Override PartName=\"/" + part + "\" ContentType=\"" + kTypes + kind + "+xml\"/>";
}

}  // namespace

Result<std::string> write_raw_workbook(const RawWorkbook& workbook) {
  Tables tables;
  ZipWriter zip;
  std::string sheets, links, types;
  std::vector<std::pair<std::string, std::string>> parts;
  for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
    const auto number = std::to_string(i + 1);
    const auto& sheet = workbook.sheets[i];
    sheets += "<sheet name=\"" + escaped(sheet.name) + "\" sheetId=\"" + number + "\"" +
              (sheet.hidden ? " state=\"hidden\"" : "") + " r:id=\"rId" + number + "\"/>";
    links += relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    types += override_type("xl/worksheets/sheet" + number + ".xml", "worksheet");
    parts.emplace_back("xl/worksheets/sheet" + number + ".xml", sheet_part(sheet, tables));
  }
  links += relation("rIdStyles", "styles", "styles.xml") + relation("rIdStrings", "sharedStrings", "sharedStrings.xml");
  types += override_type("xl/workbook.xml", "sheet.main") + override_type("xl/styles.xml", "styles") +
           override_type("xl/sharedStrings.xml", "sharedStrings");
  zip.add("[Content_Types].xml",
          std::string(kHead) + "<Types xmlns=\"" + kPackage +
              "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
              "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
              types + "</Types>");
  zip.add("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
  zip.add("xl/workbook.xml", std::string(kHead) + "<workbook xmlns=\"" + kMain + "\" xmlns:r=\"" + kLinks +
                                 "\"><workbookPr" + (workbook.date1904 ? " date1904=\"1\"" : "") + "/><sheets>" +
                                 sheets + "</sheets></workbook>");
  zip.add("xl/_rels/workbook.xml.rels", relations(links));
  for (auto& [name, bytes] : parts)
    zip.add(name, std::move(bytes));
  zip.add("xl/styles.xml", tables.styles());
  zip.add("xl/sharedStrings.xml", tables.shared_strings());
  return zip.finish();
}

}  // namespace guatu::documents
