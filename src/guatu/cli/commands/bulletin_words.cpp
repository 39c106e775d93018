#include "guatu/cli/commands/bulletin_words.hpp"

#include "guatu/reporting/bulletin_model.hpp"
#include "guatu/reporting/edited_text.hpp"

namespace guatu::cli {

Result<BulletinWords> BulletinWords::read(const Shell& shell, const Arguments& arguments) {
  BulletinWords words;
  if (!arguments.has("--text")) return words;
  GUATU_TRY(words.given_, shell.services().read_file(arguments.text("--text")));
  words.is_given_ = true;
  return words;
}

usecases::RenderPapers BulletinWords::renderer(const Services& services) const {
  return [given = given_, edited = is_given_, rendered = rendered_, plain = services.render_papers,
          with_words = services.render_edited_papers](
             const reporting::BulletinInput& input) -> Result<std::vector<reporting::Paper>> {
    auto model = reporting::make_bulletin(input);
    if (edited) {
      GUATU_TRY(model.body, reporting::with_edited_text(model, given));
    }
    rendered->editable = reporting::editable_text(model);
    rendered->characters = reporting::character_count(model);
    return edited ? with_words(input, given) : plain(input);
  };
}

Bilingual BulletinWords::length_hint() const {
  return cli::length_hint(rendered_->characters);
}

Bilingual length_hint(std::size_t characters) {
  if (characters <= reporting::kUsualCharacters) return {};
  const auto count = std::to_string(characters);
  const auto usual = std::to_string(reporting::kUsualCharacters);
  return {"提示：通报正文" + count + "字，超过专项公文一般不超过" + usual + "字的要求，可用 --export-text 导出文字删减",
          "note: the bulletin has " + count + " characters; a paper about one task should have at most " + usual +
              ", and --export-text gives its words for shortening"};
}

}  // namespace guatu::cli
