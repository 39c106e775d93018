#include "guatu/documents/convert_workbook.hpp"

#include <array>

#include "guatu/documents/helper_process.hpp"
#include "guatu/documents/work_folder.hpp"
#include "guatu/documents/xlsx/read_failure.hpp"

namespace guatu::documents {
namespace {

constexpr std::size_t kMostBytes = 20U << 20U;

struct Filter {
  const char* ending;
  const char* name;  ///< As LibreOffice calls it.
};

Filter filter_of(ForeignFormat format) {
  switch (format) {
    case ForeignFormat::Excel97:
      return {".xls", "MS Excel 97"};
    case ForeignFormat::OpenDocument:
      return {".ods", "calc8"};
    case ForeignFormat::Xml2003:
      return {".xml", "MS Excel 2003 XML"};
  }
  return {"", ""};
}

struct Setting {
  const char* path;
  const char* name;
  const char* value;
};

constexpr std::array kSettings{
    // Macros: only from trusted places, of which there is none, and none at all.
    Setting{"/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"},
    Setting{"/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"},
    Setting{"/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"},
    // Links to other files: never updated.
    Setting{"/org.openoffice.Office.Calc/Content/Update", "Link", "2"},
    // A proxy that does not exist, for every protocol.
    Setting{"/org.openoffice.Inet/Settings", "ooInetProxyType", "2"},
    Setting{"/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"},
    Setting{"/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"},
    Setting{"/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"},
    Setting{"/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"},
    Setting{"/org.openoffice.Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"},
    Setting{"/org.openoffice.Inet/Settings", "ooInetFTPProxyPort", "9"}};

std::string profile_settings() {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" "
      "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">";
  for (const auto& setting : kSettings)
    xml += std::string("<item oor:path=\"") + setting.path + "\"><prop oor:name=\"" + setting.name +
           "\" oor:op=\"fuse\"><value>" + setting.value + "</value></prop></item>";
  return xml + "</oor:items>";
}

Error no_folder() {
  return make_error(ErrorKind::FileFailed, "soffice", "无法使用临时目录，请检查磁盘空间和权限",
                    "the temporary folder cannot be used; check disk space and rights");
}

bool write_profile(const std::filesystem::path& profile) {
  std::error_code code;
  std::filesystem::create_directories(profile / "user", code);
  return !code && write_bytes(profile / "user" / "registrymodifications.xcu", profile_settings());
}

}  // namespace

Result<std::string> convert_to_xlsx(const WorkbookConverter& converter, std::string_view bytes, ForeignFormat format) {
  if (converter.program.empty()) return converter_missing();
  if (bytes.size() > kMostBytes) return too_large("旧格式文件超过 20 MB", "more than 20 MB in an old format");
  const WorkFolder folder;
  const auto& path = folder.path();
  const auto filter = filter_of(format);
  const auto given = path / (std::string("return") + filter.ending);
  if (path.empty() || !write_profile(path / "profile") || !write_bytes(given, bytes)) return no_folder();
  HelperLimits limits;
  limits.memory_bytes = 1536ULL << 20U;
  limits.file_bytes = 64ULL << 20U;
  limits.cpu_seconds = static_cast<std::uint64_t>(converter.time_limit.count());
  limits.open_files = 512;
  limits.processes = 256;
  limits.without_network = true;
  const auto out = path / "out";
  const std::string nowhere = "http://127.0.0.1:9";
  const auto end = run_helper({converter.program, "-env:UserInstallation=file://" + (path / "profile").string(),
                               "--headless", "--norestore", std::string("--infilter=") + filter.name, "--convert-to",
                               "xlsx:Calc MS Excel 2007 XML", "--outdir", out.string(), given.string()},
                              {{"HOME", path.string()},
                               {"TMPDIR", path.string()},
                               {"SAL_USE_VCLPLUGIN", "svp"},
                               {"http_proxy", nowhere},
                               {"https_proxy", nowhere},
                               {"ftp_proxy", nowhere}},
                              converter.time_limit, limits);
  if (end == HelperEnd::OutOfTime) {
    const auto seconds = std::to_string(converter.time_limit.count());
    return not_converted("LibreOffice 超过 " + seconds + " 秒未完成，已终止",
                         "LibreOffice took longer than " + seconds + " s and was ended");
  }
  auto converted = read_bytes(out / "return.xlsx");
  if (end == HelperEnd::Failed) return not_converted("LibreOffice 出错退出", "LibreOffice failed");
  if (converted.empty())
    return damaged_file("LibreOffice 打不开（别的文件也打不开的，可能缺少 Calc 组件）",
                        "LibreOffice cannot open it (Calc may be missing if it opens no other file either)");
  return converted;
}

}  // namespace guatu::documents
