#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guatu::documents {

enum class FieldFault { None, OpenQuote, TextBehindQuote };

/// Walks over delimited text, field by field.
class FieldScanner {
 public:
  FieldScanner(std::string_view text, char separator)
      : text_(text), separator_(separator), behind_(text.empty() ? Behind::Nothing : Behind::Start) {}

  /// False at the end of the text or after a fault.
  [[nodiscard]] bool next();

  /// Without its quotes. Good until the next call.
  [[nodiscard]] std::string_view field() const { return field_; }
  [[nodiscard]] bool quoted() const { return quoted_; }
  [[nodiscard]] std::uint32_t record() const { return record_; }  ///< From 0; a line break in quotes ends none.
  [[nodiscard]] std::uint32_t column() const { return column_; }  ///< From 0.
  [[nodiscard]] std::uint64_t line() const { return line_; }      ///< Where the field begins, from 1.
  [[nodiscard]] FieldFault fault() const { return fault_; }

 private:
  enum class Behind { Start, Separator, LineEnd, Nothing };

  void take_plain();
  bool take_quoted();
  void step_on();
  bool stop(FieldFault fault);

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::string unquoted_;
  std::string_view field_;
  Behind behind_;  ///< What the field before ended with.
  bool quoted_ = false;
  std::uint32_t record_ = 0, column_ = 0;
  std::uint64_t line_ = 1, next_line_ = 1;
  FieldFault fault_ = FieldFault::None;
};

}  // namespace guatu::documents
