#include <cstdio>

#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/numbers_request.hpp"
#include "guatu/json/command_codec.hpp"
#include "guatu/json/table_codec.hpp"
#include "guatu/reporting/csv_text.hpp"
#include "guatu/usecases/ledger/ledger_rows.hpp"

namespace guatu::cli {
namespace {

using usecases::LedgerRow;

std::string as_csv(const std::vector<LedgerRow>& rows) {
  std::string csv(reporting::kByteOrderMark);
  const auto line = [&csv](const auto& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i)
      csv += (i == 0 ? "" : ",") + reporting::csv_field(fields[i]);
    csv += "\r\n";
  };
  line(usecases::kLedgerColumns);
  for (const auto& row : rows)
    line(row);
  return csv;
}

std::string as_json(const std::vector<LedgerRow>& rows) {
  const std::vector<std::span<const std::string>> views(rows.begin(), rows.end());
  return json::encode_table(usecases::kLedgerColumns, views);
}

Result<std::string> as_xlsx(const Shell& shell, const std::vector<LedgerRow>& rows, Date as_of) {
  reporting::SheetModel sheet;
  sheet.name = "台账";
  sheet.column_widths.assign(usecases::kLedgerColumns.size(), 14);
  sheet.frozen_rows = 1;
  for (std::size_t c = 0; c < usecases::kLedgerColumns.size(); ++c)
    sheet.cells.push_back(
        {0, static_cast<std::uint16_t>(c), std::string(usecases::kLedgerColumns[c]), reporting::CellStyle::Header});
  for (std::uint32_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      sheet.cells.push_back({r + 1, static_cast<std::uint16_t>(c), rows[r][c], reporting::CellStyle::Body});
  return shell.services().render_workbook({"台账", as_of, {std::move(sheet)}});
}

int run_ledger(const Shell& shell, const Arguments& arguments) {
  const auto request = load_numbers_request(shell, arguments);
  if (!request) return shell.fail(request.error());
  const auto rows = usecases::ledger_rows(request->known, request->as_of);
  const auto format =
      arguments.has("--format") ? arguments.text("--format") : std::string(shell.json() ? "json" : "csv");
  const auto path = arguments.text("--out");
  if (format == "xlsx" && path.empty())
    return shell.fail(
        make_error(ErrorKind::WrongUsage, "--out", "xlsx 请用 --out 指定文件", "give a file with --out for xlsx"));
  if (format == "csv" && path.empty() && shell.json())
    return shell.fail(make_error(ErrorKind::WrongUsage, "--format",
                                 "--json 与 --format csv 不能同时用于标准输出，请加 --out",
                                 "--json and --format csv cannot share standard output; add --out"));
  std::string bytes;
  if (format == "xlsx") {
    auto rendered = as_xlsx(shell, rows, request->as_of);
    if (!rendered) return shell.fail(rendered.error());
    bytes = *std::move(rendered);
  } else {
    bytes = format == "json" ? as_json(rows) + "\n" : as_csv(rows);
  }
  if (path.empty()) {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    return kDone;
  }
  if (const auto written = shell.services().write_file(path, bytes); !written) return shell.fail(written.error());
  if (shell.json()) shell.document(json::encode_files({path}));
  shell.say(Bilingual{std::to_string(rows.size()) + " 行台账已写入 " + path,
                      std::to_string(rows.size()) + " rows written to " + path});
  return kDone;
}

}  // namespace

Command ledger_command() {
  return {"ledger",
          {"台账长表，一项手续一行", "the ledger in long form, a row per procedure part"},
          {as_of_option(true),
           known_at_option(),
           {"--format", "FORMAT", {"csv、xlsx 或 json", "csv, xlsx or json"}, false, {"csv", "xlsx", "json"}},
           {"--out", "FILE", {"输出文件（缺省：标准输出）", "file to write (default: standard output)"}}},
          {},
          run_ledger};
}

}  // namespace guatu::cli
