#include "guatu/app/wiring.hpp"

#include <cstdlib>
#include <pwd.h>
#include <set>
#include <unistd.h>

#include "guatu/app/campaign_folders.hpp"
#include "guatu/app/files.hpp"
#include "guatu/app/machine.hpp"
#include "guatu/app/stores.hpp"
#include "guatu/app/web_folder.hpp"
#include "guatu/documents/annotate_return.hpp"
#include "guatu/documents/delimited/write_raw_text.hpp"
#include "guatu/documents/office_worker.hpp"
#include "guatu/documents/read_return.hpp"
#include "guatu/documents/render_papers.hpp"
#include "guatu/documents/stand_in_fonts.hpp"
#include "guatu/documents/xlsx/write_raw_workbook.hpp"
#include "guatu/documents/xlsx/write_workbook.hpp"
#include "guatu/http/serve.hpp"
#include "guatu/json/bulletin_codec.hpp"
#include "guatu/ports/system.hpp"

namespace guatu::app {
namespace {

std::string current_user() {
  const auto* entry = getpwuid(geteuid());
  return entry == nullptr ? std::to_string(geteuid()) : std::string(entry->pw_name);
}

Result<std::vector<reporting::Paper>> render_papers(const reporting::BulletinInput& input) {
  GUATU_TRY(auto papers, documents::render_papers(input));
  papers.push_back({"bulletin.json", json::encode_bulletin(input)});
  return papers;
}

Result<std::vector<reporting::Paper>> render_edited_papers(const reporting::BulletinInput& input,
                                                           std::string_view text) {
  GUATU_TRY(auto papers, documents::render_edited_papers(input, text));
  papers.push_back({"bulletin.json", json::encode_bulletin(input)});
  return papers;
}

std::vector<std::string> stand_in_fonts(const std::vector<reporting::Paper>& papers) {
  std::set<std::string> families;
  for (const auto& paper : papers)
    for (auto& family : documents::stand_ins_in(paper.bytes))
      families.insert(std::move(family));
  return {families.begin(), families.end()};
}

Result<std::string> convert_workbook(std::string_view bytes, documents::ForeignFormat format) {
  const auto program = find_program("soffice");
  return documents::convert_to_xlsx({program ? *program : std::string{}}, bytes, format);
}

Result<intake::Workbook> read_workbook(std::string_view bytes, const std::string& name) {
  return documents::read_return(bytes, name, {convert_workbook, {}});
}

Result<std::string> annotate_return(std::string_view bytes, const intake::Workbook& workbook,
                                    const std::vector<intake::Message>& messages) {
  return documents::annotate_return(bytes, workbook, messages, {convert_workbook, {}});
}

Result<void> serve(const cli::ServeRequest& request) {
  GUATU_TRY(const auto address, http::parse_listen_address(request.listen));
  const char* level = std::getenv("GUATU_LOG");
  std::error_code code;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", code);
  const char* proxy = std::getenv("GUATU_PROXY");
  http::Office office;
  office.read_workbook = read_workbook;
  office.annotate_return = annotate_return;
  office.render_papers = render_papers;
  office.clock = request.clock;
  office.actor = "web:" + current_user();
  return http::serve({address, web_folder(request.web, program), shown_store(request.database_url), GUATU_VERSION,
                      telemetry::level_called(level == nullptr ? "" : level),
                      [url = request.database_url] { return open_store_to_serve(url); },
                      [url = request.database_url] { return store_identity(url); },
                      [url = request.database_url] { return open_desk(url); }, proxy == nullptr ? "" : proxy,
                      std::move(office), request.announce});
}

}  // namespace

cli::Services wire() {
  cli::Services services;
  services.store_exists = store_exists;
  services.open_store = open_store;
  services.back_up_store = back_up_store;
  services.restore_store = restore_store;
  services.shown_store = shown_store;
  services.read_file = read_file;
  services.write_file = write_file;
  services.write_new_private_file = write_new_private_file;
  services.read_campaign_directory = [](const std::string& wanted) -> Result<campaign::CampaignFiles> {
    GUATU_TRY(const auto directory, find_campaign_directory(wanted));
    return read_campaign_directory(directory);
  };
  services.read_workbook = read_workbook;
  services.annotate_return = annotate_return;
  services.render_workbook = documents::write_workbook;
  services.render_raw_workbook = [](const reporting::RawWorkbook& workbook) {
    return workbook.as_text ? documents::write_raw_text(workbook, *workbook.as_text)
                            : documents::write_raw_workbook(workbook);
  };
  services.render_papers = render_papers;
  services.render_edited_papers = render_edited_papers;
  services.check_bulletin_template = documents::check_bulletin_template;
  services.check_paper_template = documents::check_paper_template;
  services.convert_to_pdf = [](const std::string& program, const std::vector<reporting::Paper>& papers) {
    const char* fonts = std::getenv("GUATU_FONTS");
    return documents::convert_to_pdf({program, std::chrono::seconds(180), fonts == nullptr ? "" : fonts}, papers);
  };
  services.stand_in_fonts = stand_in_fonts;
  services.render_paper = documents::render_paper;
  services.built_in_template = documents::built_in_template;
  services.find_program = find_program;
  services.serve = serve;
  services.machine = this_machine(store_file);
  services.clock = std::make_shared<ports::SystemClock>();
  services.entropy = std::make_shared<ports::SystemEntropy>();
  services.user = current_user();
  services.version = GUATU_VERSION;
  return services;
}

}  // namespace guatu::app
