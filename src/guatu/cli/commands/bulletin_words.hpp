#pragma once

#include <memory>

#include "guatu/cli/shell.hpp"

/// The words of a bulletin on their way into the papers: as the program writes them, or as the office edited them.
namespace guatu::cli {

class BulletinWords {
 public:
  /// Reads the file of --text, if it is given. Errors: those of reading.
  [[nodiscard]] static Result<BulletinWords> read(const Shell& shell, const Arguments& arguments);

  /// Renders the papers with these words, and remembers what was rendered. Keeps nothing of `this`: a copy may render too.
  [[nodiscard]] usecases::RenderPapers renderer(const Services& services) const;
  /// What can be edited of the bulletin that was rendered last.
  [[nodiscard]] const std::string& editable() const { return rendered_->editable; }
  /// That it is longer than a paper of one task should be; empty when it is not.
  [[nodiscard]] Bilingual length_hint() const;

 private:
  struct Rendered {
    std::string editable;
    std::size_t characters = 0;
  };
  std::string given_;
  bool is_given_ = false;
  std::shared_ptr<Rendered> rendered_ = std::make_shared<Rendered>();
};

/// How long a bulletin is, when it is longer than usual. Source: domain 4.4, Length.
[[nodiscard]] Bilingual length_hint(std::size_t characters);

}  // namespace guatu::cli
