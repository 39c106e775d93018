#include "tests/support/printed_pdf.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <regex>
#include <sstream>

#include "tests/support/program.hpp"

namespace guatu::test {
namespace {

constexpr double kDotsPerInch = 150;
constexpr double kMillimetre = kDotsPerInch / 25.4;  // Dots.
constexpr double kPoint = 25.4 / 72;
constexpr unsigned char kDark = 160;

std::string output_of(const std::vector<std::string>& words) {
  const auto run = run_program(words, std::filesystem::temp_directory_path());
  EXPECT_EQ(run.exit_code, 0) << words.front() << " belongs to what ./dev test installs\n" << run.err;
  return run.out;
}

int to_dots(double millimetres) {
  return static_cast<int>(millimetres * kMillimetre);
}

double to_mm(int dots) {
  return dots / kMillimetre;
}

}  // namespace

PrintedPage::PrintedPage(const std::string& pdf_path, int number) {
  const auto page = std::to_string(number);
  const auto text = output_of({"pdftotext", "-bbox", "-f", page, "-l", page, pdf_path, "-"});
  const std::regex word(
      "<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">([^<]*)</word>");
  for (std::sregex_iterator found(text.begin(), text.end(), word), end; found != end; ++found) {
    const auto mm = [&](int group) { return std::stod((*found)[group].str()) * kPoint; };
    words_.push_back({(*found)[5].str(), {mm(1), mm(2), mm(3), mm(4)}});
  }
  const auto picture = output_of(
      {"pdftoppm", "-gray", "-r", std::to_string(static_cast<int>(kDotsPerInch)), "-f", page, "-l", page, pdf_path});
  std::istringstream head(picture.substr(0, 64));
  std::string magic;
  int brightest = 0;
  head >> magic >> width_ >> height_ >> brightest;
  const auto size = static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_);
  const bool readable = magic == "P5" && picture.size() >= size;
  EXPECT_TRUE(readable) << "pdftoppm drew no grey picture of page " << number;
  if (readable)
    pixels_ = picture.substr(picture.size() - size);
  else
    width_ = height_ = 0;
}

std::optional<PrintedWord> PrintedPage::find(const std::string& text) const {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    PrintedWord line = words_[i];
    // A change of script, or of font, begins a new word.
    for (auto j = i + 1; text.starts_with(line.text) && text != line.text && j < words_.size(); ++j) {
      line.text += words_[j].text;
      line.box.right = words_[j].box.right;
      line.box.top = std::min(line.box.top, words_[j].box.top);
      line.box.bottom = std::max(line.box.bottom, words_[j].box.bottom);
    }
    if (line.text.starts_with(text)) return line;
  }
  return std::nullopt;
}

bool PrintedPage::is_dark(int x, int y) const {
  return static_cast<unsigned char>(
             pixels_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)]) <
         kDark;
}

bool PrintedPage::row_has_ink(int y, int first, int last) const {
  for (int x = first; x < last; ++x)
    if (is_dark(x, y)) return true;
  return false;
}

std::optional<Box> PrintedPage::ink_in(const Box& area) const {
  const int first = std::max(0, to_dots(area.left));
  const int last = std::min(width_, to_dots(area.right) + 1);
  int left = width_, right = -1, top = -1, bottom = -1;
  for (int y = std::max(0, to_dots(area.top)); y < std::min(height_, to_dots(area.bottom) + 1); ++y)
    for (int x = first; x < last; ++x) {
      if (!is_dark(x, y)) continue;
      left = std::min(left, x);
      right = std::max(right, x);
      if (top < 0) top = y;
      bottom = y;
    }
  if (right < 0) return std::nullopt;
  return Box{to_mm(left), to_mm(top), to_mm(right + 1), to_mm(bottom + 1)};
}

std::vector<Box> PrintedPage::rules(double left, double right) const {
  const int first = to_dots(left);
  const int last = std::min(width_, to_dots(right));
  std::vector<Box> rules;
  int begun = -1;
  for (int y = 0; y <= height_; ++y) {
    int dark = 0;
    for (int x = first; y < height_ && x < last; ++x)
      dark += is_dark(x, y) ? 1 : 0;
    const bool crosses = dark * 10 >= (last - first) * 9;
    if (crosses && begun < 0) begun = y;
    if (!crosses && begun >= 0) {
      rules.push_back({left, to_mm(begun), right, to_mm(y)});
      begun = -1;
    }
  }
  return rules;
}

std::vector<Box> PrintedPage::lines_in(const Box& area) const {
  const int first = std::max(0, to_dots(area.left));
  const int last = std::min(width_, to_dots(area.right));
  const int end = std::min(height_, to_dots(area.bottom));
  std::vector<Box> lines;
  int begun = -1;
  for (int y = std::max(0, to_dots(area.top)); y <= end; ++y) {
    const bool inked = y < end && row_has_ink(y, first, last);
    if (inked && begun < 0) begun = y;
    if (!inked && begun >= 0) {
      lines.push_back({area.left, to_mm(begun), area.right, to_mm(y)});
      begun = -1;
    }
  }
  return lines;
}

int count_pages(const std::string& pdf_path) {
  const auto text = output_of({"pdfinfo", pdf_path});
  std::smatch found;
  return std::regex_search(text, found, std::regex("Pages: +([0-9]+)")) ? std::stoi(found[1]) : 0;
}

}  // namespace guatu::test
