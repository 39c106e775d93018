#pragma once

#include <optional>
#include <string>
#include <vector>

/// A PDF as it lies on the table: its words with their boxes, and the ink itself, both in millimetres from the upper left corner.
/// Read by pdftotext and pdftoppm, so nothing of what is measured comes from the program that is tested.
namespace guatu::test {

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double middle() const { return (left + right) / 2; }
};

struct PrintedWord {
  std::string text;
  Box box;  ///< As the PDF's text says; its height is the font's.
};

class PrintedPage {
 public:
  /// Page `number`, from 1. Fails the test when the tools cannot read it.
  PrintedPage(const std::string& pdf_path, int number);

  [[nodiscard]] const std::vector<PrintedWord>& words() const { return words_; }
  /// The first words that begin so, as one; `text` has no blanks.
  [[nodiscard]] std::optional<PrintedWord> find(const std::string& text) const;
  /// The ink of a word; its box when there is none.
  [[nodiscard]] Box ink_of(const PrintedWord& word) const { return ink_in(word.box).value_or(word.box); }
  /// What is printed within `area`; none when it is blank.
  [[nodiscard]] std::optional<Box> ink_in(const Box& area) const;
  /// Horizontal rules that cross at least 9 tenths of [left, right], each by its upper and lower edge.
  [[nodiscard]] std::vector<Box> rules(double left, double right) const;
  /// Lines of text in `area`: rows of ink with blank rows between, from top to bottom.
  [[nodiscard]] std::vector<Box> lines_in(const Box& area) const;

 private:
  [[nodiscard]] bool is_dark(int x, int y) const;
  [[nodiscard]] bool row_has_ink(int y, int first, int last) const;

  std::vector<PrintedWord> words_;
  int width_ = 0, height_ = 0;
  std::string pixels_;
};

/// How many pages the PDF has.
[[nodiscard]] int count_pages(const std::string& pdf_path);

}  // namespace guatu::test
