#include "guatu/documents/xlsx/annotate_workbook.hpp"

#include <algorithm>

#include "guatu/documents/xlsx/annotation/comment_book.hpp"
#include "guatu/documents/xlsx/annotation/note_shapes.hpp"
#include "guatu/documents/xlsx/annotation/sheet_edits.hpp"
#include "guatu/documents/xlsx/annotation/workbook_package.hpp"

namespace guatu::documents {
namespace {

constexpr const char* kCommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
constexpr const char* kDrawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing";
constexpr const char* kStylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
constexpr std::uint32_t kShapesInBlock = 1024;

std::string no_styles(bool strict) {
  return std::string("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"") +
         (strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                 : "http://schemas.openxmlformats.org/spreadsheetml/2006/main") +
         "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts><fills count=\"2\"><fill>"
         "<patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
         "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" "
         "fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" "
         "fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>";
}

/// The workbook's styles, and the place to write them back to.
struct Styles {
  StyleBook book;
  std::string part;
  bool fresh = false;
};

Result<Backgrounds> backgrounds_of(WorkbookPackage& package) {
  constexpr const char* kProperties = "docProps/app.xml";
  if (!package.has(kProperties)) return Backgrounds::Kept;
  GUATU_TRY(const auto properties, package.read(kProperties));
  return properties.find("<Application>LibreOffice") == std::string::npos ? Backgrounds::Kept : Backgrounds::Replaced;
}

Result<Styles> read_styles_of(WorkbookPackage& package) {
  GUATU_TRY(const auto links, package.relationships(package.workbook_part()));
  auto part = links.target_of_type("/styles");
  const bool fresh = part.empty();
  std::string text = no_styles(package.is_strict());
  if (fresh) {
    part = package.free_name("xl/styles", ".xml");
  } else {
    GUATU_TRY(text, package.read_tree_text(part));
  }
  GUATU_TRY(const auto backgrounds, backgrounds_of(package));
  GUATU_TRY(auto book, StyleBook::read(text, backgrounds, package.limits()));
  return Styles{std::move(book), std::move(part), fresh};
}

Result<void> write_styles(WorkbookPackage& package, const Styles& styles) {
  if (!styles.book.is_changed()) return {};
  package.write(styles.part, styles.book.text());
  if (!styles.fresh) return {};
  GUATU_TRY(auto links, package.relationships(package.workbook_part()));
  links.add(package.relationship_type("styles"), styles.part);
  package.write_relationships(package.workbook_part(), links);
  package.add_content_type(styles.part, kStylesType);
  return {};
}

/// One sheet: its own part, its comments, and the drawing in which they show.
class SheetAnnotation {
 public:
  SheetAnnotation(WorkbookPackage& package, std::string part, SheetNotes notes, StyleBook& styles)
      : package_(package), part_(std::move(part)), notes_(std::move(notes)), styles_(styles) {}

  Result<void> run() {
    GUATU_TRY(xml_, package_.read(part_));
    GUATU_TRY(outline_, outline_sheet(xml_, package_.limits()));
    for (const auto& merge : outline_.merges)
      gather_in_first_cell(notes_, merge.first, merge.last);
    edits_ = colour_edits(xml_, outline_, notes_, styles_);
    GUATU_CHECK(write_comments());
    if (!edits_.empty()) package_.write(part_, apply_edits(xml_, std::move(edits_)));
    return {};
  }

 private:
  Result<void> write_comments() {
    GUATU_TRY(auto links, package_.relationships(part_));
    auto comments_part = links.target_of_type("/comments");
    const bool had_comments = !comments_part.empty();
    if (!had_comments && notes_.empty()) return {};
    std::string text = CommentBook::without_comments(package_.is_strict());
    if (had_comments) {
      GUATU_TRY(text, package_.read_tree_text(comments_part));
    }
    GUATU_TRY(auto book, CommentBook::read(text, package_.limits()));
    const auto gone = book.remove_ours();
    std::vector<NoteShape> shapes;
    for (const auto& [place, note] : notes_)
      if (book.add(place, note.text))
        shapes.push_back({place, note_anchor(outline_, place, "\n" + note.text), note.shown});
    if (!book.is_changed()) return {};
    if (book.is_empty()) {
      package_.remove(comments_part);
      links.remove_target(comments_part);
    } else {
      if (!had_comments) comments_part = add_comments_part(links);
      package_.write(comments_part, book.text());
    }
    GUATU_CHECK(write_shapes(links, gone, shapes));
    package_.write_relationships(part_, links);
    return {};
  }

  std::string add_comments_part(RelationshipList& links) {
    auto part = package_.free_name("xl/comments", ".xml");
    links.add(package_.relationship_type("comments"), part);
    package_.add_content_type(part, kCommentsType);
    return part;
  }

  Result<void> write_shapes(RelationshipList& links, const std::set<CellPlace>& gone,
                            const std::vector<NoteShape>& shapes) {
    auto part = drawing_part(links);
    std::string drawing;
    std::uint32_t number = 0;
    if (part.empty()) {
      if (shapes.empty()) return {};
      GUATU_TRY(const auto highest, package_.highest_shape());
      const auto block = highest / kShapesInBlock + 1;
      number = block * kShapesInBlock + 1;
      drawing = empty_drawing(block);
      part = add_drawing_part(links);
    } else {
      GUATU_TRY(drawing, package_.read(part));
      const auto block = highest_shape_number(drawing) / kShapesInBlock;
      drawing = remove_note_shapes(drawing, gone);
      number = std::max(highest_shape_number(drawing), block * kShapesInBlock) + 1;
    }
    if (!shapes.empty()) drawing = add_note_shapes(drawing, shapes, number);
    if (has_shapes(drawing) || !outline_.legacy_drawing->empty) {
      package_.write(part, std::move(drawing));
      return {};
    }
    edits_.push_back(
        {outline_.legacy_drawing->begin, outline_.legacy_drawing->end - outline_.legacy_drawing->begin, {}});
    links.remove_target(part);
    package_.remove(part);
    return {};
  }

  /// The sheet's legacy drawing; empty when it has none.
  std::string drawing_part(const RelationshipList& links) const {
    if (!outline_.legacy_drawing) return {};
    const auto id = attribute_of(xml_, *outline_.legacy_drawing, "id");
    auto part = links.target_of_id(id);
    return package_.has(part) ? part : std::string{};
  }

  std::string add_drawing_part(RelationshipList& links) {
    auto part = package_.free_name("xl/drawings/vmlDrawing", ".vml");
    const auto id = links.add(package_.relationship_type("vmlDrawing"), part);
    package_.add_default_content_type("vml", kDrawingType);
    const auto declared = outline_.relationship_prefix.empty()
                              ? " xmlns:r=\"" + package_.relationship_namespace() + "\" r:id=\""
                              : " " + outline_.relationship_prefix + "id=\"";
    const auto element = "<" + outline_.prefix + "legacyDrawing" + declared + id + "\"/>";
    if (outline_.legacy_drawing)  // It leads nowhere.
      edits_.push_back(
          {outline_.legacy_drawing->begin, outline_.legacy_drawing->end - outline_.legacy_drawing->begin, element});
    else
      edits_.push_back({outline_.legacy_place, 0, element});
    return part;
  }

  WorkbookPackage& package_;
  std::string part_;
  SheetNotes notes_;
  StyleBook& styles_;
  std::string xml_;
  SheetOutline outline_;
  std::vector<TextEdit> edits_;
};

std::size_t first_visible(const std::vector<WorkbookPackage::SheetPart>& sheets) {
  const auto found = std::ranges::find_if(sheets, [](const auto& sheet) { return !sheet.hidden; });
  return found == sheets.end() ? 0 : static_cast<std::size_t>(found - sheets.begin());
}

}  // namespace

Result<std::string> annotate_workbook(std::string_view bytes, std::span<const intake::Message> messages,
                                      const ReadLimits& limits) {
  GUATU_TRY(auto package, WorkbookPackage::open(bytes, limits));
  GUATU_TRY(auto styles, read_styles_of(package));
  const auto& sheets = package.sheets();
  const auto home_of_orphans = first_visible(sheets);
  std::vector<std::string> names;
  for (const auto& sheet : sheets)
    names.push_back(sheet.name);
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    auto notes = notes_of_sheet(messages, sheets[i].name, i == home_of_orphans, names, limits);
    GUATU_CHECK(SheetAnnotation(package, sheets[i].part, std::move(notes), styles.book).run());
  }
  GUATU_CHECK(write_styles(package, styles));
  return package.finish();
}

}  // namespace guatu::documents
