#include "guatu/http/routes.hpp"

#include "guatu/http/handlers/handlers.hpp"

namespace guatu::http {
namespace {

constexpr std::size_t kLargestWorkbook = 50U << 20;

}  // namespace

std::span<const Route> routes() {
  static const Route kRoutes[] = {
      {"GET", "/", {"首页", "the front page"}, answer_front_page},
      {"GET", "/healthz", {"进程是否存活", "whether the process is alive"}, answer_health},
      {"GET", "/readyz", {"能否提供服务", "whether it can serve"}, answer_readiness},
      {"GET", "/metrics", {"运行计数", "counters for Prometheus"}, answer_metrics},
      {"GET", "/api/v1/openapi.json", {"接口说明", "this interface, described"}, answer_openapi},
      {"GET", "/api/v1/events", {"变更通知", "a stream of changes"}, answer_events},
      {"GET", "/api/v1/campaign", {"攻坚行动", "the campaign"}, answer_campaign},
      {"GET", "/api/v1/units", {"单位及历次名称", "units with their names"}, answer_units},
      {"GET", "/api/v1/dekads", {"各旬及其通报", "dekads and their bulletins"}, answer_dekads},
      {"GET", "/api/v1/bulletins", {"历次通报", "published bulletins"}, answer_bulletins},
      {"GET", "/api/v1/bulletins/draft", {"下一期通报的草稿", "a draft of the next bulletin"}, answer_bulletin_draft},
      {"GET", "/api/v1/bulletins/draft/{file}", {"草稿的文件", "a file of the draft"}, answer_draft_file},
      {"GET",
       "/api/v1/bulletins/{dekad}/{revision}/{file}",
       {"通报的原始文件", "a stored file of a bulletin"},
       answer_bulletin_file},
      {"GET",
       "/api/v1/figures",
       {"截至某日的办结情况（as_of、known_at）", "the figures of a day (as_of, known_at)"},
       answer_figures},
      {"GET",
       "/api/v1/leagues",
       {"各考核序列排名（as_of、known_at、explain、league）",
        "the rankings of a day (as_of, known_at, explain, league)"},
       answer_leagues},
      {"GET", "/api/v1/trend", {"办结曲线与每旬须完成数", "the curve of finished projects"}, answer_trend},
      {"GET", "/api/v1/plan", {"倒排工期", "back-schedules: latest starts, slack, critical chain"}, answer_plan},
      {"GET", "/api/v1/rules", {"各项数字的口径", "the rules behind the figures"}, answer_rules},
      {"GET", "/api/v1/rules/{id}", {"一项数字的口径", "the rule behind one figure"}, answer_rule},
      {"GET", "/api/v1/projects", {"项目清单（可筛选）", "projects, by filters"}, answer_projects},
      {"GET", "/api/v1/projects/{id}", {"项目一页", "one project"}, answer_project},
      {"GET", "/api/v1/projects/{id}/history", {"项目的历次变更", "revisions of a project"}, answer_project_history},
      {"GET", "/api/v1/procedures", {"手续清单（可筛选）", "procedures, by filters"}, answer_procedures},
      {"POST",
       "/api/v1/imports",
       {"导入任务表：试算或写入", "a returned workbook: dry run or into the ledger"},
       take_import,
       kLargestWorkbook},
      {"POST",
       "/api/v1/imports/{id}",
       {"同一文件带答复再算，或写入", "the same workbook with answers"},
       take_import_answers},
      {"GET",
       "/api/v1/imports/{id}/annotated",
       {"标注后的原表", "the workbook with messages at its cells"},
       answer_annotated_import},
  };
  return kRoutes;
}

bool is_watching(std::string_view path) {
  return path == "/healthz" || path == "/readyz" || path == "/metrics";
}

bool answers_without_store(std::string_view target) {
  const auto path = target.substr(0, target.find('?'));
  return path == "/healthz" || path == "/metrics";
}

}  // namespace guatu::http
