#include "guatu/http/routes.hpp"

#include "guatu/http/handlers/handlers.hpp"

namespace guatu::http {

std::span<const Route> routes() {
  static const Route kRoutes[] = {
      {"GET", "/", {"首页", "the front page"}, answer_front_page},
      {"GET", "/healthz", {"进程是否存活", "whether the process is alive"}, answer_health},
      {"GET", "/readyz", {"能否提供服务", "whether it can serve"}, answer_readiness},
      {"GET", "/metrics", {"运行计数", "counters for Prometheus"}, answer_metrics},
      {"GET", "/api/v1/campaign", {"攻坚行动", "the campaign"}, answer_campaign},
      {"GET", "/api/v1/dekads", {"各旬及其通报", "dekads and their bulletins"}, answer_dekads},
      {"GET",
       "/api/v1/figures",
       {"截至某日的办结情况（as_of、known_at）", "the figures of a day (as_of, known_at)"},
       answer_figures},
      {"GET",
       "/api/v1/leagues",
       {"各考核序列排名（as_of、known_at、explain、league）",
        "the rankings of a day (as_of, known_at, explain, league)"},
       answer_leagues},
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
