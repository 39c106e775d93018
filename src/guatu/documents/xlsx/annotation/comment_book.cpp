#include "guatu/documents/xlsx/annotation/comment_book.hpp"

#include <vector>

#include "guatu/documents/xlsx/annotation/part_xml.hpp"
#include "guatu/documents/xlsx/read_failure.hpp"
#include "guatu/documents/xlsx/sheet_reader.hpp"
#include "guatu/intake/workbook.hpp"

namespace guatu::documents {
namespace {

constexpr const char* kAuthor = "挂图";
constexpr std::string_view kMark = "【挂图】";

pugi::xml_node text_node_of(pugi::xml_node run) {
  return local_name_of(run) == "t" ? run : child_of(run, "t");
}

/// A comment's text elements in order: its runs, or the single <t>.
std::vector<pugi::xml_node> runs_of(const pugi::xml_node& comment) {
  std::vector<pugi::xml_node> runs;
  for (const auto& each : child_of(comment, "text").children())
    if (local_name_of(each) == "r" || local_name_of(each) == "t") runs.push_back(each);
  return runs;
}

std::string words_of(const pugi::xml_node& comment) {
  std::string words;
  for (const auto& run : runs_of(comment))
    words += text_node_of(run).text().get();
  return words;
}

}  // namespace

Result<CommentBook> CommentBook::read(const std::string& xml, const ReadLimits& limits) {
  CommentBook book;
  GUATU_TRY(book.document_, tree_of(xml, "comments"));
  const auto root = book.document_->document_element();
  book.prefix_ = prefix_of(root);
  book.list_ = child_of(root, "commentList");
  if (!book.list_ || !child_of(root, "authors")) return damaged_file("批注有误", "its comments are wrong");
  for (const auto& comment : book.list_.children()) {
    CellPlace place;
    if (parse_reference(comment.attribute("ref").value(), limits, place.row, place.column))
      book.by_place_.emplace(place, comment);
  }
  return book;
}

std::string CommentBook::without_comments(bool strict_dialect) {
  return std::string("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"") +
         (strict_dialect ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                         : "http://schemas.openxmlformats.org/spreadsheetml/2006/main") +
         "\"><authors/><commentList/></comments>";
}

/// The number under which our author stands in the list; added when missing.
std::string CommentBook::author_number() {
  auto authors = child_of(document_->document_element(), "authors");
  int number = 0;
  for (const auto& author : authors.children()) {
    if (local_name_of(author) != "author") continue;
    if (std::string_view(author.text().get()) == kAuthor) return std::to_string(number);
    ++number;
  }
  authors.append_child((prefix_ + "author").c_str()).text().set(kAuthor);
  return std::to_string(number);
}

std::set<CellPlace> CommentBook::remove_ours() {
  std::set<CellPlace> gone;
  std::set<std::string> ours;
  int number = 0;
  for (const auto& author : child_of(document_->document_element(), "authors").children())
    if (local_name_of(author) == "author") {
      if (std::string_view(author.text().get()) == kAuthor) ours.insert(std::to_string(number));
      ++number;
    }
  for (auto comment = by_place_.begin(); comment != by_place_.end();) {
    const auto words = words_of(comment->second);
    if (ours.contains(comment->second.attribute("authorId").value()) || words.starts_with(kMark)) {
      gone.insert(comment->first);
      list_.remove_child(comment->second);
      changed_ = true;
      comment = by_place_.erase(comment);
    } else {
      changed_ = cut_our_words(comment->second, words) || changed_;
      ++comment;
    }
  }
  return gone;
}

/// Everything from our mark to the end of the comment, wherever runs were cut since.
bool CommentBook::cut_our_words(pugi::xml_node comment, const std::string& whole) {
  auto cut = whole.find(kMark);
  if (cut == std::string::npos) return false;
  if (cut > 0 && whole[cut - 1] == '\n') --cut;
  std::size_t before = 0;
  for (auto run : runs_of(comment)) {
    const std::string words = text_node_of(run).text().get();
    const auto end = before + words.size();
    if (before >= cut)
      run.parent().remove_child(run);
    else if (end > cut)
      text_node_of(run).text().set(words.substr(0, cut - before).c_str());
    before = end;
  }
  return true;
}

void CommentBook::add_run(pugi::xml_node text, const std::string& words) {
  auto run = text.append_child((prefix_ + "r").c_str());
  auto looks = run.append_child((prefix_ + "rPr").c_str());
  set_attribute(looks.append_child((prefix_ + "sz").c_str()), "val", "9");
  set_attribute(looks.append_child((prefix_ + "rFont").c_str()), "val", "宋体");
  set_attribute(looks.append_child((prefix_ + "charset").c_str()), "val", "134");
  auto content = run.append_child((prefix_ + "t").c_str());
  set_attribute(content, "xml:space", "preserve");
  content.text().set(words.c_str());
}

bool CommentBook::add(CellPlace place, const std::string& text) {
  changed_ = true;
  if (const auto found = by_place_.find(place); found != by_place_.end()) {
    auto words = child_of(found->second, "text");
    if (auto plain = child_of(words, "t")) {  // A run can only follow runs.
      auto run = words.insert_child_before((prefix_ + "r").c_str(), plain);
      run.append_move(plain);
    }
    add_run(words, "\n" + std::string(kMark) + "\n" + text);
    return false;
  }
  auto comment = list_.append_child((prefix_ + "comment").c_str());
  set_attribute(comment, "ref", intake::cell_name(place.row, place.column));
  set_attribute(comment, "authorId", author_number());
  set_attribute(comment, "shapeId", "0");
  add_run(comment.append_child((prefix_ + "text").c_str()), std::string(kMark) + "\n" + text);
  by_place_.emplace(place, comment);
  return true;
}

bool CommentBook::is_empty() const {
  return by_place_.empty();
}

std::string CommentBook::text() const {
  return text_of(*document_);
}

}  // namespace guatu::documents
