#include "guatu/base/text.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/people_commands.hpp"
#include "guatu/cli/secret.hpp"
#include "guatu/json/account_codec.hpp"
#include "guatu/usecases/access/accounts.hpp"
#include "guatu/usecases/access/permission.hpp"
#include "guatu/usecases/campaign_versions.hpp"

namespace guatu::cli {
namespace {

constexpr const char* kActions = "add passwd list posts disable enable rights";

int show_rights(const Shell& shell) {
  if (shell.json()) {
    shell.document(json::encode_rights());
    return kDone;
  }
  for (const auto role : access::all_roles()) {
    const auto words = access::role_words(role);
    shell.say(std::string(access::role_name(role)) + "  " + shell.pick(words));
    for (const auto right : access::all_rights()) {
      const auto reach = access::reach_of(right, role);
      if (reach == access::Reach::None) continue;
      shell.say("    " + shell.pick(access::right_words(right)) + "  " + shell.pick(access::reach_words(reach)));
    }
  }
  return kDone;
}

struct Opened {
  std::unique_ptr<ports::Store> store;
  ports::CommitHead head;
  usecases::CampaignVersion version;
};

Result<Opened> open(const Shell& shell) {
  Opened opened;
  GUATU_TRY(opened.store, shell.open_store());
  GUATU_TRY(opened.head, opened.store->find_head());
  GUATU_TRY(opened.version, usecases::load_campaign(*opened.store, opened.head.seq));
  return opened;
}

Result<std::string> account_name(const Arguments& arguments) {
  if (arguments.positionals().size() == 2) return arguments.positionals()[1];
  return make_error(ErrorKind::WrongUsage, "user",
                    "请写明账号名，如 guatu user add zhangsan --role reporter --unit 150402",
                    "name the account, as in guatu user add zhangsan --role reporter --unit 150402");
}

/// Posts as typed: each --role with the --unit of the same place; without a unit the office's own.
Result<std::vector<access::Post>> given_posts(const Opened& opened, const Arguments& arguments) {
  std::vector<access::Post> posts;
  const auto lines = [](const std::string& text) { return split_any(text, "\n"); };
  const auto units = lines(arguments.text("--unit"));
  std::size_t place = 0;
  for (const auto& word : lines(arguments.text("--role"))) {
    const auto role = access::find_role(word);
    if (!role)
      return make_error(ErrorKind::WrongUsage, "--role", "不认识岗位“" + word + "”，可用见 guatu user rights",
                        "\"" + word + "\" is no role; guatu user rights lists them");
    auto post = usecases::office_post(opened.version.campaign);
    post.role = *role;
    if (place < units.size()) post.unit = UnitCode{units[place]};
    if (const auto* unit = opened.version.campaign.find_unit_by_name(post.unit.text())) post.unit = unit->code;
    posts.push_back(std::move(post));
    ++place;
  }
  return posts;
}

int tell(const Shell& shell, const Opened& opened, const Result<usecases::AccountAnswer>& answer,
         const Bilingual& done) {
  if (!answer) return shell.fail(answer.error());
  if (shell.json()) shell.document(json::encode_account_answer(answer->account, opened.version.campaign, answer->seq));
  shell.say(
      Bilingual{"账号 " + answer->account.name + " " + done.zh, "account " + answer->account.name + " " + done.en});
  return kDone;
}

int add(const Shell& shell, const Opened& opened, const Arguments& arguments, const std::string& name) {
  const auto posts = given_posts(opened, arguments);
  if (!posts) return shell.fail(posts.error());
  const auto password = read_secret(shell.pick({"首次密码：", "first password: "}));
  if (!password) return shell.fail(password.error());
  const auto answer =
      usecases::add_account({shell.session(*opened.store)}, {name, arguments.text("--name"), *posts, *password});
  return tell(shell, opened, answer,
              {"已建立，首次登录须修改密码", "made; its password has to be changed at the first log-in"});
}

int change_password(const Shell& shell, const Opened& opened, const std::string& name) {
  const auto password = read_secret(shell.pick({"新密码：", "new password: "}));
  if (!password) return shell.fail(password.error());
  const auto answer =
      usecases::set_password({shell.session(*opened.store)}, name, *password, usecases::PasswordFor::SomebodyElse);
  return tell(shell, opened, answer,
              {"密码已重设，下次登录须修改", "has a new password, to be changed at the next log-in"});
}

int list(const Shell& shell, const Opened& opened) {
  const auto book = usecases::load_accounts(*opened.store, opened.head);
  if (!book) return shell.fail(book.error());
  if (shell.json()) shell.document(json::encode_accounts(book->accounts, opened.version.campaign, opened.head.seq));
  if (book->accounts.empty())
    shell.say(
        Bilingual{"还没有账号，服务只在本机使用", "there are no accounts yet; the service is for this machine only"});
  for (const auto& account : book->accounts) {
    std::string line = account.name + "  " + account.display_name;
    for (const auto& post : account.posts)
      line += "  " + access::post_text(post);
    if (account.disabled) line += shell.pick({"  （已停用）", "  (disabled)"});
    shell.say(line);
  }
  return kDone;
}

int run_user(const Shell& shell, const Arguments& arguments) {
  const auto& action = arguments.positionals().front();
  if (action == "rights") return show_rights(shell);
  const auto opened = open(shell);
  if (!opened) return shell.fail(opened.error());
  if (action == "list") return list(shell, *opened);
  const auto name = account_name(arguments);
  if (!name) return shell.fail(name.error());
  if (action == "add") return add(shell, *opened, arguments, *name);
  if (action == "passwd") return change_password(shell, *opened, *name);
  const usecases::ActingSession session{shell.session(*opened->store)};
  if (action == "disable" || action == "enable")
    return tell(shell, *opened, usecases::set_disabled(session, *name, action == "disable"),
                {action == "disable" ? "已停用" : "已启用", "is " + action + "d"});
  if (action == "posts") {
    auto posts = given_posts(*opened, arguments);
    if (!posts) return shell.fail(posts.error());
    return tell(shell, *opened, usecases::give_posts(session, *name, *std::move(posts)),
                {"岗位已改", "has these posts now"});
  }
  return shell.fail(make_error(ErrorKind::WrongUsage, action, "不认识“" + action + "”，可用 " + kActions,
                               "\"" + action + "\" is none of " + kActions));
}

}  // namespace

Command user_command() {
  return {"user",
          {"账号：add 建立，passwd 重设密码，list 列出，posts 改岗位，disable/enable 停用启用，rights 权限表",
           "accounts: add, passwd, list, posts, disable, enable; rights shows who may do what"},
          {{"--role", "ROLE", {"岗位，可重复", "role of a post; may be repeated"}, false, {}, true},
           {"--unit",
            "UNIT",
            {"岗位所在单位（代码或名称），与 --role 一一对应，缺省为指挥部办公室",
             "unit of the post (code or name), one for each --role; default: the office"},
            false,
            {},
            true},
           {"--name", "姓名", {"姓名", "the person's name"}}},
          {{"ACTION",
            {std::string(kActions) + "，后面写账号名", std::string(kActions) + ", then the name of the account"},
            true,
            true}},
          run_user};
}

Command rights_command() {
  return {"rights",
          {"权限表：每个岗位可以做什么", "who may do what: the table of rights"},
          {},
          {},
          [](const Shell& shell, const Arguments&) { return show_rights(shell); }};
}

}  // namespace guatu::cli
