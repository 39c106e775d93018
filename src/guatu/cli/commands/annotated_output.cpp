#include "guatu/cli/commands/annotated_output.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace guatu::cli {
namespace {

namespace fs = std::filesystem;

std::string lower_extension(const std::string& path) {
  auto extension = fs::path(path).extension().string();
  std::ranges::transform(extension, extension.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return extension;
}

bool is_workbook_name(const std::string& path) {
  return lower_extension(path) == ".xlsx" || lower_extension(path) == ".xlsm";
}

/// Macros stay in their own kind of file; whatever else is annotated becomes .xlsx.
std::string annotated_extension(const std::string& input) {
  return lower_extension(input) == ".xlsm" ? ".xlsm" : ".xlsx";
}

std::string name_in_folder(const std::string& input) {
  const auto name = fs::path(input).filename();
  return lower_extension(input) == annotated_extension(input) ? name.string()
                                                              : name.stem().string() + annotated_extension(input);
}

Error wrong_output(const std::string& zh, const std::string& en) {
  return make_error(ErrorKind::WrongUsage, "--annotated", zh, en);
}

bool is_same_file(const std::string& one, const std::string& other) {
  return fs::path(one).lexically_normal() == fs::path(other).lexically_normal();
}

Result<void> check_file_output(const std::string& out, const std::vector<std::string>& inputs) {
  if (inputs.size() > 1)
    return wrong_output("一次导入多个文件时，--annotated 应为文件夹，各文件按原名写入",
                        "with several workbooks --annotated has to be a folder; each keeps its name");
  const auto wanted = annotated_extension(inputs.front());
  if (lower_extension(out) == wanted) return {};
  return wrong_output("标注后的文件名应以 " + wanted + " 结尾：" + out,
                      "the annotated copy has to end in " + wanted + ": " + out);
}

}  // namespace

Result<std::optional<AnnotatedOutput>> AnnotatedOutput::plan(const Arguments& arguments) {
  if (!arguments.has("--annotated")) return std::optional<AnnotatedOutput>{};
  const auto out = arguments.text("--annotated");
  const auto& inputs = arguments.positionals();
  const bool is_file = is_workbook_name(out);
  if (is_file) GUATU_CHECK(check_file_output(out, inputs));
  AnnotatedOutput output;
  std::set<std::string> taken;
  for (const auto& input : inputs) {
    auto path = is_file ? out : (fs::path(out) / name_in_folder(input)).string();
    if (std::ranges::any_of(inputs, [&](const auto& each) { return is_same_file(path, each); }))
      return wrong_output("标注后的文件不能覆盖报送的原文件：" + path,
                          "the annotated copy must not replace the workbook that was sent: " + path);
    if (!taken.insert(path).second)
      return wrong_output("有两个文件同名，标注后会互相覆盖：" + path,
                          "two workbooks have one name and would overwrite each other: " + path);
    output.paths_.push_back(std::move(path));
  }
  return std::optional(std::move(output));
}

Result<void> AnnotatedOutput::write(const Shell& shell, std::size_t index, const usecases::ImportFile& file,
                                    const usecases::ImportAnswer& answer) const {
  if (!file.workbook) {
    shell.say(Bilingual{"  文件无法读取，没有标注", "  the file cannot be read and was not annotated"});
    return {};
  }
  std::vector<intake::Message> messages;
  for (const auto& table : answer.tables)
    messages.insert(messages.end(), table.messages.begin(), table.messages.end());
  GUATU_TRY(const auto bytes, shell.services().annotate_return(file.bytes, *file.workbook, messages));
  GUATU_CHECK(shell.services().write_file(paths_[index], bytes));
  shell.say(Bilingual{"  已在原表上标注：" + paths_[index], "  annotated: " + paths_[index]});
  return {};
}

}  // namespace guatu::cli
