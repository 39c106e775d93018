#include "guatu/http/answers/known_answer.hpp"
#include "guatu/http/handlers/handlers.hpp"
#include "guatu/http/routes.hpp"

namespace guatu::http {
namespace {

/// What there is to see as long as no page is installed: the routes themselves.
std::string list_of_routes(const std::string& version) {
  std::string text =
      "<!doctype html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n<title>挂图</title>\n<h1>挂图 Guatu " +
      version +
      "</h1>\n<p>网页尚未安装，本服务现提供以下接口。 No page is installed; these are the addresses "
      "served.</p>\n<ul>\n";
  for (const auto& route : routes())
    text += "<li><code>" + std::string(route.method) + " " + std::string(route.path) + "</code> " + route.purpose.zh +
            " · " + route.purpose.en + "</li>\n";
  return text + "</ul>\n</html>\n";
}

}  // namespace

Answer answer_front_page(Context& context, const Call& call) {
  const auto* index = context.files.find({});
  if (index == nullptr) {
    auto response = make_response(200, kHtmlType, list_of_routes(context.version));
    return Answer(std::move(response.with("Cache-Control", "no-cache")));
  }
  return answer_file(*index, call.request);
}

}  // namespace guatu::http
