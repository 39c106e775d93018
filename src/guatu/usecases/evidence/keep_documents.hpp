#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/evidence/document.hpp"
#include "guatu/usecases/access/acting_session.hpp"
#include "guatu/usecases/editing/edit_answer.hpp"

/// Papers are registered, corrected and taken out. What shows them is written in the same commit as the record that names it,
/// so there is never a row without its file; the same bytes are kept once. Source: rules 2; contract 5.
namespace guatu::usecases {

/// A file as it was sent. The bytes outlive the call.
struct SentEvidence {
  std::string name;
  std::optional<std::string_view> bytes;  ///< None: it did not arrive whole.
  std::string pointer;                    ///< Of the file in the request.
};

struct NewDocument {
  evidence::Document document;  ///< Without id and files; projects by id or national code.
  std::vector<SentEvidence> files;
  std::string reason;
  RequestKey key;
};

/// Absent: stays as it is.
struct DocumentChange {
  std::string id;
  std::optional<std::int64_t> revision;  ///< Of the document as the writer saw it; none: whatever stands there.
  std::optional<std::vector<evidence::Place>> about;
  std::optional<evidence::Paper> paper;
  std::optional<std::string> number, issuer, note;
  std::optional<Date> issued_on;
  bool no_day = false;  ///< It has no day.
  std::vector<SentEvidence> files;
  std::vector<std::string> dropped_files;  ///< Digests.
  bool remove = false;                     ///< The paper as a whole; it stays in the history.
  std::string reason;
  RequestKey key;
};

/// The row of the answer names the document: its field is "document.D0001".
/// Errors: `access::forbidden` for a row that is not one's own; those of `edit_cells`.
[[nodiscard]] Result<EditAnswer> add_document(const ActingSession& session, const NewDocument& wish);
/// Errors: NotFound for the document; those of `add_document`.
[[nodiscard]] Result<EditAnswer> change_document(const ActingSession& session, const DocumentChange& change);

}  // namespace guatu::usecases
