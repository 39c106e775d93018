#pragma once

#include <memory>
#include <pugixml.hpp>
#include <set>
#include <string>

#include "guatu/base/result.hpp"
#include "guatu/documents/xlsx/annotation/cell_notes.hpp"

namespace guatu::documents {

/// The comments part of a sheet. Ours are known by their author 挂图 and, because LibreOffice forgets authors, by their first
/// line 【挂图】. Under somebody else's comment ours stands behind that line.
class CommentBook {
 public:
  /// Errors: damaged.
  [[nodiscard]] static Result<CommentBook> read(const std::string& xml, const ReadLimits& limits);
  [[nodiscard]] static std::string without_comments(bool strict_dialect);

  /// Takes away what an earlier annotation wrote. Gives the cells whose comments, and so boxes, are gone.
  std::set<CellPlace> remove_ours();
  /// Whether the comment is a new one and needs its box; otherwise it was added to the one that stood there.
  bool add(CellPlace place, const std::string& text);
  [[nodiscard]] bool is_empty() const;
  [[nodiscard]] bool is_changed() const { return changed_; }
  [[nodiscard]] std::string text() const;

 private:
  [[nodiscard]] std::string author_number();
  [[nodiscard]] pugi::xml_node find_comment(CellPlace place) const;
  void add_run(pugi::xml_node text, const std::string& words);
  bool cut_our_words(pugi::xml_node comment, const std::string& whole);

  std::unique_ptr<pugi::xml_document> document_;
  pugi::xml_node list_;
  std::map<CellPlace, pugi::xml_node> by_place_;
  std::string prefix_;
  bool changed_ = false;
};

}  // namespace guatu::documents
