#pragma once

#include <set>
#include <string>
#include <vector>

#include "guatu/cli/shell.hpp"

/// Papers as files: in which formats, as PDF where asked, written below a folder.
namespace guatu::cli {

/// The words of --format, of those in `possible`; `fallback` without the option. Errors: WrongUsage.
[[nodiscard]] Result<std::set<std::string>> formats_of(const Arguments& arguments,
                                                       const std::vector<std::string>& possible,
                                                       const std::set<std::string>& fallback);

/// Papers of the asked formats; PDFs are made of the .docx and .xlsx among them.
/// Errors: Unsupported without LibreOffice, with what to install.
[[nodiscard]] Result<std::vector<reporting::Paper>> in_formats(const Shell& shell, std::vector<reporting::Paper> papers,
                                                               const std::set<std::string>& formats);

/// Writes the papers below --out and says where; says loudly when PDFs were set with other fonts than their papers name.
/// Gives the exit code. `hints`: what else the reader should know.
[[nodiscard]] int write_papers(const Shell& shell, const Arguments& arguments,
                               const std::vector<reporting::Paper>& papers, const std::vector<Bilingual>& hints = {});

/// What is wrong with the campaign's templates, papers/NAME.docx by name; the first one alone. `subject` names it.
[[nodiscard]] Result<void> check_templates(const Services& services,
                                           const std::map<std::string, std::string>& of_campaign);

/// The template called `wanted`: a file that ends in .docx, or a name that the campaign or the program knows.
/// Errors: NotFound with the names there are; those of reading.
[[nodiscard]] Result<std::string> find_template(const Shell& shell, const std::string& wanted,
                                                const std::map<std::string, std::string>& of_campaign);

}  // namespace guatu::cli
