#pragma once

#include <string>

#include "guatu/base/bilingual.hpp"
#include "guatu/ledger/revise.hpp"

/// One thing to say about one cell of a workbook. Source: contract 2 (import) and its list of codes.
namespace guatu::intake {

using ledger::Severity;

struct Message {
  Severity severity = Severity::Warning;
  std::string code;  ///< From the published list, docs/messages.md.
  std::string sheet;
  std::string cell;          ///< "F12"; empty when it is about the whole sheet or file.
  std::string column;        ///< Header in words.
  std::string value;         ///< As written.
  Bilingual text;            ///< What is wrong, in a sentence.
  Bilingual remedy;          ///< What to do.
  std::string suggestion{};  ///< The likeliest answer, where it is a question.

  friend bool operator==(const Message&, const Message&) = default;
};

}  // namespace guatu::intake
