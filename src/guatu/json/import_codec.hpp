#pragma once

#include <string>
#include <vector>

#include "guatu/intake/change_set.hpp"

/// `import` of contract 2: one entry a table.
namespace guatu::json {

/// Whether each table lists what it changes, cell by cell:
/// changes:[{project, name, kind, part, field, before, after, sheet, cell, value}].
enum class Changes { Listed, Left };

[[nodiscard]] std::string encode_import(const std::vector<intake::ChangeSet>& tables, bool applied, std::int64_t seq,
                                        Changes changes = Changes::Left);

/// What a page is told of one file that was sent.
struct SentImport {
  std::string id, file_name;
  bool dry_run = true, applied = false, refused = false;
  std::int64_t seq = 0;
  std::string annotated;  ///< Address of the annotated copy; empty where there is none.
};
/// The shape of `import`, with every change and each question once.
[[nodiscard]] std::string encode_sent_import(const SentImport& sent, const std::vector<intake::ChangeSet>& tables);

}  // namespace guatu::json
