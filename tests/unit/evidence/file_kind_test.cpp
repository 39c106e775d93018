#include "guatu/evidence/file_kind.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "guatu/evidence/document.hpp"
#include "guatu/evidence/zip_names.hpp"

namespace guatu::evidence {
namespace {

using namespace std::string_literals;

/// A zip that holds nothing but its directory: names are all that is looked at.
std::string listing(const std::vector<std::string>& names, const std::string& remark = {}) {
  const auto number = [](std::size_t value, int width) {
    std::string bytes;
    for (int i = 0; i < width; ++i)
      bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
    return bytes;
  };
  auto bytes = "PK\x03\x04"s + std::string(26, '\0');
  const auto start = bytes.size();
  for (const auto& name : names)
    bytes += "PK\x01\x02"s + std::string(24, '\0') + number(name.size(), 2) + std::string(16, '\0') + name;
  const auto length = bytes.size() - start;
  return bytes + "PK\x05\x06"s + std::string(4, '\0') + number(names.size(), 2) + number(names.size(), 2) +
         number(length, 4) + number(start, 4) + number(remark.size(), 2) + remark;
}

const std::string kPng = "\x89PNG\r\n\x1a\n....IEND\xae\x42\x60\x82";
const std::string kPdf = "%PDF-1.7\n...\n%%EOF\n";
const std::string kJpeg = "\xff\xd8\xff\xe0....\xff\xd9";

struct Case {
  std::string name, bytes;
  std::optional<FileKind> kind;
  std::size_t objections;
};

TEST(FileKind, BytesSayWhatAFileIs) {
  const Case cases[] = {
      {"a.pdf", kPdf, FileKind::Pdf, 0},
      {"A.PDF", kPdf, FileKind::Pdf, 0},
      {"a.png", kPng, FileKind::Png, 0},
      {"a.jpg", kJpeg, FileKind::Jpeg, 0},
      {"a.jpeg", kJpeg + "maker's mark", FileKind::Jpeg, 0},
      {"a.ofd", listing({"OFD.xml"}), FileKind::Ofd, 0},
      {"a.docx", listing({"word/document.xml"}, "a remark"), FileKind::Word, 0},
      {"a.xlsx", listing({"xl/workbook.xml"}), FileKind::Sheet, 0},
      {"a.pdf", kPng, FileKind::Png, 1},
      {"a.png", kPdf, FileKind::Pdf, 1},
      {"a", kPdf, FileKind::Pdf, 1},
      {"a.pdf.exe", kPdf, FileKind::Pdf, 1},
      {"a.pdf", "%PDF-1.7\n...", FileKind::Pdf, 1},
      {"a.exe", "%PDF-1.7\n...", FileKind::Pdf, 2},
      {"a.png", kPng.substr(0, 12), FileKind::Png, 1},
      {"a.docx", listing({"word/document.xml", "word/vbaProject.bin"}), FileKind::Word, 1},
      {"a.docx", listing({"word/document.xml", "word/VBAPROJECT.BIN"}), FileKind::Word, 1},
      {"a.zip", listing({"a.pdf"}), std::nullopt, 1},
      {"a.zip", listing({"run.exe"}), std::nullopt, 2},
      {"a.docx", listing({"word/document.xml"}).substr(0, 40), std::nullopt, 1},
      {"a.pdf", "", std::nullopt, 1},
      {"a.pdf", "MZ...", std::nullopt, 1},
      {"a.svg", "<svg/>", std::nullopt, 1},
      {"a.pdf", " %PDF-1.7\n%%EOF", std::nullopt, 1},
      {"a.doc", "\xd0\xcf\x11\xe0....", std::nullopt, 1},
  };
  for (const auto& each : cases) {
    const auto judgement = judge_file(each.name, each.bytes);
    EXPECT_EQ(judgement.kind, each.kind) << each.name;
    EXPECT_EQ(judgement.objections.size(), each.objections) << each.name;
  }
}

TEST(FileKind, NamesLoseTheirFoldersAndDeceiveNobody) {
  EXPECT_EQ(own_file_name("../../a.pdf"), "a.pdf");
  EXPECT_EQ(own_file_name("C:\\scans\\a.pdf"), "a.pdf");
  EXPECT_EQ(own_file_name("ａ.pdf"), "a.pdf");
  for (const auto* name : {"", "..", ".", "a/", "a\nb.pdf", "a\u202efdp.exe", "\xff.pdf"})
    EXPECT_EQ(own_file_name(name), "") << name;
  EXPECT_EQ(own_file_name(std::string(201, 'x')), "");
}

RC_GTEST_PROP(ZipNames, AreThoseOfTheDirectory, (const std::vector<std::string>& names)) {
  RC_PRE(names.size() < 100U);
  const auto bytes = listing(names);
  const auto found = zip_names(bytes);
  RC_ASSERT(found.has_value());
  RC_ASSERT(std::vector<std::string>(found->begin(), found->end()) == names);
}

RC_GTEST_PROP(ZipNames, NeverReadBeyondTheBytes, (std::vector<std::string> names, std::size_t place, char other)) {
  names.resize(std::min<std::size_t>(names.size(), 20));
  auto bytes = listing(names);
  bytes[place % bytes.size()] = other;
  static_cast<void>(zip_names(bytes));
  static_cast<void>(judge_file("a.docx", std::string_view(bytes).substr(place % bytes.size())));
}

TEST(Document, SaysEveryReasonWhyItCannotStand) {
  const auto today = Date::of(2023, 1, 10);
  Document document;
  EXPECT_EQ(document_objections(document, today).size(), 2U) << "about nothing, and nothing to show";
  document.about = {{ProjectId{"P0001"}, {}, {}}};
  document.number = "一号";
  EXPECT_TRUE(document_objections(document, today).empty());
  document.issued_on = today;
  EXPECT_TRUE(document_objections(document, today).empty());
  document.issued_on = today + 1;
  EXPECT_EQ(document_objections(document, today).size(), 1U);
  document.about.push_back(document.about.front());
  EXPECT_EQ(document_objections(document, today).size(), 2U);
  EXPECT_EQ(document_id(7), "D0007");
  EXPECT_EQ(document_id(12345), "D12345");
}

}  // namespace
}  // namespace guatu::evidence
