#include <algorithm>
#include <functional>
#include <optional>

#include "guatu/cli/doctor/examination.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::cli {
namespace {

/// A daily backup may be late by its own duration and a night's delay.
constexpr std::int64_t kOldest = 2 * 86'400;

bool is_cut_off(const FileFacts& file) {
  return file.path.ends_with(".part") || file.path.ends_with(".partial");
}

bool is_log(const FileFacts& file) {
  return file.path.ends_with("-wal") || file.path.ends_with("-shm") || file.path.ends_with("-journal");
}

/// Every backup is one SQLite file whose header bears the mark of this program, whatever keeps the store itself.
bool has_mark_of_store(std::string_view bytes) {
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  constexpr std::size_t kPlaceOfMark = 68;
  return bytes.starts_with(kMagic) && bytes.substr(std::min(kPlaceOfMark, bytes.size()), 4) == "guat";
}

/// Notes and keys beside backups are none. An empty file by the name of one is what a full disk left of it.
bool is_backup(const Examination& examination, const FileFacts& file) {
  if (is_cut_off(file) || is_log(file) || file.path.ends_with(".key")) return false;
  if (file.bytes == 0) return file.path.ends_with(".db");
  const auto bytes = examination.shell.services().read_file(file.path);
  return bytes && has_mark_of_store(*bytes);
}

/// The newest files are looked into first, so that mostly one is read.
std::optional<FileFacts> find_newest(const Examination& examination, std::vector<FileFacts> files) {
  std::ranges::stable_sort(files, std::greater{}, &FileFacts::changed_at);
  const auto found = std::ranges::find_if(files, [&](const FileFacts& file) { return is_backup(examination, file); });
  return found == files.end() ? std::nullopt : std::optional(*found);
}

const Bilingual kMakeOne{"guatu backup --out 文件；并查看定时任务 systemctl status guatu-backup.timer",
                         "guatu backup --out FILE; and look at systemctl status guatu-backup.timer"};

void check_age(const Examination& examination, const FileFacts& newest, Findings& findings) {
  const auto age = examination.shell.now() - newest.changed_at;
  const auto made = format_rfc3339(newest.changed_at);
  const Bilingual text{"最近的备份 " + newest.path + "（" + made + "，" + size_text(newest.bytes) + "）",
                       "newest backup " + newest.path + " (" + made + ", " + size_text(newest.bytes) + ")"};
  if (newest.bytes > 0 && age <= kOldest)
    findings.push_back({"backups", Severity::Ok, text, {}, {}});
  else
    findings.push_back({"backups", Severity::Error, text,
                        newest.bytes == 0
                            ? Bilingual{"备份是空文件", "it is empty"}
                            : Bilingual{"已超过两天，期间录入的内容没有备份",
                                        "it is more than two days old; what was recorded since is in no backup"},
                        kMakeOne});
}

}  // namespace

void check_backups(const Examination& examination, Findings& findings) {
  if (examination.backups.empty()) return;
  const auto files = examination.shell.services().machine.list_folder(examination.backups);
  if (!files) {
    findings.push_back(
        {"backups", Severity::Error, files.error().message, {"看不到备份", "backups cannot be seen"}, kMakeOne});
    return;
  }
  for (const auto& file : *files)
    if (is_cut_off(file))
      findings.push_back({"backups",
                          Severity::Warning,
                          {file.path + " 是中断的备份", file.path + " is a backup that was cut off"},
                          {"它不完整，不能用来恢复", "it is not whole and cannot be restored"},
                          {"确认没有备份正在进行后删除", "delete it once no backup is running"}});
  if (const auto newest = find_newest(examination, *files))
    check_age(examination, *newest, findings);
  else
    findings.push_back({"backups",
                        Severity::Error,
                        {examination.backups + " 中没有备份", "there is no backup in " + examination.backups},
                        {"磁盘一坏，全部数据丢失", "when the disk fails, everything is lost"},
                        kMakeOne});
}

}  // namespace guatu::cli
