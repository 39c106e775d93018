#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "guatu/campaign/campaign_files.hpp"
#include "guatu/cli/arguments.hpp"
#include "guatu/cli/machine.hpp"
#include "guatu/intake/message.hpp"
#include "guatu/intake/workbook.hpp"
#include "guatu/reporting/official_paper.hpp"
#include "guatu/reporting/raw_workbook.hpp"
#include "guatu/reporting/sheet_model.hpp"
#include "guatu/usecases/reporting/publish.hpp"
#include "guatu/usecases/session.hpp"

/// What a command may do to the world. `app/wiring` fills it with the real thing, tests with what they need.
namespace guatu::cli {

enum class OpenMode { Existing, CreateOrMigrate };

/// What `serve` has to know; whoever serves says where once it can be asked.
struct ServeRequest {
  std::string database_url;
  std::string listen;
  std::string web;  ///< Folder of the page, "none", or empty for the usual places.
  std::shared_ptr<const ports::Clock> clock;
  std::function<void(const std::string& url)> announce;
};

struct Services {
  std::function<bool(const std::string& url)> store_exists;
  std::function<Result<std::unique_ptr<ports::Store>>(const std::string& url, OpenMode mode)> open_store;
  std::function<Result<ports::CommitHead>(const std::string& url, const std::string& copy)> back_up_store;
  /// Gives the head and, empty when there was none, where the store that stood there is now.
  std::function<Result<std::pair<ports::CommitHead, std::string>>(const std::string& url, const std::string& backup)>
      restore_store;
  /// A store's address as people may see it: without password.
  std::function<std::string(const std::string& url)> shown_store;
  std::function<Result<std::string>(const std::string& path)> read_file;
  /// Whole or not at all; makes the folders above it.
  std::function<Result<void>(const std::string& path, std::string_view bytes)> write_file;
  /// As write_file, readable by its owner alone. Errors: Refused when the file exists.
  std::function<Result<void>(const std::string& path, std::string_view bytes)> write_new_private_file;
  /// A folder, or the name of a shipped campaign; the shipped default when empty.
  std::function<Result<campaign::CampaignFiles>(const std::string& directory)> read_campaign_directory;
  std::function<Result<intake::Workbook>(std::string_view bytes, const std::string& name)> read_workbook;
  /// The file that was read as `workbook`, as .xlsx or .xlsm with these messages as comments at their cells.
  std::function<Result<std::string>(std::string_view bytes, const intake::Workbook& workbook,
                                    const std::vector<intake::Message>& messages)>
      annotate_return;
  std::function<Result<std::string>(const reporting::WorkbookModel& model)> render_workbook;
  std::function<Result<std::string>(const reporting::RawWorkbook& workbook)> render_raw_workbook;
  usecases::RenderPapers render_papers;
  /// With the bulletin's words as the office edited them.
  std::function<Result<std::vector<reporting::Paper>>(const reporting::BulletinInput& input, std::string_view text)>
      render_edited_papers;
  std::function<Result<void>(std::string_view bytes)> check_bulletin_template;
  std::function<Result<void>(std::string_view bytes)> check_paper_template;  ///< Of any other paper.
  /// Word and Excel papers as PDF, by the program at this path.
  std::function<Result<std::vector<reporting::Paper>>(const std::string& program, const std::vector<reporting::Paper>&)>
      convert_to_pdf;
  /// Families that these PDFs were set with in place of the fonts that official papers name.
  std::function<std::vector<std::string>(const std::vector<reporting::Paper>& papers)> stand_in_fonts;
  std::function<Result<std::string>(const reporting::OfficialPaper& paper, std::string_view template_bytes)>
      render_paper;
  /// "bulletin", "brief", "letter", "plain", "page"; empty for any other name.
  std::function<std::string_view(std::string_view name)> built_in_template;
  std::function<Result<std::string>(const std::string& program)> find_program;  ///< Path of a helper program.
  Machine machine;                                                              ///< For `doctor`.
  /// Returns when the service was told to stop and has stopped.
  std::function<Result<void>(const ServeRequest& request)> serve;
  std::shared_ptr<ports::Clock> clock;
  std::shared_ptr<ports::Entropy> entropy;
  std::string user;
  std::string version;
};

enum class Language { Chinese, English };

/// One run of one command.
class Shell {
 public:
  Shell(Services services, const Arguments& arguments);

  /// Errors: WrongUsage for a --now or --today that cannot be understood.
  [[nodiscard]] const Result<void>& ready() const { return ready_; }
  [[nodiscard]] const Services& services() const { return services_; }
  [[nodiscard]] bool json() const { return json_; }
  [[nodiscard]] const std::string& pick(const Bilingual& text) const {
    return language_ == Language::Chinese ? text.zh : text.en;
  }

  /// Holds the password, if there is one; people are shown `store_name`.
  [[nodiscard]] std::string database_url() const;
  [[nodiscard]] std::string store_name() const { return services_.shown_store(url_); }
  /// --db or GUATU_DB names the store; otherwise it is the one of the working folder, if there is one.
  [[nodiscard]] bool store_in_sight() const { return store_was_named_ || services_.store_exists(url_); }
  [[nodiscard]] Result<std::unique_ptr<ports::Store>> open_store(OpenMode mode = OpenMode::Existing) const;
  /// A session as the user of the command line, by the clock or by --now and --today.
  [[nodiscard]] usecases::Session session(ports::Store& store) const;
  [[nodiscard]] ports::EpochSeconds now() const;
  [[nodiscard]] std::shared_ptr<const ports::Clock> clock() const { return clock_; }
  [[nodiscard]] Date today() const;

  /// A line for people; silent under --json.
  void say(const Bilingual& line) const;
  void say(std::string_view line) const;
  /// A line about long work, on standard error and only on a terminal. Whatever is said next takes its place.
  void progress(const Bilingual& line) const;
  /// What was said so far is out, also when nobody waits for the end of the command.
  void flush() const;
  /// The one document of --json.
  void document(std::string_view json_text) const;
  /// Prints the error for people or as JSON, and gives its exit code.
  [[nodiscard]] int fail(const Error& error) const;
  /// Says on standard error why the command ends with `exit_code`.
  [[nodiscard]] int fail_with(int exit_code, const Bilingual& line) const;

 private:
  /// What is read from a standby is marked as such.
  void warn_of_standby(ports::Store& store) const;
  /// Takes the line about long work off the terminal.
  void end_progress() const;

  Services services_;
  std::shared_ptr<ports::Clock> clock_;
  bool json_ = false;
  Language language_ = Language::Chinese;
  std::string url_;
  bool store_was_named_ = false;
  Result<void> ready_;
  mutable bool progress_shown_ = false;
};

/// The error for people on standard error, under --json also as the one document; gives its exit code.
[[nodiscard]] int report(const Error& error, bool as_json, Language language);

}  // namespace guatu::cli
