#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"

// The only file that knows the argument parser: it is slow to compile, and descriptors are all that it needs.
namespace guatu::cli {
namespace {

bool english(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (words[i] == "--lang") return words[i + 1] == "en";
  for (const auto& word : words)
    if (word.starts_with("--lang=")) return word == "--lang=en";
  const char* language = std::getenv("GUATU_LANG");
  return language != nullptr && std::string_view(language) == "en";
}

/// Options that every verb takes.
std::vector<OptionSpec> common_options() {
  return {{"--db",
           "URL",
           {"数据库：sqlite:路径 或 postgresql://…（缺省 sqlite:guatu.db，或环境变量 GUATU_DB）",
            "store: sqlite:PATH or postgresql://… (default sqlite:guatu.db, or GUATU_DB)"}},
          {"--json", "", {"标准输出只给一份 JSON", "one JSON document on standard output"}},
          {"--now", "INSTANT", {"代替时钟的时刻（RFC 3339）", "instant that replaces the clock (RFC 3339)"}},
          {"--today", "DAY", {"代替时钟的日期，取当日最后一秒", "day that replaces the clock: its last second"}},
          {"--lang",
           "LANG",
           {"界面语言 zh 或 en（或环境变量 GUATU_LANG）", "language zh or en (or GUATU_LANG)"},
           false,
           {"zh", "en"}}};
}

struct Parsed {
  std::map<std::string, std::string> values;
  std::map<std::string, bool> flags;
  std::vector<std::vector<std::string>> positionals;
};

void declare(CLI::App& app, const OptionSpec& option, Parsed& parsed, bool in_english) {
  const auto& help = in_english ? option.help.en : option.help.zh;
  if (option.value_name.empty()) {
    app.add_flag(option.name, parsed.flags[option.name], help);
    return;
  }
  auto* declared = app.add_option(option.name, parsed.values[option.name], help)
                       ->type_name(option.value_name)
                       ->required(option.required);
  if (!option.choices.empty()) declared->check(CLI::IsMember(option.choices));
  if (option.many) declared->multi_option_policy(CLI::MultiOptionPolicy::Join);
}

void declare(CLI::App& app, const Command& command, Parsed& parsed, bool in_english) {
  for (const auto& option : command.options)
    declare(app, option, parsed, in_english);
  for (const auto& option : common_options())
    declare(app, option, parsed, in_english);
  parsed.positionals.resize(command.positionals.size());
  for (std::size_t i = 0; i < command.positionals.size(); ++i) {
    const auto& spec = command.positionals[i];
    auto* declared = app.add_option(spec.name, parsed.positionals[i], in_english ? spec.help.en : spec.help.zh)
                         ->required(spec.required);
    if (!spec.many) declared->expected(spec.required ? 1 : 0, 1);
  }
}

Arguments collect(const CLI::App& app, const Parsed& parsed) {
  Arguments arguments;
  for (const auto& [name, value] : parsed.values)
    if (app.count(name) > 0) arguments.values_.emplace(name, value);
  for (const auto& [name, flag] : parsed.flags)
    if (flag) arguments.values_.emplace(name, "");
  for (const auto& words : parsed.positionals)
    arguments.positionals_.insert(arguments.positionals_.end(), words.begin(), words.end());
  return arguments;
}

bool is_verb(const std::string& word) {
  return std::ranges::any_of(commands(), [&](const Command& command) { return command.verb == word; });
}

Error usage(std::string subject, const Bilingual& what, const std::string& help) {
  return make_error(ErrorKind::WrongUsage, std::move(subject), what.zh + "；用法见 " + help, what.en + "; see " + help);
}

std::string complaint_zh(const CLI::ParseError& error) {
  const std::string text = error.what();
  const auto without = [&](std::string_view ending) { return text.substr(0, text.rfind(ending)); };
  if (error.get_name() == "RequiredError" && text.ends_with(" is required")) return "缺少 " + without(" is required");
  if (const auto at = text.find(" not expected: "); at != std::string::npos)
    return "有多余或不认识的参数 " + text.substr(at + 15);
  if (const auto at = text.find(" not in "); error.get_name() == "ValidationError" && at != std::string::npos)
    return text.substr(0, at) + " 不在可选值 " + text.substr(at + 8) + " 之中";
  return "参数不对（" + text + "）";
}

/// The parser's complaint in our words.
Error wrong_usage(const CLI::ParseError& error, const std::vector<std::string>& words, const CLI::App* verb) {
  if (verb == nullptr) {
    if (words.empty() || words.front().starts_with('-'))
      return usage("guatu", {"没有写命令", "no verb is given"}, "guatu --help");
    if (!is_verb(words.front()))
      return usage(words.front(), {"没有“" + words.front() + "”这个命令", "there is no verb \"" + words.front() + "\""},
                   "guatu --help");
  }
  const std::string name = verb == nullptr ? words.front() : verb->get_name();
  return usage(name, {"命令 " + name + "：" + complaint_zh(error), name + ": " + error.what()},
               "guatu " + name + " --help");
}

}  // namespace

int run(const std::vector<std::string>& words, const Services& services) {
  const bool in_english = english(words);
  CLI::App app{in_english ? "Guatu: the control room of a campaign for key projects' preliminary procedures"
                          : "挂图：重点项目前期手续集中攻坚的作战室",
               "guatu"};
  app.require_subcommand(1);
  app.fallthrough(false);
  std::map<const CLI::App*, std::pair<const Command*, Parsed>> verbs;
  for (const auto& command : commands()) {
    auto* sub = app.add_subcommand(command.verb, in_english ? command.summary.en : command.summary.zh);
    auto& entry = verbs[sub];
    entry.first = &command;
    declare(*sub, command, entry.second, in_english);
  }
  try {
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help
    const auto* verb = app.get_subcommands().empty() ? nullptr : app.get_subcommands().front();
    return report(wrong_usage(error, words, verb), std::ranges::find(words, "--json") != words.end(),
                  in_english ? Language::English : Language::Chinese);
  }
  const auto* chosen = app.get_subcommands().front();
  const auto& [command, parsed] = verbs.at(chosen);
  const auto arguments = collect(*chosen, parsed);
  const Shell shell(services, arguments);
  if (!shell.ready()) return shell.fail(shell.ready().error());
  const int code = command->run(shell, arguments);
  // What could not be written was not answered, whatever the command has done.
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
  return shell.fail_with(code == kDone ? kFailed : code,
                         {"结果写不到标准输出（磁盘已满或管道已关闭），请换个位置后重新查询",
                          "the answer could not be written to standard output (disk full or pipe closed); ask again"});
}

}  // namespace guatu::cli
