#include "guatu/cli/paper_marks.hpp"

#include <iterator>

namespace guatu::cli {

std::vector<OptionSpec> with_mark_options(std::vector<OptionSpec> options) {
  std::vector<OptionSpec> marks{
      {"--copy-number", "N", {"份号，不超过六位", "number of the copy, up to six digits"}},
      {"--secrecy", "LEVEL", {"密级和保密期限，如 机密★1年", "level of secrecy and its term, like 机密★1年"}},
      {"--urgency", "WORD", {"紧急程度：特急、加急", "urgency: 特急 or 加急"}},
      {"--joint",
       "NAMES",
       {"联合行文的其他单位，用、分开", "other bodies that issue it too, parted by 、 or commas"},
       false,
       {},
       true}};
  options.insert(options.end(), std::make_move_iterator(marks.begin()), std::make_move_iterator(marks.end()));
  return options;
}

Result<reporting::OfficialMarks> marks_of(const Arguments& arguments) {
  return reporting::parse_marks({arguments.text("--copy-number"), arguments.text("--secrecy"),
                                 arguments.text("--urgency"), arguments.text("--joint")});
}

}  // namespace guatu::cli
