#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/bilingual.hpp"

/// What a file that is handed in as evidence really is, by its bytes. Nothing that a browser or an office program would run is
/// taken. Source: rules 2, "Evidence hangs on documents".
namespace guatu::evidence {

enum class FileKind { Pdf, Ofd, Png, Jpeg, Word, Sheet };

struct KindOfFile {
  std::string_view name;  ///< "pdf", as in JSON.
  std::string_view media_type;
  std::span<const std::string_view> endings;  ///< Of file names, lower case, without the dot.
  FileKind kind;
  bool shown;  ///< A page can show it.
};

[[nodiscard]] const KindOfFile& kind_of_file(FileKind kind);
[[nodiscard]] std::optional<FileKind> find_file_kind(std::string_view name);

struct FileJudgement {
  std::optional<FileKind> kind;
  std::vector<Bilingual> objections;  ///< Every reason why the file is not taken; empty: it is.
};

/// `name`: as its owner calls it, without folders.
[[nodiscard]] FileJudgement judge_file(std::string_view name, std::string_view bytes);

/// A file's own name: without the folders before it. Empty when nothing is left, when it is longer than 200 characters, or
/// holds what no file name shows (line breaks, marks that turn the reading direction).
[[nodiscard]] std::string own_file_name(std::string_view sent);

}  // namespace guatu::evidence
