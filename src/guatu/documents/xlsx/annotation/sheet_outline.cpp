#include "guatu/documents/xlsx/annotation/sheet_outline.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "guatu/documents/xlsx/read_failure.hpp"
#include "guatu/documents/xlsx/sheet_reader.hpp"

namespace guatu::documents {
namespace {

/// What the schema places behind <legacyDrawing>. Source: ECMA-376 part 1, CT_Worksheet.
constexpr std::array<std::string_view, 9> kBehindLegacyDrawing{"legacyDrawingHF", "drawingHF", "picture",
                                                               "oleObjects",      "controls",  "webPublishItems",
                                                               "tableParts",      "extLst",    "AlternateContent"};

double decimal_number(std::string_view text, double otherwise) {
  double value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_true(std::string_view text) {
  return text == "1" || text == "true";
}

class Outliner {
 public:
  Outliner(std::string_view xml, const ReadLimits& limits) : xml_(xml), limits_(limits) {}

  Result<SheetOutline> run() {
    TagScanner scanner(xml_);
    while (const auto tag = scanner.next())
      take(*tag);
    if (outline_.data.end == 0) return damaged_file("工作表没有数据区", "a sheet has no sheetData");
    return std::move(outline_);
  }

 private:
  void take(const Tag& tag) {
    if (tag.closing) {
      --depth_;
      return close(tag);
    }
    open(tag);
    if (!tag.empty) ++depth_;
  }

  void open(const Tag& tag) {
    if (in_data_ && depth_ == 2 && tag.local_name() == "row") return open_row(tag);
    if (in_data_ && depth_ == 3 && tag.local_name() == "c") return open_cell(tag);
    if (depth_ == 0) outline_.relationship_prefix = relationship_prefix(tag);
    if (depth_ == 1) open_section(tag);
    if (depth_ == 2 && tag.local_name() == "col") open_column(tag);
    if (depth_ == 2 && tag.local_name() == "mergeCell") open_merge(tag);
  }

  void open_section(const Tag& tag) {
    const auto name = tag.local_name();
    if (name == "sheetFormatPr") {
      outline_.row_height = decimal_number(attribute(tag, "defaultRowHeight"), outline_.row_height);
      outline_.column_width = decimal_number(attribute(tag, "defaultColWidth"), outline_.column_width);
    } else if (name == "sheetData") {
      outline_.data = tag;
      outline_.data_close = tag.begin;
      outline_.prefix = tag.prefix();
      in_data_ = !tag.empty;
    } else if (name == "legacyDrawing") {
      outline_.legacy_drawing = tag;
    } else if (outline_.data.end != 0 && outline_.legacy_place == 0 &&
               std::ranges::find(kBehindLegacyDrawing, name) != kBehindLegacyDrawing.end()) {
      outline_.legacy_place = tag.begin;
    }
  }

  void open_row(const Tag& tag) {
    OutlineRow row;
    row_ = whole_number(attribute(tag, "r"), row_ + 1);
    row.row = row_ - 1;
    row.tag = tag;
    row.close = tag.begin;
    if (is_true(attribute(tag, "customFormat"))) row.style = whole_number(attribute(tag, "s"), 0);
    row.height = decimal_number(attribute(tag, "ht"), -1);
    row.hidden = is_true(attribute(tag, "hidden"));
    row.first_cell = row.end_cell = outline_.cells.size();
    outline_.rows.push_back(row);
    column_ = 0;
  }

  void open_cell(const Tag& tag) {
    if (outline_.rows.empty() || outline_.cells.size() >= limits_.cells) return;
    CellPlace place{outline_.rows.back().row, column_};
    if (const auto reference = attribute(tag, "r"); !reference.empty())
      static_cast<void>(parse_reference(reference, limits_, place.row, place.column));
    column_ = place.column + 1;
    outline_.cells.push_back({place, tag.begin, whole_number(attribute(tag, "s"), 0)});
    outline_.rows.back().end_cell = outline_.cells.size();
  }

  void open_column(const Tag& tag) {
    OutlineColumns columns;
    columns.first = std::max(whole_number(attribute(tag, "min"), 1), 1U) - 1;
    columns.last = std::max(whole_number(attribute(tag, "max"), 1), 1U) - 1;
    columns.style = whole_number(attribute(tag, "style"), 0);
    columns.width = is_true(attribute(tag, "hidden")) ? 0 : decimal_number(attribute(tag, "width"), 8.43);
    outline_.columns.push_back(columns);
  }

  void open_merge(const Tag& tag) {
    const auto reference = attribute(tag, "ref");
    const auto colon = reference.find(':');
    OutlineRange range;
    if (colon != std::string_view::npos &&
        parse_reference(reference.substr(0, colon), limits_, range.first.row, range.first.column) &&
        parse_reference(reference.substr(colon + 1), limits_, range.last.row, range.last.column))
      outline_.merges.push_back(range);
  }

  void close(const Tag& tag) {
    if (in_data_ && depth_ == 2 && tag.local_name() == "row" && !outline_.rows.empty())
      outline_.rows.back().close = tag.begin;
    if (in_data_ && depth_ == 1 && tag.local_name() == "sheetData") {
      outline_.data_close = tag.begin;
      in_data_ = false;
    }
    if (depth_ == 0 && outline_.legacy_place == 0) outline_.legacy_place = tag.begin;
  }

  /// The root's prefix for relationships: that of the namespace that ends in /relationships.
  [[nodiscard]] std::string relationship_prefix(const Tag& root) const {
    const auto text = xml_.substr(root.begin, root.end - root.begin);
    for (auto at = text.find("xmlns:"); at != std::string_view::npos; at = text.find("xmlns:", at + 1)) {
      const auto name = text.substr(at, text.find_first_of("= \t\r\n", at) - at);
      if (attribute(root, name).ends_with("officeDocument/2006/relationships") ||
          attribute(root, name).ends_with("officeDocument/relationships"))
        return std::string(name.substr(6)) + ":";
    }
    return {};
  }

  [[nodiscard]] std::string_view attribute(const Tag& tag, std::string_view name) const {
    return attribute_of(xml_, tag, name);
  }

  std::string_view xml_;
  const ReadLimits& limits_;
  SheetOutline outline_;
  int depth_ = 0;
  bool in_data_ = false;
  std::uint32_t row_ = 0, column_ = 0;
};

}  // namespace

std::uint32_t whole_number(std::string_view text, std::uint32_t otherwise) {
  std::uint32_t value = otherwise;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && rest == text.data() + text.size() ? value : otherwise;
}

const OutlineRow* SheetOutline::find_row(std::uint32_t row) const {
  // Rows stand in order in nearly every file; where they do not, looking at all of them is right too.
  const auto found = std::ranges::lower_bound(rows, row, {}, &OutlineRow::row);
  if (found != rows.end() && found->row == row) return &*found;
  if (std::ranges::is_sorted(rows, {}, &OutlineRow::row)) return nullptr;
  const auto any = std::ranges::find(rows, row, &OutlineRow::row);
  return any == rows.end() ? nullptr : &*any;
}

double SheetOutline::height_of(std::uint32_t row) const {
  const auto* found = find_row(row);
  if (found == nullptr) return row_height;
  if (found->hidden) return 0;
  return found->height < 0 ? row_height : found->height;
}

double SheetOutline::width_of(std::uint32_t column) const {
  for (const auto& each : columns)
    if (each.first <= column && column <= each.last) return each.width;
  return column_width;
}

std::uint32_t SheetOutline::style_of_empty(std::uint32_t row, std::uint32_t column) const {
  if (const auto* found = find_row(row); found != nullptr && found->style) return *found->style;
  for (const auto& each : columns)
    if (each.first <= column && column <= each.last) return each.style;
  return 0;
}

Result<SheetOutline> outline_sheet(std::string_view xml, const ReadLimits& limits) {
  return Outliner(xml, limits).run();
}

}  // namespace guatu::documents
