#include "guatu/documents/xlsx/read_failure.hpp"

namespace guatu::documents {
namespace {

Error failure(std::string code, Bilingual text, Bilingual remedy) {
  return {ErrorKind::InvalidInput, std::move(text), std::move(code), {std::move(remedy)}};
}

}  // namespace

Error encrypted_file() {
  return failure("encrypted", {"文件设有打开密码，无法读取", "the file is protected by a password"},
                 {"请在 WPS 或 Excel 中取消密码后重新报送", "remove the password and send it again"});
}

Error old_workbook() {
  return failure("not_a_table", {"这是旧格式工作簿（.xls），不能直接读取", "this is an old workbook (.xls)"},
                 {"请用 WPS 或 Excel 打开，另存为 .xlsx 后重新报送", "open it and save it as .xlsx"});
}

Error not_a_workbook(const std::string& what_zh, const std::string& what_en) {
  return failure("not_a_table", {"这不是 .xlsx 工作簿：" + what_zh, "this is no .xlsx workbook: " + what_en},
                 {"请报送由表样填写的 .xlsx 文件", "send the .xlsx form, filled in"});
}

Error damaged_file(const std::string& why_zh, const std::string& why_en) {
  return failure("damaged", {"文件已损坏或不完整：" + why_zh, "the file is damaged or incomplete: " + why_en},
                 {"请用 WPS 或 Excel 打开确认，另存后重新报送", "open it, save it again and send that"});
}

Error too_large(const std::string& what_zh, const std::string& what_en) {
  return failure("too_large", {"文件超出可读取的限度：" + what_zh, "the file exceeds what may be read: " + what_en},
                 {"请删除多余的工作表、空行、图片后另存，或拆分报送",
                  "remove needless sheets, empty rows and pictures, or send it in parts"});
}

}  // namespace guatu::documents
