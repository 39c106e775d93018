#include "guatu/documents/delimited/field_scanner.hpp"

#include <algorithm>
#include <array>

namespace guatu::documents {

bool FieldScanner::next() {
  if (behind_ == Behind::Nothing) return false;
  if (behind_ == Behind::Separator) ++column_;
  if (behind_ == Behind::LineEnd) {
    ++record_;
    column_ = 0;
  }
  line_ = next_line_;
  quoted_ = at_ < text_.size() && text_[at_] == '"';
  if (quoted_) {
    if (!take_quoted()) return false;
  } else {
    take_plain();
  }
  step_on();
  return true;
}

bool FieldScanner::stop(FieldFault fault) {
  fault_ = fault;
  behind_ = Behind::Nothing;
  return false;
}

void FieldScanner::take_plain() {
  const std::array<char, 3> ends{separator_, '\r', '\n'};
  const auto end = std::min(text_.find_first_of(std::string_view(ends.data(), ends.size()), at_), text_.size());
  field_ = text_.substr(at_, end - at_);
  at_ = end;
}

bool FieldScanner::take_quoted() {
  unquoted_.clear();
  for (++at_;; ++at_) {
    const auto quote = text_.find('"', at_);
    if (quote == std::string_view::npos) return stop(FieldFault::OpenQuote);
    unquoted_ += text_.substr(at_, quote - at_);
    at_ = quote + 1;
    if (at_ == text_.size() || text_[at_] != '"') break;
    unquoted_ += '"';
  }
  for (std::size_t i = 0; i < unquoted_.size(); ++i)
    next_line_ +=
        unquoted_[i] == '\n' || (unquoted_[i] == '\r' && (i + 1 == unquoted_.size() || unquoted_[i + 1] != '\n'));
  field_ = unquoted_;
  if (at_ == text_.size() || text_[at_] == separator_ || text_[at_] == '\r' || text_[at_] == '\n') return true;
  return stop(FieldFault::TextBehindQuote);
}

/// Over what stands behind the field: a separator, which another field always follows, or the end of a line.
void FieldScanner::step_on() {
  behind_ = Behind::Nothing;
  if (at_ == text_.size()) return;
  const char c = text_[at_++];
  if (c == separator_) {
    behind_ = Behind::Separator;
    return;
  }
  if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
  ++next_line_;
  if (at_ < text_.size()) behind_ = Behind::LineEnd;
}

}  // namespace guatu::documents
