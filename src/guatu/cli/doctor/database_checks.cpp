#include "guatu/cli/doctor/examination.hpp"

namespace guatu::cli {
namespace {

/// "，主服务器，2 台备用": nothing for an engine that knows neither.
Bilingual role_of(const ports::ServerReport& report) {
  const auto standbys = std::to_string(report.standbys);
  const auto lag = std::to_string(report.lag_seconds.value_or(0));
  if (report.standby)
    return {"，备用服务器（上一笔距今 " + lag + " 秒）", ", a standby (its last transaction is " + lag + " s old)"};
  if (report.standbys > 0) return {"，主服务器，" + standbys + " 台备用", ", the primary of " + standbys + " standbys"};
  return {};
}

}  // namespace

/// The engine behind the store, and settings of its server with which acknowledged work may be lost.
void check_database(const Examination& examination, Findings& findings) {
  if (!examination.store) return;
  const auto report = examination.store->report_server();
  if (!report) {
    findings.push_back({"database", Severity::Error, report.error().message, {}, {}});
    return;
  }
  const auto role = role_of(*report);
  const auto size = size_text(report->data_bytes);
  const auto version = std::to_string(report->schema_version);
  findings.push_back({"database",
                      Severity::Ok,
                      {report->engine + role.zh + "，" + size + "，结构第 " + version + " 版",
                       report->engine + role.en + ", " + size + ", schema " + version},
                      {},
                      {}});
  for (const auto& warning : report->warnings)
    findings.push_back(
        {"database",
         Severity::Error,
         warning,
         {"已确认的办理可能丢失", "what was acknowledged may be lost"},
         {"由数据库管理员在服务器上改正后重启", "have it corrected on the server and the server restarted"}});
}

}  // namespace guatu::cli
