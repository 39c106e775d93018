#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/bilingual.hpp"
#include "guatu/campaign/identifiers.hpp"
#include "guatu/evidence/file_kind.hpp"
#include "guatu/values/date.hpp"

/// One paper (批复文件) with the files that show it. One paper may be about many procedures, and the same number twice is
/// normal. Source: rules 1, `Document`; rules 2, "Evidence hangs on documents".
namespace guatu::evidence {

enum class Paper { Approval, Acceptance, HandingUp, Opinion, Certificate, Letter, Photograph, Other };
/// "approval", "acceptance", "handing_up", "opinion", "certificate", "letter", "photograph", "other".
[[nodiscard]] std::string_view paper_name(Paper paper);
[[nodiscard]] std::optional<Paper> find_paper(std::string_view name);

/// What a paper is about.
struct Place {
  ProjectId project;
  KindCode kind;  ///< Empty: the project as a whole.
  std::string part;

  friend auto operator<=>(const Place&, const Place&) = default;
};

struct File {
  std::string name;  ///< Personal: people put names into names of files.
  FileKind kind = FileKind::Pdf;
  std::int64_t size = 0;
  std::string digest;               ///< SM3 of all bytes.
  std::vector<std::string> pieces;  ///< Digests of the blobs that they are kept in, in order.
  std::string added_by;             ///< Actor.
  Date added_on;

  friend bool operator==(const File&, const File&) = default;
};

struct Document {
  std::string id;  ///< "D0001"
  std::vector<Place> about;
  Paper paper = Paper::Approval;
  std::string number;  ///< 文号
  std::string issuer;  ///< 发文机关
  std::optional<Date> issued_on;
  std::string note;  ///< Personal, for the same reason.
  std::vector<File> files;
  bool removed = false;

  friend bool operator==(const Document&, const Document&) = default;
};

/// Every reason why the document cannot stand as it is; empty: it can.
[[nodiscard]] std::vector<Bilingual> document_objections(const Document& document, Date today);

/// "D0001" before "D10000".
[[nodiscard]] std::string document_id(std::size_t number);

}  // namespace guatu::evidence
