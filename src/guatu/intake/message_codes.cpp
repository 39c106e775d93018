#include "guatu/intake/message_codes.hpp"

#include <algorithm>
#include <array>
#include <fmt/args.h>
#include <fmt/format.h>

#include "guatu/base/contract.hpp"

namespace guatu::intake {
namespace {

constexpr auto kError = Severity::Error;
constexpr auto kWarning = Severity::Warning;
constexpr auto kNote = Severity::Note;

constexpr std::array kCodes{
    // The file
    MessageCode{"not_a_table", kError, "没有找到任务表，也没有找到重大事项清单", "no table 2 and no table 3 was found",
                "请使用本系统导出的表样，表头须有“项目名称”",
                "use the form that this program writes; its header names 项目名称"},
    MessageCode{"not_a_table:picture", kError, "工作表里只有图片或嵌入对象，没有单元格内容：任务表是以图片粘贴的",
                "the sheet holds a picture or an embedded object and no cells: the table was pasted as a picture",
                "请在表样的单元格中填写，不要粘贴截图；原表在别的文件中的，请报送原文件",
                "fill in the form's cells instead of pasting a picture, or send the file that the picture shows"},
    MessageCode{"not_a_table:file", kError, "这个工作簿没有可读的内容：{detail}",
                "nothing in this workbook can be read: {detail}", "请报送由表样填写的 .xlsx 文件",
                "send the .xlsx form, filled in"},
    MessageCode{"not_a_table:empty", kError, "文件是空的", "the file is empty",
                "可能没有保存成功或传送中断，请重新报送", "save it again and send that"},
    MessageCode{"not_a_table:pdf", kError, "这是 PDF 文件，不是表格", "this is a PDF, not a table",
                "请报送填写用的 .xlsx 工作簿；盖章扫描件另行留存", "send the .xlsx form that it was printed from"},
    MessageCode{"not_a_table:image", kError, "这是图片文件，不是表格", "this is a picture, not a table",
                "请报送 .xlsx 工作簿，不要拍照或截图", "send the .xlsx form instead of a photograph"},
    MessageCode{"not_a_table:word", kError, "这是文字文档（Word、WPS 文字），不是表格",
                "this is a text document (Word, WPS Writer), not a table", "请把内容填入表样，报送 .xlsx 工作簿",
                "fill the contents into the form and send .xlsx"},
    MessageCode{"not_a_table:slides", kError, "这是演示文稿，不是表格", "this is a presentation, not a table",
                "请把内容填入表样，报送 .xlsx 工作簿", "fill the contents into the form and send .xlsx"},
    MessageCode{"not_a_table:archive", kError, "这是压缩包，不是工作簿", "this is an archive, not a workbook",
                "请解压后报送里面的工作簿", "unpack it and send the workbooks inside"},
    MessageCode{"not_a_table:mail", kError, "这是邮件或网页归档文件，不是工作簿",
                "this is a saved mail or web page, not a workbook", "请取出其中的附件或表格，另存为 .xlsx 后报送",
                "take out the attachment or the table and send .xlsx"},
    MessageCode{"not_a_table:web", kError, "这是网页（HTML），里面没有表格",
                "this is a web page (HTML) without a table", "请用 WPS 或 Excel 打开，另存为 .xlsx 后重新报送",
                "open it, save it as .xlsx and send that"},
    MessageCode{"not_a_table:xlsb", kError, "这是二进制工作簿（.xlsb），不能读取",
                "this is a binary workbook (.xlsb) and cannot be read",
                "请用 WPS 或 Excel 打开，另存为 .xlsx 后重新报送", "open it, save it as .xlsx and send that"},
    MessageCode{"not_a_table:bytes", kError, "无法识别的文件格式", "the file's format is not known",
                "请用 WPS 或 Excel 打开确认，另存为 .xlsx 后重新报送", "open it, save it as .xlsx and send that"},
    MessageCode{"bad_text", kError, "文本表格无法读取：{detail}", "the table cannot be read as text: {detail}",
                "请改正，或用 WPS 或 Excel 打开，另存为 .xlsx 后重新报送",
                "correct it, or open it, save it as .xlsx and send that"},
    MessageCode{"converter_missing", kError, ".xls、.et、.ods 等格式须由 LibreOffice 转换，本机没有安装",
                ".xls, .et, .ods and alike need LibreOffice, which is not installed",
                "请用 WPS 或 Excel 另存为 .xlsx；或由管理员安装 LibreOffice，软件包名见 guatu doctor",
                "save it as .xlsx, or have LibreOffice installed; guatu doctor names the packages"},
    MessageCode{"not_converted", kError, "文件没能转换为 .xlsx：{detail}",
                "the file could not be converted to .xlsx: {detail}", "请用 WPS 或 Excel 打开，另存为 .xlsx 后重新报送",
                "open it, save it as .xlsx and send that"},
    MessageCode{"encrypted", kError, "文件设有打开密码，无法读取", "the file is protected by a password",
                "请在 WPS 或 Excel 中取消密码后重新报送", "remove the password and send it again"},
    MessageCode{"damaged", kError, "文件已损坏或不完整：{detail}", "the file is damaged or incomplete: {detail}",
                "请用 WPS 或 Excel 打开确认，另存后重新报送", "open it, save it again and send that"},
    MessageCode{"too_large", kError, "文件超出可读取的限度：{detail}", "the file exceeds what may be read: {detail}",
                "请删除多余的工作表、空行、图片后另存，或拆分报送",
                "remove needless sheets, empty rows and pictures, or send it in parts"},
    MessageCode{"empty_table", kWarning, "表中没有填写任何项目", "no project is filled in",
                "如应填报，请填写后重报；确无项目的无需处理",
                "fill it in and send it again, unless there is nothing to report"},
    MessageCode{"unit_mismatch", kError, "表头填报单位与指定单位“{detail}”不一致",
                "the caption names another unit than the one given, {detail}", "请核对文件是否放错，或改正填报单位",
                "check that this is the right file, or correct the caption"},
    MessageCode{"dekad_mismatch", kWarning, "表头旬别与指定旬 {detail} 不一致，按指定旬办理",
                "the caption names another dekad; the one given, {detail}, counts", "如有误请改正旬别后重报",
                "correct the caption if that was not meant"},
    MessageCode{"unknown_unit", kError, "不认识单位“{value}”", "the unit “{value}” is not known",
                "请填写单位全称或规范简称", "write the unit's full or short official name"},
    MessageCode{"unknown_unit:none", kError, "不知道是哪个责任单位的任务表",
                "the responsible unit of this return is not known",
                "请在表头“填报单位”处写明单位名称，或在录入时指定单位（--unit）",
                "name the unit in the caption 填报单位, or choose it when importing (--unit)"},
    MessageCode{"unknown_unit:not_responsible", kError, "“{value}”不是旗县区，也不是市直项目主管部门，没有任务表可报",
                "“{value}” is neither a district nor a sponsor department and has no return", "请核对填报单位",
                "check which unit reports"},
    MessageCode{"unit_from_sheet", kWarning, "表头没有写填报单位，按工作表名称“{value}”办理",
                "the caption names no unit; the sheet's name, “{value}”, counts",
                "请在表头“填报单位”处写明单位名称，或在录入时指定单位（--unit）",
                "name the unit in the caption, or choose it when importing (--unit)"},
    MessageCode{"unknown_dekad", kError, "不知道是哪一旬的任务表", "the dekad of this return is not known",
                "请在表头“旬别”处写明，如 2022年12月上旬，或在录入时指定旬（--dekad）",
                "name the dekad in the caption 旬别, such as 2022年12月上旬, or choose it when importing (--dekad)"},
    MessageCode{"dekad_closed", kError, "{detail}，不能再导入", "{detail}; nothing can be imported any more",
                "确需导入的，请在录入时写明理由（--reason）",
                "give the reason when importing (--reason) if it has to be"},
    MessageCode{"hidden_sheet", kNote, "隐藏的工作表“{value}”没有读取", "the hidden sheet “{value}” was not read",
                "如需报送，请取消隐藏", "show the sheet if it is meant to be sent"},
    MessageCode{"hidden_sheet:read", kNote, "隐藏的工作表“{value}”中有任务表，已一并读取",
                "the hidden sheet “{value}” holds a table; it was read too", "如不应报送，请删除这张工作表",
                "delete the sheet if it should not count"},
    MessageCode{"hidden_rows", kNote, "有 {detail} 行被隐藏或筛掉，已一并读取",
                "{detail} rows are hidden or filtered out; they were read too", "如不应报送，请删除这些行",
                "delete the rows if they are not meant to be sent"},
    MessageCode{"hidden_columns", kNote, "有 {detail} 列被隐藏，已一并读取",
                "{detail} columns are hidden; they were read too", "如不应报送，请删除这些列",
                "delete these columns if they should not count"},
    MessageCode{"pictures_not_read", kNote, "有 {detail} 个图片或嵌入对象，其中的内容没有读取",
                "{detail} pictures or embedded objects; what they show was not read",
                "如图中有需报送的内容，请填入单元格", "write into cells what they show, if it is to be reported"},
    MessageCode{"macros_ignored", kNote, "工作簿带有宏，宏没有运行，只读取了单元格",
                "the workbook holds macros; they were not run, only its cells were read", "无需处理", "nothing to do"},
    MessageCode{"external_links", kNote, "工作簿引用了其他文件，按上次保存的数值读取，没有更新",
                "the workbook refers to other files; the values last saved were read, nothing was updated",
                "请核对引用其他文件的单元格", "check the cells that refer to other files"},
    MessageCode{
        "converted_file", kNote, "文件格式为 {detail}，由 LibreOffice 转换后读取；公式取保存的或重新计算的结果",
        "the file's format is {detail}; LibreOffice converted it; formulas have their saved or recomputed values",
        "请核对读取结果；下次请另存为 .xlsx 报送", "check what was read; send .xlsx the next time"},
    MessageCode{"text_table", kNote, "文本表格，按 {detail} 读取", "a table as text, read as {detail}",
                "如有乱码或串列，请另存为 .xlsx 报送", "send .xlsx if characters or columns are wrong"},
    // Header and kinds of rows
    MessageCode{"unknown_header", kWarning, "不认识表头“{value}”，该列没有读取",
                "the header “{value}” is not known; its column was not read", "如有用，请改用表样中的表头",
                "use the header of the form if the column matters"},
    MessageCode{"unknown_header:near", kWarning, "不认识表头“{value}”，是否指“{detail}”？该列没有读取",
                "the header “{value}” is not known; is {detail} meant? Its column was not read",
                "如是，请改用该表头，或答复“表头:{value} = {detail}”",
                "if so, use that header, or answer “header:{value} = {detail}”"},
    MessageCode{"duplicate_header", kWarning, "表头“{value}”重复，只读取了左边一列",
                "the header “{value}” stands twice; only the left column was read", "请删去多余的一列",
                "delete the column that is too many"},
    MessageCode{"other_year", kWarning, "表头“{value}”不是{detail}年的计划，该列没有读取",
                "the header “{value}” is not the plan of {detail}; its column was not read",
                "请填报{detail}年计划完成投资", "fill in the plan of {detail}"},
    MessageCode{"example_row", kNote, "示例行，没有读取", "an example row; it was not read", "无需处理",
                "nothing to do"},
    MessageCode{"subtotal_row", kNote, "合计行，没有读取", "a row of totals; it was not read", "无需处理",
                "nothing to do"},
    // Cells
    MessageCode{"formula_error", kError, "公式出错：{value}", "the formula gives the error {value}",
                "请改正公式，或直接填写内容", "correct the formula, or write the value itself"},
    MessageCode{"formula_error:no_value", kError, "公式没有计算结果", "the formula has no computed value",
                "请用 WPS 或 Excel 打开并保存一次，或直接填写内容",
                "open and save it in a spreadsheet program once, or write the value itself"},
    MessageCode{"bad_date", kError, "“{value}”不是真实的日期", "“{value}” is not a real date",
                "请改为真实日期，如 2022.12.05", "write a real day, such as 2022.12.05"},
    MessageCode{"ambiguous_date", kError, "“{value}”可能丢了末尾的 0，分不清是 1 月还是 10 月",
                "“{value}” may have lost a final zero: first or tenth month, or day 1, 2, 3 or ten times that?",
                "请写全，如 2022年1月、2022年10月或 2022.12.10",
                "write it out, such as 2022年1月, 2022年10月 or 2022.12.10"},
    MessageCode{"vague_date", kError, "“{value}”没有写到日", "“{value}” does not name a day",
                "已发生的事项须写明年月日，如 2022.12.05", "what has happened needs its day, such as 2022.12.05"},
    MessageCode{"no_day", kNote, "“{value}”没有说明是哪一天，按未填处理",
                "“{value}” names no day; it is taken as blank", "确定后请填写日期", "write the day once it is known"},
    MessageCode{"unused_date", kNote, "“{value}”中的日期没有对应的栏目，没有采用",
                "the date in “{value}” belongs to no field; it was not used", "如为计划时间，请写明“计划”",
                "write 计划 before it if it is a plan date"},
    MessageCode{"unknown_state", kError, "看不懂状态“{value}”", "the state “{value}” is not understood",
                "请改为表样下拉列表中的用语", "use a word of the form's list"},
    MessageCode{"ambiguous_cell", kError, "“{value}”含义不明确，需要确认",
                "“{value}” may mean different things and has to be confirmed", "请写明，例如不涉及、未启动、市级",
                "write it out, for instance 不涉及, 未启动 or 市级"},
    MessageCode{"state_contradiction", kError, "“{value}”与 {other}“{detail}”互相矛盾",
                "“{value}” contradicts {other}, “{detail}”", "请核对后只保留正确的一处",
                "check both and keep the one that is right"},
    MessageCode{"unknown_authority", kError, "不认识审批层级“{value}”", "the level “{value}” is not known",
                "请从表样下拉列表中选择审批层级", "choose the level from the form's list"},
    MessageCode{"unknown_kind", kError, "不认识审批事项“{value}”", "the procedure “{value}” is not known",
                "请使用表样中的审批事项名称", "use the name of the procedure as in the form"},
    MessageCode{"unknown_reason", kWarning, "不认识不涉及理由“{value}”，按“不涉及”记录",
                "the reason “{value}” is not known; 不涉及 is recorded", "请从表样下拉列表中选择理由",
                "choose the reason from the form's list"},
    MessageCode{"unknown_variant", kWarning, "不认识文件类型“{value}”，没有采用",
                "the variant “{value}” is not known; it was not used", "请填写该事项的文件类型，如报告书、报告表",
                "write one of the procedure's variants"},
    MessageCode{"bad_amount", kWarning, "看不懂金额“{value}”，没有采用",
                "the amount “{value}” is not understood; it was not used", "请只填数字，单位见表头",
                "write only the number; the header names its unit"},
    MessageCode{"amount_scale", kWarning, "金额“{value}”折合 {detail} 亿元，可能填错了单位",
                "the amount “{value}” comes to {detail} hundred million yuan; its unit may be wrong",
                "请核对单位是亿元还是万元", "check whether the unit is 亿元 or 万元"},
    MessageCode{"bad_project_code", kWarning, "“{value}”不是项目代码，没有采用",
                "“{value}” is not a project code; it was not used", "请填写 24 位项目代码，尚未赋码的留空",
                "write the project code with its 24 characters, or leave it blank"},
    MessageCode{"code_check_digit", kWarning, "“{value}”的校验位不对", "the check digit of “{value}” is wrong",
                "请对照批复或证照核对", "compare it with the approval or licence"},
    MessageCode{"unknown_track", kWarning, "不认识立项方式“{value}”，没有采用",
                "the track “{value}” is not known; it was not used", "请填写审批、核准或备案",
                "write 审批, 核准 or 备案"},
    // Rows
    MessageCode{"missing_name", kError, "这一行没有项目名称", "this row has no project name", "请填写项目名称",
                "write the project's name"},
    MessageCode{"line_without_project", kError, "“{value}”在任务表中没有对应的项目",
                "“{value}” is not a project of sheet 任务表", "请核对序号和项目名称",
                "check the number and the name of the project"},
    MessageCode{"identity_conflict", kError, "这一行同时指向“{detail}”和“{other}”两个项目",
                "this row points at two projects, “{detail}” and “{other}”", "请核对序号、项目代码和项目名称",
                "check number, code and name of the project"},
    MessageCode{"name_differs", kWarning, "项目名称与已记录的“{detail}”不同，名称没有改动",
                "the name differs from the recorded “{detail}”; it was not changed",
                "如确已更名，请由指挥部办公室办理更名",
                "ask the headquarters office to rename the project if it was renamed"},
    MessageCode{"duplicate_row", kError, "与 {other} 重复填报", "this repeats {other}", "请保留一行，删去重复的一行",
                "keep one of the rows and delete the other"},
    MessageCode{"near_match", kError, "与已有项目“{detail}”名称相近，是否为同一项目需要确认",
                "the name is close to the known project “{detail}”; whether they are the same has to be confirmed",
                "同一项目请填写相同名称或项目代码；不同项目请填写各自的项目代码",
                "for the same project write the same name or its code; for different projects give each its own code"},
    MessageCode{
        "near_match:row", kError, "与本表 {other}“{detail}”名称相近，是否为同一项目需要确认",
        "the name is close to {other}, “{detail}”, in the same table; whether they are the same has to be confirmed",
        "同一项目请只保留一行；不同项目请填写各自的项目代码，或答复“新项目”",
        "keep one row, or give both their project codes, or answer “new”"},
    MessageCode{"bad_answer", kError, "答复“{detail}”不是本单位的项目",
                "the answer “{detail}” is no project of this unit", "请答复同一项目、新项目，或本单位项目的编号、代码",
                "answer same, new, or the number or code of a project of the unit"},
    MessageCode{"project_of_other_unit", kError, "该项目的责任单位是{detail}，不能由本表填报",
                "the project belongs to {detail} and cannot be reported here",
                "请由责任单位填报；确需划转的，由指挥部办公室办理",
                "leave it to that unit, or ask the headquarters office to move the project"},
    MessageCode{"same_name_elsewhere", kWarning, "{detail}也有同名项目，请核对是否重复入库",
                "{detail} has a project of the same name; check that it is not counted twice",
                "如为同一项目，只由责任单位填报", "if it is the same project, only the responsible unit reports it"},
    MessageCode{"amount_changed", kWarning, "{detail}由 {other} 改为“{value}”",
                "{detail} changed from {other} to “{value}”", "上次填错或已批准调整的无需处理，否则请改正",
                "nothing to do if the last report was wrong or the change is approved, otherwise correct it"},
    MessageCode{"not_in_campaign", kWarning, "该项目本旬不在库（已暂缓、调出或终止），填报内容照常记录",
                "the project is not in the campaign in this dekad; what is reported is recorded all the same",
                "如已恢复，请由指挥部办公室办理", "ask the headquarters office to resume the project if it goes on"},
    MessageCode{"row_missing", kNote, "本次没有填报已在库的项目“{value}”，沿用原有内容",
                "the known project “{value}” is missing from this return; its facts stay as they are",
                "如已调出，请由指挥部办公室办理；否则请补报",
                "report it, or ask the headquarters office to withdraw the project"},
    MessageCode{"blank_kept", kNote, "本次没有填写{detail}，沿用原有内容",
                "{detail}: nothing is written this time; what is known stays", "情况有变化的请补填",
                "fill in what has changed"},
    MessageCode{"parts_need_lines", kWarning, "该事项已分子项填报，这一格没有采用",
                "the procedure is reported in parts; this cell was not used", "请在手续明细中按子项填写",
                "fill in the parts one by one in 手续明细"},
    MessageCode{"lines_differ", kWarning, "同一项目前后两行不一致，以 {other}“{detail}”为准",
                "two rows of one project differ; {other}, “{detail}”, counts", "请核对后改为一致",
                "make both rows agree"},
    MessageCode{"sheets_differ", kWarning, "与 {other}“{detail}”不一致，以手续明细的这一行为准",
                "this differs from {other}, “{detail}”; the line here counts", "请把任务表中的一格改为一致，或清空",
                "make the cell in 任务表 agree, or clear it"},
    // Table 3
    MessageCode{"missing_problem", kError, "没有写明需要协调解决的问题", "the problem is not named",
                "请写明问题，正常推进的项目不必填报", "name the problem; projects without one need not be listed"},
    MessageCode{"text_too_long", kWarning, "问题写了 {detail} 字，超过规定字数",
                "the problem has {detail} characters, more than wanted", "请不要介绍背景，直接提出问题，言简意赅",
                "leave out the background and name the problem briefly"},
    MessageCode{"unknown_project", kNote, "“{value}”不是已在库的项目", "“{value}” is not a known project",
                "如为在库项目，请填写规范名称", "write the project's recorded name if it is one"},
    // Exports of approval platforms
    MessageCode{"unknown_state:export", kError, "对接文件没有写明平台状态“{value}”是什么意思",
                "the adapter does not say what the platform's state “{value}” means",
                "请在对接文件的 [states] 中补上；不必比对的状态写在 skipped",
                "add it under [states] of the adapter, or to skipped when such rows do not matter"},
    MessageCode{"unknown_authority:export", kWarning, "对接文件没有写明平台层级“{value}”是什么意思，层级没有比对",
                "the adapter does not say which level “{value}” is; it was not compared",
                "请在对接文件的 [authorities] 中补上", "add it under [authorities] of the adapter"},
    MessageCode{"date_after_report:export", kWarning, "日期 {detail} 晚于比对日 {other}，比对日尚未发生，没有采用",
                "the day {detail} lies after the day of the comparison, {other}; it was not used",
                "如需比对，请用 --as-of 指定导出当天", "give the day of the export with --as-of"},
    MessageCode{"part_unclear", kWarning, "台账中该手续分子项，这一行看不出是哪个子项，没有比对",
                "the ledger keeps this procedure in parts and the row does not say which; it was not compared",
                "请人工核对，或让导出带上子项名称", "compare it by hand, or export the names of the parts too"},
    MessageCode{"superseded_row", kNote, "同一手续有多行，以进展最靠前的 {other} 为准，这一行没有比对",
                "several rows speak of one procedure; {other}, the furthest, counts and this one does not", "无需处理",
                "nothing to do"},
};

const MessageCode* find_code(std::string_view code) {
  const auto found = std::ranges::find(kCodes, code, &MessageCode::code);
  return found == kCodes.end() ? nullptr : &*found;
}

/// "unknown_unit:none" is published as unknown_unit: one code, said in words that fit.
std::string published(std::string_view code) {
  return std::string(code.substr(0, code.find(':')));
}

std::string filled(std::string_view pattern, const Place& place, const std::string& detail, const std::string& other) {
  return fmt::format(fmt::runtime(pattern), fmt::arg("value", place.value), fmt::arg("column", place.column),
                     fmt::arg("detail", detail), fmt::arg("other", other));
}

}  // namespace

std::span<const MessageCode> message_codes() {
  return kCodes;
}

Message make_message(std::string_view code, const Place& place, const MessageWords& words) {
  const auto* entry = find_code(code);
  GUATU_REQUIRE(entry != nullptr);
  return make_message(code, entry->severity, place, words);
}

Message make_message(std::string_view code, Severity severity, const Place& place, const MessageWords& words) {
  const auto* entry = find_code(code);
  GUATU_REQUIRE(entry != nullptr);
  const std::string& detail_en = words.detail_en.empty() ? words.detail_zh : words.detail_en;
  return {severity,
          published(code),
          place.sheet,
          place.cell,
          place.column,
          place.value,
          {filled(entry->zh, place, words.detail_zh, words.other), filled(entry->en, place, detail_en, words.other)},
          {filled(entry->remedy_zh, place, words.detail_zh, words.other),
           filled(entry->remedy_en, place, detail_en, words.other)}};
}

std::string cell_reference(const Place& place) {
  return place.sheet + "!" + place.cell;
}

}  // namespace guatu::intake
