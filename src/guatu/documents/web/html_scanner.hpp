#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guatu::documents {

/// Walks over HTML as web systems write it, tag by tag; it refuses nothing.
class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view html) : html_(html) {}

  enum class Kind { Text, Opening, Closing, End };
  /// Comments, declarations, scripts and style sheets are passed over.
  [[nodiscard]] Kind next();

  [[nodiscard]] const std::string& name() const { return name_; }  ///< Of the tag, in lower case.
  [[nodiscard]] std::string_view text() const { return text_; }    ///< Of Kind::Text, as written.
  /// Value of the tag's attribute; empty when it has none.
  [[nodiscard]] std::string_view attribute(std::string_view wanted) const;

 private:
  [[nodiscard]] Kind next_tag();
  void pass_over(std::string_view end);
  void pass_over_content();

  std::string_view html_;
  std::size_t at_ = 0;
  std::string name_;
  std::string_view text_, attributes_;
};

/// With characters in place of &nbsp; &lt; &#21495; and alike; runs of white space are one blank, as a browser shows them.
[[nodiscard]] std::string html_text(std::string_view written);

}  // namespace guatu::documents
