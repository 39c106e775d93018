#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"

namespace guatu::cli {
namespace {

int run_serve(const Shell& shell, const Arguments& arguments) {
  const auto listen = arguments.has("--listen") ? arguments.text("--listen") : "127.0.0.1:8080";
  const auto announce = [&](const std::string& url) {
    if (shell.json()) shell.document("{\"listening\":\"" + url + "\"}");
    shell.say(url);
    shell.say(Bilingual{"服务已启动；按 Ctrl-C 停止", "serving; Ctrl-C stops it"});
    shell.flush();
  };
  const auto served =
      shell.services().serve({shell.database_url(), listen, arguments.text("--web"), shell.clock(), announce});
  return served ? kDone : shell.fail(served.error());
}

}  // namespace

Command serve_command() {
  return {
      "serve",
      {"在本机提供接口和网页，首行输出实际地址", "serve API and page on this machine; the first line is the address"},
      {{"--listen",
        "ADDR:PORT",
        {"监听地址（缺省 127.0.0.1:8080，端口 0 表示任选）",
         "where (default 127.0.0.1:8080; port 0: any that is free)"}},
       {"--web",
        "DIR",
        {"网页文件所在目录，none 表示不要网页（缺省：随程序安装的）",
         "folder of the page's files; none: without a page (default: the installed one)"}}},
      {},
      run_serve};
}

}  // namespace guatu::cli
