#pragma once

#include <span>
#include <string>
#include <string_view>

#include "guatu/intake/form_reading.hpp"
#include "guatu/intake/message.hpp"

/// The messages that reading a workbook can give: one table with code, severity, words and remedy.
/// Codes are published in docs/messages.md and never change their meaning. Source: contract 2.
namespace guatu::intake {

struct MessageCode {
  std::string_view code;  ///< What follows a colon tells words apart and is not published.
  Severity severity;
  std::string_view zh, en;                ///< With {value}, {column}, {detail} and {other}.
  std::string_view remedy_zh, remedy_en;  ///< What to do.
};

/// In the order of docs/messages.md.
[[nodiscard]] std::span<const MessageCode> message_codes();

/// What a message speaks of beside its own cell.
struct MessageWords {
  std::string detail_zh;  ///< A name, a date, a number …
  std::string detail_en;  ///< … in English; empty: the same.
  std::string other;      ///< Another cell, "手续明细!F7".
};

/// The message `code` about `place`. Contract: the code is in the table.
[[nodiscard]] Message make_message(std::string_view code, const Place& place, const MessageWords& words = {});
/// The same with another severity, where the same fault weighs less.
[[nodiscard]] Message make_message(std::string_view code, Severity severity, const Place& place,
                                   const MessageWords& words = {});

/// "手续明细!F7", to name another cell.
[[nodiscard]] std::string cell_reference(const Place& place);

}  // namespace guatu::intake
